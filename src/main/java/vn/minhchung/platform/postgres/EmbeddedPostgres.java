package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
 * synchronous_commit and full_page_writes on. It survives a killed JVM as an orphan; the next start that gets the lock
 * stops the orphan and goes on from its data. Nothing below the data folder is ever deleted.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The role that creates roles and databases, and does nothing else. */
    public static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration INIT_LIMIT = Duration.ofMinutes(5);
    /** Recovery after a crash replays the log since the last checkpoint; that may take minutes on a slow disk. */
    private static final int START_SECONDS = 300;
    /** A fast stop rolls back what runs and writes a checkpoint; after this long the server is stopped hard. */
    private static final int FAST_STOP_SECONDS = 30;

    private static final int HARD_STOP_SECONDS = 30;
    private static final int START_ATTEMPTS = 40;
    private static final long LARGE_LOG_BYTES = 16L << 20;

    private final DataDirLock lock;
    private final Path folder;
    private final ServerBinaries binaries;
    private final ServerUser user;
    private final ServerSecrets secrets;
    private final int port;
    private boolean closed;

    private EmbeddedPostgres(
            DataDirLock lock, Path folder, ServerBinaries binaries, ServerUser user, ServerSecrets secrets, int port) {
        this.lock = lock;
        this.folder = folder;
        this.binaries = binaries;
        this.user = user;
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
            Path data = dataDir.toAbsolutePath().normalize();
            makeFolder(data);
            DataDirLock lock = DataDirLock.take(data);
            try {
                return startLocked(lock, data.toRealPath().resolve("postgres"), binariesDir.toAbsolutePath());
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
        Path folder = dataDir.toRealPath().resolve("postgres");
        try (DataDirLock _ = DataDirLock.take(dataDir)) {
            Path pgdata = folder.resolve("pgdata");
            if (Postmaster.namedIn(pgdata).isPresent()) {
                ServerBinaries binaries = ServerBinaries.unpackedIn(binariesDir.toRealPath());
                stopOrphan(folder, binaries, ServerUser.forData(pgdata, folder, binaries));
            }
        }
    }

    private static EmbeddedPostgres startLocked(DataDirLock lock, Path folder, Path binariesDir) throws IOException {
        makeFolder(folder);
        makeFolder(binariesDir);
        Path pgdata = folder.resolve("pgdata");
        ServerBinaries binaries = ServerBinaries.unpackedIn(binariesDir.toRealPath());
        ServerUser user = ServerUser.forData(pgdata, folder, binaries);
        ServerSecrets secrets = secrets(folder, pgdata);
        if (!Files.exists(pgdata)) {
            initialise(folder, binaries, user, secrets);
        }
        requireSameMajor(pgdata, binaries, user);
        stopOrphan(folder, binaries, user);
        int port = launch(folder, binaries, user);
        LOG.info("PostgreSQL listens on 127.0.0.1:{}, data in {}", port, pgdata);
        return new EmbeddedPostgres(lock, folder, binaries, user, secrets, port);
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

    /** The server's process, for health and tests; empty when it has died. */
    public Optional<ProcessHandle> process() {
        try {
            return Postmaster.namedIn(folder.resolve("pgdata"))
                    .filter(Postmaster::running)
                    .map(Postmaster::process);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Stops the server (fast: open transactions are rolled back, everything committed is on disk) and frees the lock. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            stopOrphan(folder, binaries, user);
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "Không dừng được PostgreSQL nhúng: " + e.getMessage(),
                    "The embedded PostgreSQL did not stop: " + e.getMessage(),
                    e);
        }
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
                            + "; hãy khôi phục tệp từ bản sao lưu.",
                    "There is data in " + pgdata + " but its password file " + file
                            + " is missing; restore it from a backup.");
        }
        return ServerSecrets.keptIn(file);
    }

    /** Into a folder beside, renamed when whole: a run killed here leaves a folder nobody looks at. */
    private static void initialise(Path folder, ServerBinaries binaries, ServerUser user, ServerSecrets secrets)
            throws IOException {
        Path aside = Files.createTempDirectory(folder, "pgdata.new-");
        Folders.permit(aside, "rwx------");
        user.give(aside);
        Path passwordFile = Files.createTempFile("minhchung-", ".pw"); // outside the data, so it may be deleted
        try {
            Files.writeString(passwordFile, secrets.superuser(), StandardCharsets.UTF_8);
            user.give(passwordFile);
            Program initdb = user.run(
                    folder,
                    INIT_LIMIT,
                    List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + aside,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth-local=scram-sha-256",
                            "--auth-host=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums"));
            if (!initdb.ok()) {
                throw new IOException("initdb: " + initdb.output());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Folders.publish(aside, folder.resolve("pgdata"));
    }

    private static void requireSameMajor(Path pgdata, ServerBinaries binaries, ServerUser user) throws IOException {
        String data = Files.readString(pgdata.resolve("PG_VERSION"), StandardCharsets.UTF_8)
                .strip();
        String version = user.run(
                        binaries.home(),
                        INIT_LIMIT,
                        List.of(binaries.program("postgres").toString(), "--version"))
                .output();
        if (!version.contains(") " + data + ".")) {
            throw new PostgresUnavailable(
                    "Dữ liệu thuộc PostgreSQL " + data + ", chương trình là " + version.strip()
                            + "; hãy chuyển bằng export-log và import-log.",
                    "The data belong to PostgreSQL " + data + ", the programs are " + version.strip()
                            + "; move them by export-log and import-log.");
        }
    }

    /** Stops a server that still serves this folder and waits until it is gone; no server: nothing to do. */
    private static void stopOrphan(Path folder, ServerBinaries binaries, ServerUser user) throws IOException {
        Path pgdata = folder.resolve("pgdata");
        Optional<Postmaster> named = Postmaster.namedIn(pgdata);
        if (named.isEmpty()) {
            return;
        }
        if (!named.get().running()) {
            setAsideReusedId(pgdata);
            return;
        }
        LOG.info("stopping PostgreSQL process {}", named.get().process().pid());
        for (Stop stop : Stop.values()) {
            user.run(
                    folder,
                    Duration.ofSeconds(stop.seconds + 30L),
                    List.of(
                            binaries.program("pg_ctl").toString(),
                            "stop",
                            "--pgdata=" + pgdata,
                            "--mode=" + stop.mode,
                            "--wait",
                            "--timeout=" + stop.seconds));
            if (Postmaster.namedIn(pgdata).filter(Postmaster::running).isEmpty()) {
                return;
            }
        }
        throw new PostgresUnavailable(
                "PostgreSQL của lần chạy trước (tiến trình "
                        + named.get().process().pid() + ") không dừng; hãy dừng nó rồi khởi động lại.",
                "PostgreSQL of the previous run (process "
                        + named.get().process().pid() + ") does not stop; stop it and start again.");
    }

    /**
     * The id in the file is some other program's now (usual in containers, where ids are small and come again).
     * PostgreSQL would take that program for a server and refuse to start. The file is renamed, not deleted; should a
     * server's children still be at work, PostgreSQL sees that by its shared memory.
     */
    private static void setAsideReusedId(Path pgdata) throws IOException {
        Files.move(
                Postmaster.pidFile(pgdata),
                pgdata.resolve("postmaster.pid.stale"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Starts the server and answers its port. */
    private static int launch(Path folder, ServerBinaries binaries, ServerUser user) throws IOException {
        Path log = serverLog(folder, user);
        int port = keptPort(folder);
        for (int attempt = 1; ; attempt++) {
            long logged = Files.size(log);
            Program start = user.run(
                    folder, Duration.ofSeconds(START_SECONDS + 30L), startCommand(folder, binaries, port, log));
            if (start.ok()) {
                Folders.writePrivate(folder.resolve("port"), Integer.toString(port));
                return port;
            }
            String reason = since(log, logged);
            // Children of a killed server need a moment to notice; a port may be taken between look and use.
            boolean passing = reason.contains("still in use") || !free(port);
            if (!passing || attempt == START_ATTEMPTS) {
                throw new IOException(start.output().strip() + System.lineSeparator() + reason);
            }
            if (!free(port)) {
                port = freePort();
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    private static List<String> startCommand(Path folder, ServerBinaries binaries, int port, Path log) {
        // On the command line, since that outranks postgresql.conf and ALTER SYSTEM.
        List<String> options = new ArrayList<>(List.of(
                "-c port=" + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c full_page_writes=on",
                "-c synchronous_commit=on",
                "-c log_checkpoints=off",
                "-c timezone=UTC",
                "-c log_timezone=UTC"));
        return List.of(
                binaries.program("pg_ctl").toString(),
                "start",
                "--pgdata=" + folder.resolve("pgdata"),
                "--wait",
                "--timeout=" + START_SECONDS,
                "--log=" + log,
                "--options=" + String.join(" ", options));
    }

    /** One file; a large one is renamed at the next start. */
    private static Path serverLog(Path folder, ServerUser user) throws IOException {
        Path log = folder.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LARGE_LOG_BYTES) {
            Path older = Files.createTempFile(folder, "server.", ".log");
            Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            Files.createFile(log);
            Folders.permit(log, "rw-------");
            user.give(log);
        }
        return log;
    }

    private static String since(Path log, long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int start = Math.toIntExact(Math.min(from, all.length));
        return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    }

    private static int keptPort(Path folder) throws IOException {
        Path file = folder.resolve("port");
        if (Files.exists(file)) {
            String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (kept.matches("\\d{1,5}") && free(Integer.parseInt(kept))) {
                return Integer.parseInt(kept);
            }
        }
        return freePort();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        }
    }

    private enum Stop {
        /** SIGINT. */
        FAST("fast", FAST_STOP_SECONDS),
        /** SIGQUIT: as after a crash, the next start recovers from the log. */
        HARD("immediate", HARD_STOP_SECONDS);

        private final String mode;
        private final int seconds;

        Stop(String mode, int seconds) {
            this.mode = mode;
            this.seconds = seconds;
        }
    }
}
