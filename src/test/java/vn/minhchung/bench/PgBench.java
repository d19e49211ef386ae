package vn.minhchung.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.minhchung.testing.TestPostgres;

/**
 * PostgreSQL's own tool with the insert of {@link PlainRows}, where it is installed: on the PATH, or beside the server's
 * binaries. Nothing of Java takes part, so that what the plain loop loses to the driver shows.
 */
final class PgBench {
    private static final String NAME = "pgbench";

    private PgBench() {}

    static Optional<Path> installed() {
        String path = System.getenv("PATH");
        Stream<Path> folders = Arrays.stream((path == null ? "" : path).split(File.pathSeparator, -1))
                .map(Path::of);
        return Stream.concat(folders, besideTheServer())
                .map(folder -> folder.resolve(NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> besideTheServer() {
        try (Stream<Path> below = Files.walk(TestPostgres.binaries())) {
            return below.filter(path -> path.endsWith("bin")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Peer.Opening of(Path executable) {
        return (database, callers) -> {
            PlainRows.table(database);
            return new Peer() {
                private int runs;

                @Override
                public Measured run(int count, Duration time) throws IOException, InterruptedException {
                    return PgBench.run(executable, database, count, time, runs++);
                }

                @Override
                public void close() {
                    // the tool closes its connections itself
                }
            };
        };
    }

    private static Measured run(
            Path executable, TestPostgres.Database database, int callers, Duration time, int earlier)
            throws IOException, InterruptedException {
        Path folder = TestPostgres.newDataDir();
        Path script = Files.writeString(folder.resolve("insert.sql"), script(earlier));
        URI server = URI.create(database.url().substring("jdbc:".length()));
        long seconds = Math.max(1, time.toSeconds());
        ProcessBuilder builder = new ProcessBuilder(
                        executable.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + callers,
                        "--jobs=" + Math.min(callers, Runtime.getRuntime().availableProcessors()),
                        "--time=" + seconds,
                        "--file=" + script,
                        "--define=n=0",
                        "--log",
                        "--log-prefix=" + folder.resolve("took"),
                        "--host=" + server.getHost(),
                        "--port=" + server.getPort(),
                        "--username=" + database.appUser(),
                        server.getPath().substring(1))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.appPassword());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) throw new IllegalStateException(said);
        return new Measured(callers, Duration.ofSeconds(seconds), took(folder));
    }

    /** Values of {@link PlainRows}, its own positions for every client and every run. */
    private static String script(int earlier) {
        return """
                \\set n :n + 1
                \\set position :client_id * %d + %d + :n
                insert into public.plain
                select :position, id, 'bench:' || id, 0, 'Bench', 'bench.Happened', '1', 1000, 1000000, '%s', '%s'
                from (select gen_random_uuid() as id) as row;
                """.formatted(
                        PlainRows.OF_A_CALLER,
                        earlier * 100_000_000L,
                        new String(Rows.json(Rows.PAYLOAD), StandardCharsets.UTF_8),
                        new String(Rows.json(Rows.ENVELOPE), StandardCharsets.UTF_8));
    }

    /** Each line of its logs: client, transaction, microseconds, … */
    private static long[] took(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().startsWith("took"))
                    .toList();
            LongStream.Builder all = LongStream.builder();
            for (Path log : logs)
                for (String line : Files.readAllLines(log)) all.add(Long.parseLong(line.split(" ", -1)[2]));
            return all.build().sorted().toArray();
        }
    }
}
