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
     * @param id of the object it is about
     * @param mutation its name
     * @param key its idempotency key
     */
    public record Entry(long position, String id, String mutation, String key) {
        private static Entry of(String line) {
            String[] parts = line.split(" ", 4);
            return new Entry(Long.parseLong(parts[0]), parts[1], parts[2], parts[3]);
        }

        private String line() {
            return "%d %s %s %s%n".formatted(position, id, mutation, key);
        }
    }

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
        entries.forEach(entry -> lines.append(entry.line()));
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) file.write(bytes);
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read from the file, not from memory; what was told again is told once. */
    public synchronized List<Entry> all() {
        return readFrom(path);
    }

    static List<Entry> readFrom(Path path) {
        try {
            return Files.readAllLines(path).stream().map(Entry::of).distinct().toList();
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
