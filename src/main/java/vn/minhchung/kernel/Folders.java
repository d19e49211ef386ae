package vn.minhchung.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** File operations that keep what they promise over a crash: written aside, synced, renamed. */
public final class Folders {
    public static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Folders() {}

    /** Sets permissions such as {@code rwx------}; no effect where the file system has none. */
    public static void permit(Path path, String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Renames a finished folder into place; after a power failure it is there whole or not at all. */
    public static void publish(Path finished, Path target) throws IOException {
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(target));
    }

    /** Writes a small file that only the current user may read, replacing an older one in one step. */
    public static void writePrivate(Path target, String text) throws IOException {
        Path folder = parent(target.toAbsolutePath());
        Path aside = Files.createTempFile(folder, target.getFileName() + ".", ".new");
        permit(aside, "rw-------");
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        syncFile(aside);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    public static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        if (POSIX) { // Windows cannot open a folder as a file, and needs no sync for a rename
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    public static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no parent folder: " + path);
        }
        return parent;
    }
}
