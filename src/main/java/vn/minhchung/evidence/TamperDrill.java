package vn.minhchung.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.LogSealer;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.eventstore.archive.LogExport;
import vn.minhchung.eventstore.archive.Progress;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.Tile;

/**
 * Copies a log, damages the copy in every {@link Way}, one at a time from a fresh state, and shows what the server's own check and both
 * verifiers say of each. The original is read and nothing else.
 */
final class TamperDrill {
    /** Bundles are verified many at a time, for the programs' start costs more than a small one. */
    private static final int AT_ONCE = 128;

    private static final int DRAWN = 2;

    private static final long BYTES_AT_ONCE = 512L << 20;

    private final Store original;
    private final Path folder;
    private final PrintStream out;
    private final DrillTable table;
    private final List<Case> waiting = new ArrayList<>();
    private final Consumer<DrillTable.Line> seen;
    private long waitingBytes;
    private @Nullable Verifier java;
    private @Nullable Verifier node;

    /**
     * @param folder new
     * @param seen told each line
     */
    TamperDrill(Store original, Path folder, PrintStream out, Consumer<DrillTable.Line> seen) {
        this.original = original;
        this.folder = folder;
        this.out = out;
        this.table = new DrillTable(out);
        this.seen = seen;
    }

    /** One damage that was done, with its bundle. */
    private record Case(Way way, long position, Expected expected, Finding server, List<String> call, Path bundle) {}

    /**
     * @param programs where PostgreSQL's programs are, or are unpacked to
     * @param seed of the positions that are drawn
     * @return true when every damage was found and named
     */
    boolean run(Path programs, long seed) throws Exception {
        State state =
                original.sealed().newest().filter(newest -> newest.size() > 0).orElseThrow(EvidenceFault::notSealed);
        try (CopyServer server = CopyServer.start(folder, programs)) {
            prepareVerifiers();
            table.head();
            if (!asItIs(state)) return table.end(skipped());
            Path file = folder.resolve("log.jsonl.gz");
            LogExport.write(original.connections(), TamperDrill::elsewhere, file, progress());
            long size = server.fill(file, progress());
            try (LogCopy copy = new LogCopy(server, original.codec(), original.views(), size)) {
                drill(copy, state, positions(size, seed));
            }
        }
        return table.end(skipped());
    }

    private static vn.minhchung.eventstore.archive.LogElsewhere elsewhere() {
        throw new EvidenceFault(
                "Sổ nằm trên Axon Server: hãy xuất (export-log), nhập vào một PostgreSQL trống (import-log) và diễn tập ở đó.",
                "The log is on Axon Server: export it, import it into an empty PostgreSQL, and drill there.");
    }

    private Progress progress() {
        return (events, of) -> out.printf(Texts.VI, "… %,d / %,d%n", events, of);
    }

    private void prepareVerifiers() throws IOException, InterruptedException {
        List<String> offline = Verifier.withoutNetwork();
        if (offline.isEmpty())
            out.printf(
                    "Hai chương trình kiểm chứng không mở kết nối mạng nào (máy này không cho phép tắt hẳn mạng của chúng).%nThe verifiers open no socket (this system does not permit to take the network from them).%n");
        else
            out.printf(
                    "Hai chương trình kiểm chứng chạy khi đã tắt mạng (%1$s).%nThe verifiers run without a network (%1$s).%n",
                    String.join(" ", offline));
        Path programs = Files.createDirectory(folder.resolve("verify"));
        java = Verifier.java(programs, offline).orElse(null);
        node = Verifier.node(programs, offline).orElse(null);
        if (java == null && node == null)
            throw new EvidenceFault(
                    "Không có JDK và cũng không có node: không chương trình kiểm chứng nào chạy được.",
                    "There is neither a JDK nor node: no verifier can be run.");
    }

    private List<String> skipped() {
        List<String> skipped = new ArrayList<>();
        if (java == null) skipped.add("Verify.java");
        if (node == null) skipped.add("verify.html");
        return skipped;
    }

    // ------------------------------------------------------------------------------------------------- the original

    /** The first control: the store itself, under its own keys and witnesses. */
    private boolean asItIs(State state) throws IOException, InterruptedException {
        Optional<LogSealer.Difference> difference = original.sealer().difference();
        Finding server = difference
                .map(it -> new Finding(it.damage().name(), it.position()))
                .orElse(Finding.OK);
        Path bundle = folder.resolve("original.jsonl");
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(bundle))) {
            new LogBundle(original).write(to, state, null, state.size());
        }
        List<String> call = List.of("--key", original.keys().keys().getFirst().text(), bundle.toString());
        Way way =
                Way.once("control: the original", "đối chứng: chính sổ này", (_, _) -> Expected.of("OK", 0, List.of()));
        Expected expected = Expected.of("OK", 0, List.of());
        waiting.add(new Case(way, 0, expected, server, call, bundle));
        return verify();
    }

    // ----------------------------------------------------------------------------------------------------- the copy

    /** The first and the last, around a tile's edge, and some drawn. */
    private static SortedSet<Long> positions(long size, long seed) {
        Random random = new Random(seed);
        SortedSet<Long> positions =
                new TreeSet<>(List.of(1L, Tile.WIDTH - 1L, (long) Tile.WIDTH, Tile.WIDTH + 1L, size));
        positions.removeIf(position -> position > size);
        long wanted = Math.min(size, positions.size() + (long) DRAWN);
        while (positions.size() < wanted) positions.add(1 + random.nextLong(size));
        return positions;
    }

    private void drill(LogCopy copy, State state, SortedSet<Long> positions) throws Exception {
        if (copy.size() <= Tile.WIDTH)
            out.printf(
                    "Sổ chỉ có %1$d sự kiện: dùng các vị trí %2$s.%nThe log has only %1$d events: positions %2$s are used.%n",
                    copy.size(), positions);
        SortedSet<Long> sizes = new TreeSet<>(List.of(copy.size()));
        for (long position : positions) {
            sizes.add(position - 1);
            sizes.add(copy.commandBefore(position));
        }
        copy.seal(sizes);
        copy.project();
        if (!copy.beginsWith(state))
            throw new EvidenceFault(
                    String.format(Texts.VI, "Bản sao không cho ra gốc của điểm kiểm tra %,d sự kiện.", state.size()),
                    String.format(
                            Locale.ENGLISH,
                            "The copy does not give the root of the checkpoint of %,d events.",
                            state.size()));
        for (Way way : Way.all()) {
            if (way.placed()) for (long position : positions) done(way, copy, position);
            else done(way, copy, 0);
            if (waiting.size() >= AT_ONCE || waitingBytes >= BYTES_AT_ONCE) verify();
        }
        verify();
    }

    private void done(Way way, LogCopy copy, long position) throws Exception {
        Path bundle = folder.resolve("%s-%d.bundle".formatted(way.name().replaceAll("[^A-Za-z]+", "-"), position));
        Case done = copy.damaged(() -> {
            Expected expected = way.doing().at(copy, position);
            write(copy, expected, bundle);
            Finding server = ServerCheck.of(copy, expected.kept());
            return new Case(way, position, expected, server, call(copy, expected, bundle), bundle);
        });
        waiting.add(done);
        waitingBytes += Files.size(bundle);
    }

    private static void write(LogCopy copy, Expected expected, Path bundle) throws IOException {
        LogBundle log = new LogBundle(copy);
        State newest = copy.newest();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bundle))) {
            if (!expected.proofsOf().isEmpty()) {
                log.writeProofs(out, newest, expected.proofsOf());
                return;
            }
            String report = new BalanceReport(copy.database(), LogCopy.VIEWS).body(newest.size());
            log.write(out, newest, report, Long.MAX_VALUE);
        }
    }

    private List<String> call(LogCopy copy, Expected expected, Path bundle) throws IOException {
        List<String> call = new ArrayList<>(List.of(
                "--key",
                copy.key().verifier().text(),
                "--witness",
                copy.witness().verifier().text(),
                "--witness",
                copy.otherWitness().verifier().text(),
                "--need",
                "1"));
        // single proofs are linked with no other checkpoint
        List<SignedNote> shown = expected.proofsOf().isEmpty() ? expected.kept() : List.of();
        for (SignedNote note : shown) {
            Path kept = folder.resolve(
                    "kept-%d.checkpoint".formatted(Checkpoint.parse(note.text()).size()));
            Files.writeString(kept, note.encoded());
            call.addAll(List.of("--checkpoint", kept.toString()));
        }
        call.add(bundle.toString());
        return call;
    }

    // -------------------------------------------------------------------------------------------------- the verifiers

    /** @return true when all that waited is right */
    private boolean verify() throws IOException, InterruptedException {
        List<List<String>> calls = waiting.stream().map(Case::call).toList();
        Path programs = folder.resolve("verify");
        List<Finding> byJava = java == null ? List.of() : java.run(programs, calls);
        List<Finding> byNode = node == null ? List.of() : node.run(programs, calls);
        boolean right = true;
        for (int i = 0; i < waiting.size(); i++) {
            Case it = waiting.get(i);
            DrillTable.Line line = new DrillTable.Line(
                    it.way(),
                    it.position(),
                    it.expected(),
                    it.server(),
                    byJava.isEmpty() ? null : byJava.get(i),
                    byNode.isEmpty() ? null : byNode.get(i));
            table.add(line);
            seen.accept(line);
            right &= line.right();
            // what was not named as it should be is left to be looked at
            if (line.right()) Files.delete(it.bundle());
        }
        waiting.clear();
        waitingBytes = 0;
        return right;
    }

    static void requireNew(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isEmpty()) return;
        }
        throw new EvidenceFault("Thư mục không trống: " + folder, "The folder is not empty: " + folder);
    }
}
