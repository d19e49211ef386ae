package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhchung.demo.RefundStory;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.Acknowledged;
import vn.minhchung.testing.AdjustmentRequests;
import vn.minhchung.testing.Advance;
import vn.minhchung.testing.AdvanceRequests;
import vn.minhchung.testing.ApplicationProcess;
import vn.minhchung.testing.ClearingRequests;
import vn.minhchung.testing.Load;
import vn.minhchung.testing.RefundRequests;
import vn.minhchung.testing.ReportingRequests;
import vn.minhchung.testing.SpendingRequests;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.YearEndRequests;

/**
 * The application in a JVM of its own with most of the demo, worked on by those who handle its tasks' money, killed with
 * SIGKILL under load: now its JVM, now its PostgreSQL, now both. Three kills; twenty with {@code -Plong}
 * ({@code minhchung.long=true}). {@code minhchung.crash.seed} chooses the moments.
 */
class CrashTest {
    private static final int KILLS = Boolean.getBoolean("minhchung.long") ? 20 : 3;
    private static final long SEED = Long.getLong("minhchung.crash.seed", 20_260_101);
    private static final int REQUESTS_BEFORE_A_KILL = 10;
    private static final int LONGEST_DELAY_MS = 1_500;
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final String PASSWORD = "mat-khau-thu";

    /** An advance has been paid of which nothing is settled, and of two failed tasks a refund is being decided. */
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 10, 8);

    private static final String PAID = Id.derived("project", "yearend", "LONGAN");
    private static final String REPORTING = Id.derived("project", "yearend", "CATTLE");

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

    private enum Victim {
        APPLICATION,
        DATABASE,
        BOTH
    }

    private final Path dataDir = TestPostgres.newDataDir();
    private final Path log = dataDir.resolve("application.log");
    private final Random random = new Random(SEED);

    @Test
    void whatever_is_killed_and_whenever_nothing_acknowledged_is_lost() throws Exception {
        System.out.printf("crash: seed %d, %d kills%n", SEED, KILLS);
        int port = freePort();
        ApplicationProcess application = start(port);
        try (Acknowledged acknowledged = new Acknowledged(dataDir.resolve("acknowledged"));
                Load load = load(application.awaitReady(), port, acknowledged)) {
            for (int kill = 0; kill < KILLS; kill++) {
                load.start();
                int before = load.acknowledgedRequests();
                await(load, () -> load.acknowledgedRequests() > before + REQUESTS_BEFORE_A_KILL);
                // the one wait in this test: the moment of the kill is drawn, not chosen
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_DELAY_MS)));

                Victim victim = Victim.values()[kill % Victim.values().length];
                long killed = System.nanoTime();
                application = killed(victim, application, port);
                await(load, () -> load.lastSentAndAnswered() > killed);
                long served = System.nanoTime();
                load.finish(LONGEST_START);

                List<Acknowledged.Entry> entries = acknowledged.all();
                System.out.printf(
                        "crash: kill %d of %s, served again after %d ms, %d mutations acknowledged so far, sent again:"
                                + " %s%n",
                        kill + 1,
                        victim,
                        TimeUnit.NANOSECONDS.toMillis(served - killed),
                        entries.size(),
                        load.hindrances());
                everythingIsThere(application, entries);
            }
            Map<String, Long> counted = acknowledged.all().stream()
                    .collect(Collectors.groupingBy(Acknowledged.Entry::mutation, TreeMap::new, Collectors.counting()));
            System.out.println("crash: acknowledged " + counted);
            assertThat(counted.keySet()).isEqualTo(MUTATIONS);
        } catch (Exception | AssertionError e) {
            System.out.println(tail());
            throw e;
        } finally {
            application.close();
        }
    }

    /** Until it is so, or the callers have given up. */
    private static void await(Load load, BooleanSupplier wanted) {
        eventually(
                LONGEST_START,
                () -> assertThat(load.refusedForGood() || wanted.getAsBoolean())
                        .as(() -> "sent again: " + load.hindrances())
                        .isTrue());
    }

    private ApplicationProcess start(int port) {
        return ApplicationProcess.start(
                log,
                List.of(
                        "--server.port=" + port,
                        "--minhchung.data-dir=" + dataDir,
                        "--minhchung.demo.password=" + PASSWORD,
                        "--minhchung.demo.today=" + DEMO_UNTIL,
                        "--logging.level.root=WARN"));
    }

    /** Kills, and starts what does not start by itself. */
    private ApplicationProcess killed(Victim victim, ApplicationProcess application, int port) {
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(application.ask("postmaster"))).orElseThrow();
        return switch (victim) {
            case APPLICATION -> {
                application.kill();
                yield start(port).awaitReady();
            }
            case DATABASE -> {
                postmaster.destroyForcibly();
                yield application;
            }
            case BOTH -> {
                application.kill();
                postmaster.destroyForcibly();
                yield start(port).awaitReady();
            }
        };
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

    private static Load load(ApplicationProcess application, int port, Acknowledged acknowledged) throws SQLException {
        try (CrashedStore store = new CrashedStore(application)) {
            Advance advance = store.advance(PAID, DEMO_UNTIL);
            return new Load(
                    port,
                    PASSWORD,
                    acknowledged,
                    store.head(),
                    List.of(
                            new AdvanceRequests(advance),
                            new AdvanceRequests(advance),
                            new ClearingRequests(advance),
                            new SpendingRequests(advance),
                            new AdjustmentRequests(advance),
                            new ReportingRequests(REPORTING, DEMO_UNTIL),
                            new RefundRequests(RefundStory.clearedRight(), RefundStory.clearedTooMuch(), DEMO_UNTIL),
                            new YearEndRequests(DEMO_UNTIL)));
        }
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
