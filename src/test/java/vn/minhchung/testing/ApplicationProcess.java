package vn.minhchung.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link ChildApplication} as seen from the test: started, asked, killed. */
public final class ApplicationProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;

    private ApplicationProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions =
                new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
    }

    /**
     * Starts it and returns at once.
     *
     * @param log where everything it prints is added; a folder {@code child} beside it holds what the child needs
     * @param arguments as on the application's command line
     */
    public static ApplicationProcess start(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(log.resolveSibling("child")),
                ChildApplication.class.getName()));
        command.addAll(arguments);
        return started(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    /**
     * As it is packaged; it answers no questions and does not say when it is ready.
     *
     * @param folder what {@code ./mvnw -Ppackaged package} made
     */
    public static ApplicationProcess packaged(Path folder, Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@java.args"));
        command.addAll(arguments);
        return started(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    private static ApplicationProcess started(ProcessBuilder builder) {
        try {
            return new ApplicationProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the tests only the child itself, so that the application finds no events, beans or resources of theirs. */
    private static String classPath(Path folder) {
        try {
            Path ours = Path.of(ChildApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path name = Path.of(ChildApplication.class.getName().replace('.', '/') + ".class");
            Path copy = folder.resolve(name);
            Files.createDirectories(folder.resolve(name).getParent());
            Files.copy(ours.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
            return Stream.concat(
                            Stream.of(folder.toString()),
                            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                    .filter(entry ->
                                            !Path.of(entry).toAbsolutePath().equals(ours)))
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it serves. */
    public ApplicationProcess awaitReady() {
        String first = line();
        if (!first.equals("ready")) throw new AssertionError("instead of being ready: " + first);
        return this;
    }

    public synchronized String ask(String question) {
        questions.println(question);
        return line();
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL: no shutdown hook runs, the database is left an orphan. */
    public void kill() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private String line() {
        try {
            String line = answers.readLine();
            if (line == null) throw new AssertionError("the application has ended; see its log");
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                .join()
                .isAlive()) kill();
    }
}
