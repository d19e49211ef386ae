package vn.minhchung.bench;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.log.ProofCheck;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/**
 * The running application, its views following, while somebody appends in bulk: how long it takes from the commit of an event
 * until a signed checkpoint covers it. Then proofs out of the log that has become: how long one takes to make, with its tiles
 * read from PostgreSQL, and to check.
 */
final class SealBench {
    private static final int PER_SECOND = 5_000;
    private static final int AT_ONCE = 100;
    private static final long LOOK_MS = 5;
    private static final int PROOFS = 2_000;
    private static final long MOST_LAG_MS = 1_000;
    /** Of the first events, while the machine warms up. */
    private static final int NOT_COUNTED = 20;

    private SealBench() {}

    record Result(List<String> lines, List<Bar> bars) {}

    static Result run(int events) throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (RunningSystem system = RunningSystem.start(database)) {
            SealedLog log = system.bean(SealedLog.class);
            Lag lag = new Lag(log);
            Thread looking = Thread.ofPlatform().start(lag);
            long begun = System.nanoTime();
            append(database, events, system.bean(RecordedEvents.class).head(), lag);
            double seconds = (System.nanoTime() - begun) / 1e9;
            lag.end();
            looking.join();
            return told(events, seconds, lag, log);
        }
    }

    /** Paced; whoever falls behind catches up. */
    private static void append(TestPostgres.Database database, int events, long head, Lag lag) throws Exception {
        byte[] envelope = RepeatedHistory.read().envelopeOfOne();
        byte[] payload = ("{\"request\":\"request:bench\",\"inputHash\":\"" + "0".repeat(64) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        try (Appender appender = new Appender(
                ConnectionSource.of(database.app()), "bench", InstantSource.system(), Appender.Limits.DEFAULT)) {
            long position = head;
            long begun = System.nanoTime();
            for (int done = 0; done < events; done += AT_ONCE) {
                List<NewEvent> next = new ArrayList<>(AT_ONCE);
                for (int i = 0; i < AT_ONCE; i++)
                    next.add(new NewEvent(
                            UUID.randomUUID(),
                            "request:bench-" + (done + i),
                            0,
                            "Request",
                            "platform.RequestAccepted",
                            "1",
                            System.currentTimeMillis(),
                            payload,
                            envelope));
                appender.append(next);
                position += AT_ONCE;
                lag.committed(position);
                long due = begun + TimeUnit.SECONDS.toNanos(1) * (done + AT_ONCE) / PER_SECOND;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            }
        }
    }

    /** Looks for the newest checkpoint again and again. */
    private static final class Lag implements Runnable {
        private final SealedLog log;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final List<long[]> commits = new ArrayList<>();
        private final List<Long> micros = new ArrayList<>();

        Lag(SealedLog log) {
            this.log = log;
        }

        void committed(long position) {
            synchronized (commits) {
                commits.add(new long[] {position, System.nanoTime()});
            }
        }

        void end() {
            ended.set(true);
        }

        @Override
        public void run() {
            while (true) {
                boolean last = ended.get();
                long size = log.newest().map(SealedLog.State::size).orElse(0L);
                long now = System.nanoTime();
                synchronized (commits) {
                    while (!commits.isEmpty() && commits.getFirst()[0] <= size)
                        micros.add((now - commits.removeFirst()[1]) / 1_000);
                    if (last && commits.isEmpty()) return;
                }
                try {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        /** Ascending. */
        long[] sorted() {
            return micros.stream()
                    .skip(micros.size() / NOT_COUNTED)
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
        }
    }

    private static Result told(int events, double seconds, Lag lag, SealedLog log) {
        long[] lags = lag.sorted();
        long[] made = new long[PROOFS];
        long[] checked = new long[PROOFS];
        long[] consistent = new long[PROOFS];
        long[] consistentChecked = new long[PROOFS];
        SealedLog.State state = log.newest().orElseThrow();
        Random random = new Random(20260101);
        for (int i = 0; i < PROOFS; i++) {
            long leaf = random.nextLong(state.size());
            long begun = System.nanoTime();
            TiledTree tree = new TiledTree(state.size(), log);
            byte[] hash = tree.leafHash(leaf);
            List<byte[]> proof = tree.inclusion(leaf);
            made[i] = (System.nanoTime() - begun) / 1_000;
            begun = System.nanoTime();
            if (!ProofCheck.included(leaf, state.size(), hash, proof, state.root()))
                throw new IllegalStateException("leaf " + leaf);
            checked[i] = (System.nanoTime() - begun) / 1_000;
            begun = System.nanoTime();
            List<byte[]> extended = new TiledTree(state.size(), log).consistency(1 + leaf);
            consistent[i] = (System.nanoTime() - begun) / 1_000;
            byte[] before = new TiledTree(1 + leaf, log).root();
            begun = System.nanoTime();
            if (!ProofCheck.consistent(1 + leaf, state.size(), before, state.root(), extended))
                throw new IllegalStateException("size " + (1 + leaf));
            consistentChecked[i] = (System.nanoTime() - begun) / 1_000;
        }
        List<String> lines = new ArrayList<>(List.of(
                "",
                "### Sealing under load, and proofs",
                "",
                "%d events appended in bulk, %d at once, %.0f/s, into the running application; checkpoints of %d events at the end"
                        .formatted(events, AT_ONCE, events / seconds, state.size()),
                "",
                "| what | p50 ms | p99 ms | worst ms |",
                "|:--|--:|--:|--:|"));
        lines.add(row("from an event's commit to the checkpoint that covers it", lags));
        lines.add(row("an inclusion proof made, tiles from PostgreSQL", made));
        lines.add(row("an inclusion proof checked", checked));
        lines.add(row("a consistency proof made, tiles from PostgreSQL", consistent));
        lines.add(row("a consistency proof checked", consistentChecked));
        long p99 = at(lags, 990) / 1_000;
        return new Result(
                lines,
                List.of(new Bar(
                        "commit to sealed, signed checkpoint",
                        "p99 < 1 s at 5,000 events/s by bulk append",
                        "p99 %d ms at %.0f/s".formatted(p99, events / seconds),
                        p99 < MOST_LAG_MS && events / seconds > PER_SECOND * 0.98,
                        "the sealer looks five times a second; hashing, and reading the events once more")));
    }

    private static String row(String what, long[] micros) {
        Arrays.sort(micros);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |",
                what,
                Measured.millis(at(micros, 500)),
                Measured.millis(at(micros, 990)),
                Measured.millis(micros[micros.length - 1]));
    }

    private static long at(long[] sorted, int ofThousand) {
        return sorted[(int) Math.min(sorted.length - 1L, sorted.length * (long) ofThousand / 1_000)];
    }
}
