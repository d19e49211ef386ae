package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process per data folder, by an operating system lock on the file {@code lock} in it. The lock goes with the
 * process, so a killed one leaves nothing to clean up.
 */
final class DataDirLock implements AutoCloseable {
    /**
     * Folders locked by this JVM. Needed before the file is opened: on Unix, closing any descriptor of a locked file
     * drops the lock of the whole process, so even a failed second attempt here would let other processes in.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path dataDir;
    private final FileChannel channel;

    private DataDirLock(Path dataDir, FileChannel channel) {
        this.dataDir = dataDir;
        this.channel = channel;
    }

    /** @throws AlreadyRunning when another holder, in this JVM or outside, has it */
    static DataDirLock take(Path dataDir) throws IOException {
        Path real = dataDir.toRealPath();
        if (!HELD_HERE.add(real)) {
            throw new AlreadyRunning(real);
        }
        boolean taken = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
        } finally {
            if (!taken) {
                HELD_HERE.remove(real);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        if (!taken) {
            throw new AlreadyRunning(real);
        }
        return new DataDirLock(real, channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(dataDir);
    }
}
