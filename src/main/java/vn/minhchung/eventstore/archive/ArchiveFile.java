package vn.minhchung.eventstore.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is there whole or not at all, readable by its owner alone; compressed when its name ends in {@code .gz}. It is
 * written beside as {@code .part}, forced to disk and renamed; a failure takes the part away again, what a killed run left is
 * written over.
 */
public final class ArchiveFile {
    private static final int BUFFER = 1 << 16;

    private ArchiveFile() {}

    /** What to put in. */
    public interface Filling {
        void fill(OutputStream out) throws IOException;
    }

    /** @throws ArchiveFault FILE_EXISTS */
    public static void write(Path file, Filling filling) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) throw ArchiveRule.FILE_EXISTS.broken(target);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, fresh, ownerOnly(part))) {
            fill(channel, zipped(file), filling);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | Error e) {
            // half a file of persons' keys opens the data of half of them
            remove(part, e);
            throw e;
        }
    }

    private static void fill(FileChannel channel, boolean zipped, Filling filling) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        GZIPOutputStream packed = zipped ? new GZIPOutputStream(out, BUFFER) : null;
        filling.fill(packed == null ? out : packed);
        if (packed != null) packed.finish();
        out.flush();
        channel.force(true);
    }

    private static void remove(Path part, Throwable why) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    public static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return zipped(file) ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static boolean zipped(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        Path folder = file.getParent();
        boolean posix = folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
