package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.kernel.Folders;

/**
 * PostgreSQL 18 for a machine that has none: data below {@code <dataDir>/postgres}, kept over restarts and crashes.
 *
 * <pre>
 * lock                  held while this JVM uses the folder
 * postgres/bin-18.x     programs, unpacked once
 * postgres/pgdata       the data
 * postgres/port         last used port, taken again when free
 * postgres/secret       passwords, readable by the application's user only
 * postgres/server.log   the server's log
 * </pre>
 *
 * The server listens on 127.0.0.1 only, asks every user for a password (scram-sha-256) and is started with fsync,
 * synchronous_commit and full_page_writes on. When the server dies under a living JVM it is started again on the same
 * port. When the JVM is killed the server goes on as an orphan; the next start that gets the lock stops it and goes on
 * from its data. Nothing below the data folder is ever deleted.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The role that creates roles and databases, and does nothing else. */
    public static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final DataDirLock lock;
    private final Cluster cluster;
    private final ServerSecrets secrets;
    private final int port;
    private volatile boolean closed;

    private EmbeddedPostgres(DataDirLock lock, Cluster cluster, ServerSecrets secrets, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.secrets = secrets;
        this.port = port;
    }

    /** Starts the server of this data folder, with its programs unpacked beside the data. */
    public static EmbeddedPostgres start(Path dataDir) {
        return start(dataDir, dataDir.resolve("postgres"));
    }

    /**
     * @param dataDir the application's data folder; made when missing
     * @param binariesDir where {@code bin-<version>} is looked for or unpacked
     * @throws AlreadyRunning when another process uses the folder; nothing is touched then
     * @throws PostgresUnavailable when the server cannot run, with a sentence that says what to do
     */
    public static EmbeddedPostgres start(Path dataDir, Path binariesDir) {
        try {
            makeFolder(dataDir.toAbsolutePath());
            DataDirLock lock = DataDirLock.take(dataDir);
            try {
                EmbeddedPostgres started =
                        startLocked(lock, dataDir.toRealPath().resolve("postgres"), binariesDir);
                Thread.ofVirtual().name("postgres-watch").start(started::watch);
                return started;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "Không khởi động được PostgreSQL nhúng trong " + dataDir + ": " + e.getMessage(),
                    "The embedded PostgreSQL in " + dataDir + " did not start: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Stops the server that a killed process left running on this folder, and starts none; without one, does nothing.
     *
     * @throws AlreadyRunning when a living process uses the folder
     */
    public static void stopLeftover(Path dataDir, Path binariesDir) throws IOException {
        try (DataDirLock _ = DataDirLock.take(dataDir)) {
            Path folder = dataDir.toRealPath().resolve("postgres");
            if (Postmaster.namedIn(folder.resolve("pgdata")).isPresent()) {
                Cluster.of(folder, binariesDir.toRealPath()).stop();
            }
        }
    }

    private static EmbeddedPostgres startLocked(DataDirLock lock, Path folder, Path binariesDir) throws IOException {
        makeFolder(folder);
        makeFolder(binariesDir.toAbsolutePath());
        Cluster cluster = Cluster.of(folder, binariesDir.toRealPath());
        ServerSecrets secrets = secrets(folder, cluster.pgdata());
        if (!Files.exists(cluster.pgdata())) {
            cluster.initialise(secrets.superuser());
        }
        cluster.requireSameMajor();
        cluster.stop();
        int port = cluster.start();
        LOG.info("PostgreSQL listens on 127.0.0.1:{}, data in {}", port, cluster.pgdata());
        return new EmbeddedPostgres(lock, cluster, secrets, port);
    }

    public int port() {
        return port;
    }

    /** JDBC address of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public ServerSecrets secrets() {
        return secrets;
    }

    /** For creating roles and databases; the application itself never works with this role. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, secrets.superuser());
    }

    /**
     * The server's process, for health and tests; empty while it is dead.
     *
     * @throws IOException when the system does not tell
     */
    public Optional<ProcessHandle> process() throws IOException {
        return Postmaster.namedIn(cluster.pgdata()).filter(Postmaster::running).map(Postmaster::process);
    }

    /**
     * Stops the server (open transactions are rolled back, everything committed is on disk) and frees the lock. To be
     * called when nobody uses the database any more; a second call does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            cluster.stop();
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "Không dừng được PostgreSQL nhúng: " + e.getMessage(),
                    "The embedded PostgreSQL did not stop: " + e.getMessage(),
                    e);
        }
    }

    /** Until closed: a server that died (killed, out of memory) is started again, on the port its clients know. */
    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            try {
                startAgainIfDead();
            } catch (IOException | RuntimeException e) {
                LOG.error("the embedded PostgreSQL does not start again; trying on", e);
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    private synchronized void startAgainIfDead() throws IOException {
        if (closed || process().isPresent()) {
            return;
        }
        LOG.warn("the embedded PostgreSQL died; starting it again");
        cluster.stop();
        cluster.start(port, false, Cluster.DURABLE);
    }

    /** Root's folders must let the server's user pass; anybody else's are private. */
    private static void makeFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Folders.permit(path, ServerUser.weAreRoot() ? "rwx--x--x" : "rwx------");
        }
    }

    private static ServerSecrets secrets(Path folder, Path pgdata) throws IOException {
        Path file = folder.resolve("secret");
        if (Files.exists(pgdata) && !Files.exists(file)) {
            throw new PostgresUnavailable(
                    "Có dữ liệu trong " + pgdata + " nhưng thiếu tệp mật khẩu " + file
                            + "; đề nghị khôi phục tệp từ bản sao lưu.",
                    "There is data in " + pgdata + " but its password file " + file
                            + " is missing; restore it from a backup.");
        }
        return ServerSecrets.keptIn(file);
    }
}
