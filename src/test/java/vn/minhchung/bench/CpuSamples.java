package vn.minhchung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What this JVM's processors did while something ran, by thread and package: JFR's execution samples. */
final class CpuSamples {
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.");

    private CpuSamples() {}

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Samples by thread and package, both named in words. */
    static Map<String, Map<String, Integer>> of(Work work) throws Exception {
        Path file = Files.createTempFile("profile", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return counted(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, Map<String, Integer>> counted(Path file) throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (!event.getEventType().getName().equals("jdk.ExecutionSample") || event.getStackTrace() == null)
                continue;
            counts.computeIfAbsent(thread(event), _ -> new TreeMap<>())
                    .merge(piece(event.getStackTrace().getFrames()), 1, Integer::sum);
        }
        return counts;
    }

    /** Callers are many and alike; the others have names of their own. */
    private static String thread(RecordedEvent event) {
        var thread = event.getThread("sampledThread");
        String name = thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
        if (name.isEmpty()) return "virtual threads";
        return name.startsWith("pool-") ? "callers" : name.replaceAll("[-#:]?\\d+$", "");
    }

    /** The first frame that is not the JDK's own says whose work it was. */
    private static String piece(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            if (JDK.stream().anyMatch(type::startsWith)) continue;
            return packageOf(type);
        }
        return "JDK";
    }

    /** Our own packages in full, others by their first two names. */
    private static String packageOf(String type) {
        List<String> names = new ArrayList<>(List.of(type.split("\\.", -1)));
        names.removeLast();
        int kept = type.startsWith("vn.minhchung.") ? names.size() : Math.min(2, names.size());
        return String.join(".", names.subList(0, kept));
    }
}
