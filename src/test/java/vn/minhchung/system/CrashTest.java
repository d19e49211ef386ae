package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.testing.Acknowledged;
import vn.minhchung.testing.ApplicationProcess;
import vn.minhchung.testing.Load;
import vn.minhchung.testing.MoneyRequests;
import vn.minhchung.testing.TestPostgres;

/**
 * The application in a JVM of its own with the first months of the demo, worked on by those who handle a task's money, killed with SIGKILL under load: now its JVM, now its PostgreSQL, now both. Three
 * kills; twenty with {@code -Plong} ({@code minhchung.long=true}). {@code minhchung.crash.seed} chooses the moments.
 */
class CrashTest {
    private static final int KILLS = Boolean.getBoolean("minhchung.long") ? 20 : 3;
    private static final long SEED = Long.getLong("minhchung.crash.seed", 20_260_101);
    private static final int CALLERS = 8;
    private static final int REQUESTS_BEFORE_A_KILL = 10;
    private static final int LONGEST_DELAY_MS = 1_500;
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2024, 4, 30);
    private static final String PASSWORD = "mat-khau-thu";

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
        AtomicReference<Load.Requests> requests = new AtomicReference<>();
        try (Acknowledged acknowledged = new Acknowledged(dataDir.resolve("acknowledged"));
                Load load = new Load(
                        port, PASSWORD, acknowledged, number -> requests.get().of(number))) {
            application.awaitReady();
            requests.set(new MoneyRequests(advance(application)));
            for (int kill = 0; kill < KILLS; kill++) {
                load.start(CALLERS);
                int before = load.acknowledgedRequests();
                eventually(
                        LONGEST_START,
                        () -> assertThat(load.acknowledgedRequests()).isGreaterThan(before + REQUESTS_BEFORE_A_KILL));
                // the one wait in this test: the moment of the kill is drawn, not chosen
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_DELAY_MS)));

                Victim victim = Victim.values()[kill % Victim.values().length];
                long killed = System.nanoTime();
                application = killed(victim, application, port);
                eventually(
                        LONGEST_START,
                        () -> assertThat(load.lastSentAndAnswered()).isGreaterThan(killed));
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
            assertThat(load.hindrances().keySet())
                    .as("whoever asks while the database is away is told to ask again")
                    .noneMatch(why -> why.matches("HTTP (?!503).*|error (INTERNAL|NOT_.*|\\?)"));
        } catch (Exception | AssertionError e) {
            System.out.println(tail());
            throw e;
        } finally {
            application.close();
        }
    }

    private ApplicationProcess start(int port) {
        return ApplicationProcess.start(
                log,
                List.of(
                        "--server.port=" + port,
                        "--minhchung.data-dir=" + dataDir,
                        "--minhchung.demo.password=" + PASSWORD,
                        // the treasury has paid the first advance, and nothing of it is settled
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
        String[] database = application.ask("database").split(" ", 3);
        try (Connection connection = DriverManager.getConnection(database[0], database[1], database[2])) {
            everyAcknowledgementStandsWhereItWasPromised(connection, acknowledged);
            nothingIsSkipped(connection);
        }
        assertThat(application.ask("differences"))
                .as("position, and tables in which a rebuild differs from the live views")
                .matches("\\d+ \\[]");
    }

    /**
     * The command that ends at the position is about the object; and what a command made was made once, although its request
     * may have been sent twice.
     */
    private static void everyAcknowledgementStandsWhereItWasPromised(
            Connection connection, List<Acknowledged.Entry> acknowledged) throws SQLException {
        String sql = """
            select a.position, a.id
            from unnest(?::bigint[], ?::text[]) as a(position, id)
            left join event_store.event_json last on last.position = a.position
            where last.position is null
              or split_part(last.envelope ->> 'part', '/', 1) <> split_part(last.envelope ->> 'part', '/', 2)
              or not exists (
                select from event_store.event e
                where e.stream = a.id and e.position <= a.position
                  and e.position > a.position - split_part(last.envelope ->> 'part', '/', 2)::int)
              or (a.id not like 'project:%'
                and exists (select from event_store.event e where e.stream = a.id and e.sequence = 1))\
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(
                    1,
                    acknowledged.stream()
                            .mapToLong(Acknowledged.Entry::position)
                            .toArray());
            statement.setObject(
                    2, acknowledged.stream().map(Acknowledged.Entry::id).toArray(String[]::new));
            try (ResultSet lost = statement.executeQuery()) {
                assertThat(lost.next())
                        .as(() -> "an acknowledged mutation is lost or doubled")
                        .isFalse();
            }
        }
    }

    /** The first advance of the demo that the treasury has paid. */
    private static MoneyRequests.Advance advance(ApplicationProcess application) throws SQLException {
        String sql = """
            select payload ->> 'paper', payload ->> 'project', payload ->> 'appropriation', line ->> 'line', line ->> 'item'
            from event_store.event_json, jsonb_array_elements(payload -> 'lines') as line
            where name = 'budgets.TreasuryPaperExecuted' and payload ->> 'kind' = 'ADVANCE'
              and payload ->> 'project' = ? and line ->> 'line' = 'MATERIALS'
            order by position desc limit 1\
            """;
        String[] database = application.ask("database").split(" ", 3);
        try (Connection connection = DriverManager.getConnection(database[0], database[1], database[2]);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, DemoLoader.firstTask().value());
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).as("an advance the treasury has paid").isTrue();
                return new MoneyRequests.Advance(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        DemoLoader.department().value(),
                        "host-accountant",
                        row.getString(4),
                        row.getString(5),
                        DEMO_UNTIL);
            }
        }
    }

    private static void nothingIsSkipped(Connection connection) throws SQLException {
        String sql = """
            select count(*) = max(position) and min(position) = 1,
              not bool_or(recorded_us <= before), count(distinct stream || ' ' || sequence) = count(*)
            from (select position, recorded_us, stream, sequence,
                    lag(recorded_us) over (order by position) as before
                  from event_store.event) as e\
            """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            assertThat(row.getBoolean(1)).as("positions are contiguous from 1").isTrue();
            assertThat(row.getBoolean(2)).as("recorded times increase strictly").isTrue();
            assertThat(row.getBoolean(3)).as("no sequence of a stream twice").isTrue();
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
