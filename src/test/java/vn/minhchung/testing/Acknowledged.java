package vn.minhchung.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What callers were told is recorded, in a file of their own that is synced before anything else happens. */
public final class Acknowledged implements AutoCloseable {
    /**
     * One acknowledged mutation.
     *
     * @param position of its last event
     * @param id of the object it made
     */
    public record Entry(long position, String id) {}

    private final Path path;
    private final FileChannel file;

    public Acknowledged(Path path) {
        this.path = path;
        try {
            this.file = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry ->
                lines.append(entry.position()).append(' ').append(entry.id()).append('\n'));
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) file.write(bytes);
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read from the file, not from memory. */
    public synchronized List<Entry> all() {
        try {
            return Files.readAllLines(path).stream()
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new Entry(Long.parseLong(parts[0]), parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
