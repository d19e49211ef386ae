package vn.minhchung.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A {@link Recorder} as seen from the test. */
public final class RecorderProcess implements AutoCloseable {
    static final String DONE = "done";

    private final ChildJvm jvm;
    private final Path acknowledged;

    private RecorderProcess(ChildJvm jvm, Path acknowledged) {
        this.jvm = jvm;
        this.acknowledged = acknowledged;
    }

    /** All kinds of work on a task's money and life. */
    public static RecorderProcess working(Path folder, int port, String password, long seen, Advance advance) {
        return start(
                folder,
                List.of(port),
                password,
                seen,
                List.of(
                        advance.paper(),
                        advance.project(),
                        advance.appropriation(),
                        advance.line(),
                        advance.item(),
                        advance.on().toString()));
    }

    /** Organisations and persons, by all nodes. */
    public static RecorderProcess registering(Path folder, List<Integer> ports, String password, long seen) {
        return start(folder, ports, password, seen, List.of());
    }

    private static RecorderProcess start(
            Path folder, List<Integer> ports, String password, long seen, List<String> more) {
        Path acknowledged = folder.resolve("acknowledged");
        List<String> arguments = new ArrayList<>(List.of(
                acknowledged.toString(),
                ports.stream().map(String::valueOf).collect(Collectors.joining(",")),
                password,
                Long.toString(seen)));
        arguments.addAll(more);
        return new RecorderProcess(
                ChildJvm.start(
                        folder.resolve("recorder.log"),
                        List.of("-Xmx256m"),
                        System.getProperty("java.class.path"),
                        Recorder.class,
                        arguments),
                acknowledged);
    }

    /** Callers begin; they go on until {@link #finish}. */
    public void begin() {
        done("start");
    }

    public void orderRebuild() {
        done("rebuild");
    }

    public void awaitMore(int requests) {
        done("more " + requests);
    }

    /** Returns when a request is acknowledged that was sent after this call. */
    public void awaitServed() {
        done("served");
    }

    /** No new errands; returns when every request of those under way is acknowledged, however often it takes. */
    public void finish() {
        done("finish");
    }

    /** How many requests each node has acknowledged. */
    public List<Integer> answeredBy() {
        return Arrays.stream(jvm.ask("answered").split(" ", -1))
                .map(Integer::valueOf)
                .toList();
    }

    /** Why requests had to be sent again, and how often. */
    public String hindrances() {
        return jvm.ask("hindrances");
    }

    /** Read from the file it keeps. */
    public List<Acknowledged.Entry> acknowledged() {
        return Acknowledged.readFrom(acknowledged);
    }

    private void done(String question) {
        String answer = jvm.ask(question);
        if (!answer.equals(DONE)) throw new AssertionError(question + ": " + answer);
    }

    @Override
    public void close() {
        jvm.close();
    }
}
