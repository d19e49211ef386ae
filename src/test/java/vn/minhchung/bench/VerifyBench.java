package vn.minhchung.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.LeafEntry;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.bundle.BundleHead;
import vn.minhchung.kernel.log.bundle.BundleWriter;

/**
 * Both verifiers, each as its own process, over a bundle of a whole log. Its events are those of a recorded history told again
 * and again, each time of other objects, so their sizes are real ones. Start and compilation, which a bundle of one such
 * history takes too, are not counted; what a fifth of the log takes tells the speed once machine code has been made. Beside
 * them the JDK's SHA-256 of the same file, twice: a verifier hashes most bytes as part of a line and again for their leaf.
 */
final class VerifyBench {
    private static final long POLL_MS = 20;
    private static final int KIB = 1_024;
    private static final int MOST_MIB = 256;
    private static final int TICKS_PER_SECOND = 100;

    private VerifyBench() {}

    /** @param cpuSeconds user and system; 0 where /proc is not */
    private record Run(double seconds, double cpuSeconds, long peakMib, String result) {}

    record Result(List<String> lines, List<Bar> bars) {}

    /** @param events about as many: the last command is written whole */
    static Result run(int events) throws Exception {
        List<Bar> bars = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(
                "",
                "### Verifying a bundle of a whole log",
                "",
                "| verifier | events | MB | seconds | events/s | events/s of one processor | the same after the first fifth"
                        + " | peak memory, MiB | result |",
                "|:--|--:|--:|--:|--:|--:|--:|--:|:--|"));
        Path folder = Files.createTempDirectory("verify-bench");
        try {
            RepeatedHistory history = RepeatedHistory.read();
            Path small = folder.resolve("small");
            Path fifth = folder.resolve("fifth");
            Path large = folder.resolve("large");
            write(history, history.size(), small);
            long first = write(history, events / 5, fifth);
            long written = write(history, events, large);
            double hashed = written / hashSeconds(large);
            lines.add(String.format(
                    Locale.ROOT,
                    "| the JDK's SHA-256 of the file, twice | %d | %d | | | | %.0f | | |",
                    written,
                    Files.size(large) / 1_000_000,
                    hashed));
            for (List<String> verifier : verifiers()) {
                Run start = run(verifier, small);
                Run begun = run(verifier, fifth);
                Run whole = run(verifier, large);
                boolean node = verifier.getFirst().equals("node");
                double perCore = written / (whole.cpuSeconds() - start.cpuSeconds());
                double warm = (written - first) / (whole.cpuSeconds() - begun.cpuSeconds());
                String name = node ? "verify.html, Node" : "Verify.java";
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %.1f | %.0f | %.0f | %.0f | %d | %s |",
                        name,
                        written,
                        Files.size(large) / 1_000_000,
                        whole.seconds(),
                        written / (whole.seconds() - start.seconds()),
                        perCore,
                        warm,
                        whole.peakMib(),
                        whole.result()));
                bars.add(new Bar(
                        "offline verification, " + name,
                        "≥ %d events/s of one processor, within %d MiB".formatted(node ? 100_000 : 300_000, MOST_MIB),
                        "%.0f events/s, %.0f once warm (%.2f of SHA-256 alone), %d MiB"
                                .formatted(perCore, warm, warm / hashed, whole.peakMib()),
                        perCore >= (node ? 100_000 : 300_000) && whole.peakMib() <= MOST_MIB,
                        "SHA-256, and finding the escapes in payload and envelope"));
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) Files.delete(file);
            }
            Files.delete(folder);
        }
        return new Result(lines, bars);
    }

    /** Of the processor, to hash every byte of a file twice, when the machine has warmed up. */
    private static double hashSeconds(Path file) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 16];
        long nanos = 0;
        for (int round = 0; round < 3; round++) {
            long begun = threads.getCurrentThreadCpuTime();
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
            }
            if (round > 0) nanos += threads.getCurrentThreadCpuTime() - begun;
        }
        return nanos / 1e9;
    }

    private static List<List<String>> verifiers() {
        Path folder = Path.of("src/main/resources/verify");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                folder.resolve("Verify.java").toString());
        List<String> node = List.of("node", folder.resolve("verify.html").toString());
        try {
            new ProcessBuilder("node", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return List.of(java, node);
        } catch (IOException e) {
            return List.of(java);
        }
    }

    private static long write(RepeatedHistory history, int atLeast, Path file) throws IOException {
        SigningKey key = SigningKey.generate("bench.example/log", KeyKind.NOTE);
        MerkleTree tree = new MerkleTree();
        long size = history.tell(atLeast, (event, salt) -> tree.add(MerkleTree.leafHash(LeafEntry.of(event, salt))));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                BundleWriter writer = BundleWriter.plain(out)) {
            writer.head(BundleHead.wholeLog(size, 0));
            writer.key(key.verifier());
            writer.checkpoint(
                    Checkpoint.of(key.verifier().name(), size, tree.root()).signedBy(key));
            Chunk chunk = new Chunk(writer);
            history.tell(atLeast, chunk::add);
            chunk.write();
            writer.end();
        }
        return size;
    }

    private static Run run(List<String> verifier, Path bundle) throws Exception {
        List<String> command = new ArrayList<>(verifier);
        command.add(bundle.toString());
        Path out = bundle.resolveSibling("said");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        double cpu = 0;
        long peak = 0;
        // what a process used is gone with it
        while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
            try {
                String[] stat = Files.readString(proc.resolve("stat")).split(" ", -1);
                cpu = (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) / (double) TICKS_PER_SECOND;
                for (String line : Files.readAllLines(proc.resolve("status")))
                    if (line.startsWith("VmHWM:")) peak = Long.parseLong(line.replaceAll("[^0-9]", "")) / KIB;
            } catch (IOException | ArrayIndexOutOfBoundsException | NumberFormatException e) {
                // it ended meanwhile, or the system has no /proc
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Run(seconds, cpu, peak, Files.readAllLines(out).getLast());
    }

    /** Entries stand before their events. */
    private static final class Chunk {
        private final BundleWriter writer;
        private final List<byte[]> entries = new ArrayList<>();
        private final List<StoredEvent> events = new ArrayList<>();

        Chunk(BundleWriter writer) {
            this.writer = writer;
        }

        void add(StoredEvent event, byte[] salt) throws IOException {
            entries.add(LeafEntry.of(event, salt));
            events.add(event);
            if (events.size() == Tile.WIDTH) write();
        }

        void write() throws IOException {
            if (events.isEmpty()) return;
            writer.entries(entries);
            for (var event : events) writer.event(event);
            entries.clear();
            events.clear();
        }
    }
}
