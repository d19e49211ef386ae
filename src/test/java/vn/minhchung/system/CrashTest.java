package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.Acknowledged;
import vn.minhchung.testing.ApplicationProcess;
import vn.minhchung.testing.RecorderProcess;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.crash.CrashPoint;
import vn.minhchung.testing.crash.Strike;

/**
 * The application in a JVM of its own with most of the demo, worked on by those who handle its tasks' money while all views
 * are made again, killed with SIGKILL: now its JVM, now its PostgreSQL, now both, at a point of the code or at any moment. What
 * was acknowledged is kept by a third process. Three kills; with {@code -Plong} ({@code minhchung.long=true}) every point
 * with every victim and as many other moments, nine to a log: a rebuild under load takes the longer, the longer the log has
 * become. {@code minhchung.crash.seed} draws passages, pauses and moments.
 */
class CrashTest {
    private static final boolean LONG = Boolean.getBoolean("minhchung.long");
    private static final long SEED = Long.getLong("minhchung.crash.seed", 20_260_101);
    private static final List<CrashPlan.Round> ROUNDS = LONG ? CrashPlan.whole(SEED) : CrashPlan.brief();
    private static final int ROUNDS_TO_A_LOG = 9;
    private static final int REQUESTS_BEFORE_A_KILL = 10;
    private static final int LONGEST_DELAY_MS = 3_000;
    private static final int LONGEST_PAUSE_MICROS = 1_500;
    private static final Duration LONGEST_WAY_TO_A_POINT = Duration.ofMinutes(5);
    private static final String PASSWORD = "mat-khau-thu";
    private static final String ANY_MOMENT = "ANY_MOMENT";

    /** An advance has been paid of which nothing is settled, and of two failed tasks a refund is being decided. */
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 10, 8);

    private static final String PAID = Id.derived("project", "yearend", "LONGAN");

    /** Every one of them is acknowledged under load. */
    private static final Set<String> MUTATIONS = Set.of(
            "acceptSpendingReport",
            "announceInspection",
            "askAdjustmentSupplement",
            "assignAppropriation",
            "cancelAppropriation",
            "cancelTreasuryPaper",
            "cancelVolume",
            "closeYear",
            "confirmAdjustment",
            "confirmCarryOver",
            "confirmRefund",
            "confirmRefundPayment",
            "confirmTreasuryFact",
            "confirmYearClosing",
            "decideAdjustment",
            "decideRefund",
            "declareCarryOver",
            "drawUpVolume",
            "filePeriodicReport",
            "fileSpendingReport",
            "notifyAdjustment",
            "prepareClearing",
            "prepareReturn",
            "rebuildViews",
            "recodePayment",
            "recordAdjustmentOpinion",
            "recordCarryOverConfirmation",
            "recordCarryOverLetter",
            "recordExecution",
            "recordNoObjection",
            "recordPublicity",
            "recordRefundPayment",
            "registerOrganisation",
            "registerPerson",
            "rejectRefund",
            "rejectRefundPayment",
            "rejectYearClosing",
            "replaceSpendingReport",
            "reportNonCompletion",
            "requestAdjustment",
            "returnSpendingReport",
            "reviewPeriodicReport",
            "sendToTreasury",
            "signFirst",
            "signSecond",
            "signVolumeFirst",
            "signVolumeSecond",
            "supplementAdjustment",
            "withdrawAdjustment",
            "withdrawCarryOver");

    private final Random random = new Random(SEED);
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Map<String, Long> acknowledged = new TreeMap<>();
    private Path dataDir = Path.of("");
    private Path log = dataDir;
    private Path struck = dataDir;

    @Test
    void whatever_is_killed_and_whenever_nothing_acknowledged_is_lost() throws Exception {
        System.out.printf("crash: seed %d, %d kills%n", SEED, ROUNDS.size());
        try {
            for (int first = 0; first < ROUNDS.size(); first += ROUNDS_TO_A_LOG)
                onALogOfTheirOwn(ROUNDS.subList(first, Math.min(first + ROUNDS_TO_A_LOG, ROUNDS.size())));
        } finally {
            System.out.println("crash: killed at " + kills);
        }
        System.out.println("crash: acknowledged " + acknowledged);
        assertThat(acknowledged.keySet()).isEqualTo(MUTATIONS);
        assertThat(kills.keySet()).containsAll(wanted());
    }

    private void onALogOfTheirOwn(List<CrashPlan.Round> rounds) throws Exception {
        dataDir = TestPostgres.newDataDir();
        log = dataDir.resolve("application.log");
        struck = dataDir.resolve("struck");
        int port = ApplicationProcess.freePort();
        ApplicationProcess application = start(port).awaitReady();
        try (RecorderProcess recorder = recorder(application, port)) {
            for (CrashPlan.Round round : rounds) {
                recorder.begin();
                recorder.awaitMore(REQUESTS_BEFORE_A_KILL);
                application = killed(round, application, port, recorder);
                recorder.finish();
                List<Acknowledged.Entry> entries = recorder.acknowledged();
                System.out.printf(
                        "crash: %d mutations acknowledged so far, sent again: %s%n",
                        entries.size(), recorder.hindrances());
                ordersAreOver(application, entries);
                everythingIsThere(application, entries);
            }
            recorder.acknowledged().forEach(entry -> acknowledged.merge(entry.mutation(), 1L, Long::sum));
        } catch (Exception | AssertionError e) {
            System.out.println(tail());
            throw e;
        } finally {
            application.close();
        }
    }

    /** None of the points is left out. */
    private static Set<String> wanted() {
        return ROUNDS.stream()
                .map(round -> round.point() == null ? ANY_MOMENT : round.point().name())
                .collect(Collectors.toSet());
    }

    private ApplicationProcess start(int port) {
        return ApplicationProcess.startMortal(
                log,
                struck,
                List.of(
                        "--server.port=" + port,
                        "--minhchung.data-dir=" + dataDir,
                        "--minhchung.demo.password=" + PASSWORD,
                        "--minhchung.demo.today=" + DEMO_UNTIL,
                        "--logging.level.root=WARN"));
    }

    /** Has all views made again meanwhile, and starts what does not start by itself. */
    private ApplicationProcess killed(
            CrashPlan.Round round, ApplicationProcess application, int port, RecorderProcess recorder)
            throws IOException {
        long postmaster = Long.parseLong(application.ask("postmaster"));
        CrashPoint point = round.point();
        if (point == null) {
            recorder.orderRebuild();
            // the one wait in this test: the moment of the kill is drawn, not chosen
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_DELAY_MS)));
            if (round.victim().application()) application.kill();
            if (round.victim().database()) {
                ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
            }
            kills.merge(ANY_MOMENT, 1, Integer::sum);
        } else {
            int before = strikes();
            application.strike(new Strike(
                    point,
                    1 + random.nextInt(point.passages()),
                    random.nextInt(LONGEST_PAUSE_MICROS),
                    round.victim(),
                    postmaster));
            recorder.orderRebuild();
            awaitStrike(round, before);
        }
        long killed = System.nanoTime();
        ApplicationProcess serving = application;
        if (round.victim().application()) {
            application.awaitEnd(LONGEST_WAY_TO_A_POINT);
            serving = start(port).awaitReady();
        }
        recorder.awaitServed();
        System.out.printf(
                "crash: killed %s, served again after %d ms%n",
                round, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
        return serving;
    }

    /** The file is written by the process that strikes, before it does. */
    private void awaitStrike(CrashPlan.Round round, int before) throws IOException {
        eventually(
                LONGEST_WAY_TO_A_POINT,
                () -> assertThat(strikes()).as(round.toString()).isEqualTo(before + 1));
        String last = Files.readAllLines(struck).getLast();
        assertThat(last).isEqualTo("%s %s", round.point(), round.victim());
        kills.merge(String.valueOf(round.point()), 1, Integer::sum);
    }

    private int strikes() throws IOException {
        return Files.exists(struck) ? Files.readAllLines(struck).size() : 0;
    }

    /** An order that ran when its node died is carried out by the next one; nothing of it lies about. */
    private static void ordersAreOver(ApplicationProcess application, List<Acknowledged.Entry> acknowledged)
            throws SQLException {
        List<String> orders = acknowledged.stream()
                .filter(entry -> entry.mutation().equals("rebuildViews"))
                .map(Acknowledged.Entry::id)
                .toList();
        assertThat(orders).isNotEmpty();
        try (CrashedStore store = new CrashedStore(application)) {
            eventually(Duration.ofMinutes(2), () -> {
                assertThat(orders)
                        .allSatisfy(order ->
                                assertThat(application.ask("order " + order)).isEqualTo("DONE null []"));
                assertThat(store.schemasBesideTheViews()).isEmpty();
            });
        }
    }

    private static void everythingIsThere(ApplicationProcess application, List<Acknowledged.Entry> acknowledged)
            throws SQLException {
        try (CrashedStore store = new CrashedStore(application)) {
            assertThat(store.lost(acknowledged)).isEmpty();
            assertThat(store.lost(claimed(acknowledged.getLast())))
                    .as("what was never acknowledged is noticed")
                    .hasSize(3);
            store.requireNothingSkipped();
        }
        assertThat(application.ask("differences"))
                .as("position, and tables in which a rebuild differs from the live views")
                .matches("\\d+ \\[]");
    }

    /** Another position, another object, another request. */
    private static List<Acknowledged.Entry> claimed(Acknowledged.Entry told) {
        return List.of(
                new Acknowledged.Entry(told.position() - 1, told.id(), told.mutation(), told.key()),
                new Acknowledged.Entry(told.position(), told.id() + "0", told.mutation(), told.key()),
                new Acknowledged.Entry(told.position(), told.id(), told.mutation(), told.key() + "0"));
    }

    private RecorderProcess recorder(ApplicationProcess application, int port) throws SQLException {
        try (CrashedStore store = new CrashedStore(application)) {
            return RecorderProcess.working(dataDir, port, PASSWORD, store.head(), store.advance(PAID, DEMO_UNTIL));
        }
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
