package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one short-lived program to its end.
 *
 * @param exitCode the program's exit code; 127 when it could not be started at all
 * @param output what it wrote to standard output and error, UTF-8
 */
record Program(int exitCode, String output) {

    /**
     * The output goes through a file, not a pipe: a server left running by the program may keep a pipe open for ever.
     *
     * @throws IOException when the program does not end within {@code limit}
     */
    static Program run(Path folder, Duration limit, List<String> command) throws IOException {
        Path output = Files.createTempFile("minhchung-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.PIPE);
            // An administrator's PGDATA, PGPORT or LANG must not steer our own server.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("TZ", "UTC");
            Process process;
            try {
                process = builder.start();
            } catch (IOException notStarted) {
                return new Program(127, String.valueOf(notStarted.getMessage()));
            }
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("no end within " + limit + ": " + String.join(" ", command));
            }
            return new Program(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.getFirst(), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    boolean ok() {
        return exitCode == 0;
    }
}
