package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import vn.minhchung.kernel.Folders;

/**
 * What is done to the data in {@code <folder>/pgdata} by PostgreSQL's own programs: make, start, stop.
 *
 * @param folder {@code <dataDir>/postgres}
 */
record Cluster(Path folder, ServerBinaries binaries, ServerUser user) {
    private static final Duration INIT_LIMIT = Duration.ofMinutes(5);
    /** Recovery after a crash replays the log since the last checkpoint; that may take minutes on a slow disk. */
    private static final int START_SECONDS = 300;

    private static final int START_ATTEMPTS = 40;
    private static final Duration START_PAUSE = Duration.ofMillis(250);
    private static final long LARGE_LOG_BYTES = 16L << 20;

    /** On the command line, since that outranks postgresql.conf and ALTER SYSTEM. */
    static final List<String> DURABLE = List.of("-c fsync=on", "-c full_page_writes=on", "-c synchronous_commit=on");

    static Cluster of(Path folder, Path binariesDir) throws IOException {
        ServerBinaries binaries = ServerBinaries.unpackedIn(binariesDir);
        return new Cluster(folder, binaries, ServerUser.forData(folder.resolve("pgdata"), folder, binaries));
    }

    Path pgdata() {
        return folder.resolve("pgdata");
    }

    /** Into a folder beside, renamed when whole: a run killed here leaves a folder nobody looks at. */
    void initialise(String superuserPassword) throws IOException {
        Path aside = Files.createTempDirectory(folder, "pgdata.new-");
        Folders.permit(aside, "rwx------");
        user.give(aside);
        Path passwordFile = Files.createTempFile("minhchung-", ".pw"); // outside the data, so it may be deleted
        try {
            Files.writeString(passwordFile, superuserPassword, StandardCharsets.UTF_8);
            user.give(passwordFile);
            Program initdb = user.run(
                    folder,
                    INIT_LIMIT,
                    List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + aside,
                            "--username=" + EmbeddedPostgres.SUPERUSER,
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
        Folders.publish(aside, pgdata());
    }

    /** @throws PostgresUnavailable when the data were written by another major version */
    void requireSameMajor() throws IOException {
        String data = Files.readString(pgdata().resolve("PG_VERSION"), StandardCharsets.UTF_8)
                .strip();
        String version = user.run(
                        binaries.home(),
                        INIT_LIMIT,
                        List.of(binaries.program("postgres").toString(), "--version"))
                .output();
        if (!version.contains(") " + data + ".")) {
            throw new PostgresUnavailable(
                    "Dữ liệu thuộc PostgreSQL " + data + ", chương trình là " + version.strip()
                            + "; đề nghị chuyển bằng export-log và import-log.",
                    "The data belong to PostgreSQL " + data + ", the programs are " + version.strip()
                            + "; move them by export-log and import-log.");
        }
    }

    /** Starts the server on the port it had before, or on another free one, and answers which. */
    int start() throws IOException {
        int port = LoopbackPort.keptOrFree(folder.resolve("port"));
        return start(port, true, DURABLE);
    }

    /**
     * @param orAnother whether another port will do when this one is taken
     * @param settings command line settings beside those about where to listen
     */
    int start(int port, boolean orAnother, List<String> settings) throws IOException {
        int chosen = port;
        Path log = serverLog();
        for (int attempt = 1; ; attempt++) {
            long logged = Files.size(log);
            Program start =
                    user.run(folder, Duration.ofSeconds(START_SECONDS + 30L), startCommand(chosen, log, settings));
            if (start.ok()) {
                Folders.writePrivate(folder.resolve("port"), Integer.toString(chosen));
                return chosen;
            }
            String reason = since(log, logged);
            // Children of a killed server need a moment to notice; a port may be taken between look and use.
            boolean portTaken = !LoopbackPort.free(chosen);
            boolean passing = reason.contains("still in use") || portTaken;
            if (!passing || attempt == START_ATTEMPTS) {
                throw new IOException(start.output().strip() + System.lineSeparator() + reason);
            }
            if (portTaken && orAnother) {
                chosen = LoopbackPort.anyFree();
            }
            LockSupport.parkNanos(START_PAUSE.toNanos());
        }
    }

    /** Stops a server that serves this folder and waits until it is gone; without one there is nothing to do. */
    void stop() throws IOException {
        Optional<Postmaster> named = Postmaster.namedIn(pgdata());
        if (named.isEmpty()) {
            return;
        }
        if (!named.get().running()) {
            setAsideReusedId();
            return;
        }
        for (Stop stop : Stop.values()) {
            user.run(
                    folder,
                    Duration.ofSeconds(stop.seconds + 30L),
                    List.of(
                            binaries.program("pg_ctl").toString(),
                            "stop",
                            "--pgdata=" + pgdata(),
                            "--mode=" + stop.mode,
                            "--wait",
                            "--timeout=" + stop.seconds));
            if (Postmaster.namedIn(pgdata()).filter(Postmaster::running).isEmpty()) {
                return;
            }
        }
        long pid = named.get().process().pid();
        throw new PostgresUnavailable(
                "PostgreSQL (tiến trình " + pid + ") không dừng; đề nghị dừng nó rồi khởi động lại.",
                "PostgreSQL (process " + pid + ") does not stop; stop it and start again.");
    }

    /**
     * The id in the file is some other program's now (usual in containers, where ids are small and come again).
     * PostgreSQL would take that program for a server and refuse to start. The file is renamed, not deleted; should a
     * server's children still be at work, PostgreSQL sees that by its shared memory.
     */
    private void setAsideReusedId() throws IOException {
        Files.move(
                Postmaster.pidFile(pgdata()),
                pgdata().resolve("postmaster.pid.stale"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> startCommand(int port, Path log, List<String> settings) {
        return List.of(
                binaries.program("pg_ctl").toString(),
                "start",
                "--pgdata=" + pgdata(),
                "--wait",
                "--timeout=" + START_SECONDS,
                "--log=" + log,
                "--options=-c port=" + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                        + " -c log_checkpoints=off -c timezone=UTC -c log_timezone=UTC "
                        + String.join(" ", settings));
    }

    /** One file; a large one is renamed at the next start. */
    private Path serverLog() throws IOException {
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

    private enum Stop {
        /** SIGINT: open transactions are rolled back, a checkpoint is written. */
        FAST("fast", 30),
        /** SIGQUIT: as after a crash, the next start recovers from the log. */
        HARD("immediate", 30);

        private final String mode;
        private final int seconds;

        Stop(String mode, int seconds) {
            this.mode = mode;
            this.seconds = seconds;
        }
    }
}
