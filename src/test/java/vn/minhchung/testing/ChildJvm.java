package vn.minhchung.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the tests in a JVM of its own, asked over its standard input and answering line by line. */
final class ChildJvm implements AutoCloseable {
    static final String PROGRAM =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final int ENDS_WITHIN_SECONDS = 30;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;

    private ChildJvm(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions =
                new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
    }

    /**
     * Starts it and returns at once.
     *
     * @param log where what it prints to its standard error is added
     */
    static ChildJvm start(Path log, List<String> options, String classPath, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(PROGRAM);
        command.addAll(options);
        command.addAll(List.of(
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(arguments);
        return start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    static ChildJvm start(ProcessBuilder builder) {
        try {
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized String ask(String question) {
        questions.println(question);
        return line();
    }

    String line() {
        try {
            String line = answers.readLine();
            if (line == null) throw new AssertionError("the process has ended; see its log");
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    void awaitEnd(Duration limit) {
        process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(ENDS_WITHIN_SECONDS));
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join()
                .isAlive()) kill();
    }
}
