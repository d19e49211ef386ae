package vn.minhchung.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** A second JVM that starts a server, commits one row and waits to be killed. */
final class ChildServer implements AutoCloseable {
    private final Process process;
    private final String firstLine;

    private ChildServer(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    static ChildServer on(Path dataDir, Path binaries) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildServer.class.getName(),
                        dataDir.toString(),
                        binaries.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String first =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return new ChildServer(process, String.valueOf(first));
    }

    /** {@code ready <pid of the server>}, or the refusal. */
    String firstLine() {
        return firstLine;
    }

    /** SIGKILL: no shutdown hook runs. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    public static void main(String[] arguments) throws Exception {
        // Standard output carries the answer alone; loggers write there too.
        PrintStream answer = System.out;
        System.setOut(System.err);
        EmbeddedPostgres server;
        try {
            server = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (AlreadyRunning refused) {
            answer.println("refused " + refused.getClass().getSimpleName());
            return;
        }
        try (Connection superuser = server.superuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE TABLE kept (n int)");
            statement.execute("INSERT INTO kept VALUES (42)");
        }
        answer.println("ready " + server.process().orElseThrow().pid());
        System.in.read(); // killed here
    }
}
