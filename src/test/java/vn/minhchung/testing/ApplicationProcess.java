package vn.minhchung.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhchung.testing.crash.CrashAgent;
import vn.minhchung.testing.crash.Strike;

/** A {@link ChildApplication} as seen from the test: started, asked, killed. */
public final class ApplicationProcess implements AutoCloseable {
    /** A child is killed long before the second compiler has paid, and starts in half the time without it. */
    private static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

    private final ChildJvm jvm;

    private ApplicationProcess(ChildJvm jvm) {
        this.jvm = jvm;
    }

    /**
     * Starts it and returns at once.
     *
     * @param log where everything it prints is added; a folder {@code child} beside it holds what the child needs
     * @param arguments as on the application's command line
     */
    public static ApplicationProcess start(Path log, List<String> arguments) {
        return start(log, List.of(FIRST_COMPILER_ALONE), arguments);
    }

    /** The same with the JVM as it is unless it is told otherwise. */
    public static ApplicationProcess startCompiled(Path log, List<String> arguments) {
        return start(log, List.of(), arguments);
    }

    /**
     * The same, but ready to be struck down at a point of its code.
     *
     * @param struck to which it adds each point it was struck down at, before it is
     */
    public static ApplicationProcess startMortal(Path log, Path struck, List<String> arguments) {
        return start(
                log,
                List.of(FIRST_COMPILER_ALONE, CrashAgent.option(log.resolveSibling("crash-agent.jar"), struck)),
                arguments);
    }

    /**
     * As it is packaged; it answers no questions and does not say when it is ready.
     *
     * @param folder what {@code ./mvnw -Ppackaged package} made
     */
    public static ApplicationProcess packaged(Path folder, Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(ChildJvm.PROGRAM, "@java.args"));
        command.addAll(arguments);
        return new ApplicationProcess(ChildJvm.start(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))));
    }

    /** For one that shall be reached over the network. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApplicationProcess start(Path log, List<String> options, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-Xmx1g"));
        all.addAll(options);
        String classPath = classPath(log.resolveSibling("child"));
        return new ApplicationProcess(ChildJvm.start(log, all, classPath, ChildApplication.class, arguments));
    }

    /** Of the tests only the child itself, so that the application finds no events, beans or resources of theirs. */
    private static String classPath(Path folder) {
        try {
            Path ours = Path.of(ChildApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            copy(ours, folder, ours.relativize(file(ours, ChildApplication.class)));
            Path crash = file(ours, CrashAgent.class).getParent();
            try (Stream<Path> files = Files.list(crash)) {
                for (Path file : files.toList()) copy(ours, folder, ours.relativize(file));
            }
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

    private static Path file(Path ours, Class<?> of) {
        return ours.resolve(of.getName().replace('.', '/') + ".class");
    }

    private static void copy(Path ours, Path folder, Path name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.copy(ours.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Waits until it serves. */
    public ApplicationProcess awaitReady() {
        String first = jvm.line();
        if (!first.equals("ready")) throw new AssertionError("instead of being ready: " + first);
        return this;
    }

    public String ask(String question) {
        return jvm.ask(question);
    }

    /** From now on it waits for this point. */
    public void strike(Strike strike) {
        String answer = ask("strike " + strike.line());
        if (!answer.equals("armed")) throw new AssertionError("instead of being armed: " + answer);
    }

    public long pid() {
        return jvm.pid();
    }

    public void awaitEnd(Duration limit) {
        jvm.awaitEnd(limit);
    }

    /** SIGKILL: no shutdown hook runs, the database is left an orphan. */
    public void kill() {
        jvm.kill();
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        jvm.close();
    }
}
