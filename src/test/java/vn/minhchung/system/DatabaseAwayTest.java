package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.budgets.Department;
import vn.minhchung.eventstore.Gate;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.Line;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/**
 * The database goes away under load: the line is cut at the commit, goes dead, hangs up every call, or the server itself
 * stops. Whoever asks is answered within ten seconds and told to come again; afterwards the system goes on by itself, and
 * nothing is lost or doubled. 64 callers and a pool of 20.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAwayTest {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Views included. */
    private static final Duration AGAIN = Duration.ofSeconds(60);

    private static final int CALLERS = 64;
    private static final int IN_LINE = 16;
    private static final String ADMIN = "admin";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final Line line = Line.toServer();
    private final RunningSystem system = RunningSystem.start(line.through(database), "--minhchung.pool.size=20");
    private final Commands commands = system.bean(Commands.class);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger names = new AtomicInteger();

    /** @param position of what was written; 0 where it was refused with {@code why} */
    private record Answer(
            String name, long position, @Nullable ErrorCode why, Duration took) {}

    @BeforeAll
    void an_administrator() {
        system.bean(Bootstrap.class).administrator("Quản trị", ADMIN, new Secret(RunningSystem.PASSWORD));
        eventually(() -> assertThat(web("{ me { login } }")).isEqualTo("DONE"));
    }

    @AfterAll
    void close() throws IOException {
        callers.shutdownNow();
        system.close();
        line.close();
    }

    /** The transaction is on the server and nobody hears what became of it: by turns it commits, or is rolled back. */
    @Test
    void a_line_cut_at_the_commit_leaves_every_caller_an_answer_and_nothing_doubled() throws Exception {
        try (Gate gate = new Gate(database, "request:")) {
            for (int round = 1; round <= 6; round++) {
                if (round > 1) gate.shut();
                List<Future<Answer>> answers = started(CALLERS);
                gate.awaitAppends(1);
                boolean rolledBack = round % 2 == 0;
                long cut = System.nanoTime();
                if (rolledBack) gate.killWhoWaits();
                line.cut();
                gate.open();

                List<Answer> got = all(answers);
                everyOneIsWrittenOnce(got);
                System.out.printf(
                        "cut at the commit, %s: %d callers, all written after %d ms; told first %s%n",
                        rolledBack ? "rolled back" : "committed",
                        CALLERS,
                        Duration.ofNanos(System.nanoTime() - cut).toMillis(),
                        reasons(got));
                assertThat(Duration.ofNanos(System.nanoTime() - cut)).isLessThan(ANSWER);
            }
        }
    }

    @Test
    void a_line_that_goes_dead_keeps_nobody_longer_than_ten_seconds() throws Exception {
        away("the line is dead", () -> line.silent(true), () -> line.silent(false));
    }

    @Test
    void a_server_that_takes_no_calls_keeps_nobody_longer_than_ten_seconds() throws Exception {
        away("no server", () -> line.down(true), () -> line.down(false));
    }

    /** As a firewall does after a while, or when a server's address moves: nobody is told, only new calls get through. */
    @Test
    void calls_that_the_network_forgets_are_made_again() throws Exception {
        line.forget();
        long forgotten = System.nanoTime();
        List<Answer> got = all(started(CALLERS));
        assertThat(got.stream().map(Answer::why).filter(why -> why != null)).allMatch(ErrorCode::retryable);
        everyOneIsWrittenOnce(got);
        long written = System.nanoTime();
        eventually(AGAIN, () -> assertThat(web(registration())).isEqualTo("DONE"));
        System.out.printf(
                "calls forgotten: %d callers told first %s, all written after %d ms, shown after %d ms%n",
                CALLERS,
                reasons(got),
                Duration.ofNanos(written - forgotten).toMillis(),
                Duration.ofNanos(System.nanoTime() - forgotten).toMillis());
    }

    /** SIGSTOP: the server still takes calls and says nothing. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_server_that_stands_still_keeps_nobody_longer_than_ten_seconds() throws Exception {
        ProcessHandle postmaster = TestPostgres.server().process().orElseThrow();
        away(
                "the server stands still",
                () -> {
                    // the postmaster first: from then on it has no new children
                    signal("-STOP", Stream.of(postmaster));
                    signal("-STOP", postmaster.descendants());
                },
                () -> signal("-CONT", Stream.concat(postmaster.descendants(), Stream.of(postmaster))));
    }

    private interface Step {
        void run() throws Exception;
    }

    private void away(String how, Step leave, Step comeBack) throws Exception {
        List<Answer> got = new ArrayList<>();
        try {
            // some are under way when it happens
            List<Future<Answer>> atFirst = started(CALLERS);
            eventually(() -> assertThat(atFirst).anyMatch(Future::isDone));
            leave.run();
            List<Future<String>> web = List.of(
                    callers.submit(() -> web("{ me { login } }")),
                    callers.submit(() -> web(registration())),
                    callers.submit(() -> web("{ persons(first: 2) { nodes { name } } }")));
            // and some wait for one another, since it is about the same object
            String same = "away " + names.incrementAndGet();
            List<Future<Answer>> inLine = new ArrayList<>();
            for (int i = 0; i < IN_LINE; i++) {
                String key = same + " " + i;
                inLine.add(callers.submit(() -> answer(same, key)));
            }
            got.addAll(all(atFirst));
            assertThat(all(inLine)).allSatisfy(answer -> {
                assertThat(answer.took()).isLessThan(ANSWER);
                assertThat(answer.why()).isNotNull().matches(ErrorCode::retryable);
            });
            assertThat(all(web)).allMatch(why -> why.equals("again") || why.equals("DONE"));
            // more than may be in flight
            List<Answer> later = all(started(300));
            assertThat(later).extracting(Answer::why).doesNotContainNull();
            got.addAll(later);
            assertThat(web("{ me { login } }")).isEqualTo("again");
        } finally {
            comeBack.run();
        }
        assertThat(got)
                .extracting(Answer::took)
                .allSatisfy(took -> assertThat(took).isLessThan(ANSWER));
        assertThat(got.stream().map(Answer::why).filter(why -> why != null)).allMatch(ErrorCode::retryable);
        long back = System.nanoTime();
        eventually(AGAIN, () -> assertThat(web(registration())).isEqualTo("DONE"));
        System.out.printf(
                "%s: %d callers, longest answer %d ms, told %s; served again %d ms after it was back%n",
                how,
                got.size(),
                got.stream().mapToLong(answer -> answer.took().toMillis()).max().orElseThrow(),
                reasons(got),
                Duration.ofNanos(System.nanoTime() - back).toMillis());
        everyOneIsWrittenOnce(got);
    }

    /** Whoever was not told a position asks again, as he was told, and then every command is in the log once. */
    private void everyOneIsWrittenOnce(List<Answer> answers) throws Exception {
        assertThat(answers)
                .extracting(Answer::took)
                .allSatisfy(took -> assertThat(took).isLessThan(ANSWER));
        List<Callable<Answer>> again = answers.stream()
                .<Callable<Answer>>map(answer -> () -> answer.why() == null ? answer : written(answer.name()))
                .toList();
        List<Answer> written = all(again.stream().map(callers::submit).toList());
        assertThat(written).extracting(Answer::position).doesNotHaveDuplicates();
        for (Answer answer : written) {
            assertThat(eventsOf(answer.name()))
                    .as("the one event of %s, where its caller was told", answer.name())
                    .containsExactly(answer.position());
        }
        assertThat(number("select max(position) - count(*) from event_store.event"))
                .isZero();
    }

    private Answer written(String name) {
        List<Answer> done = new ArrayList<>();
        eventually(() -> {
            Answer answer = answer(name);
            assertThat(answer.why()).isNull();
            done.add(answer);
        });
        return done.getFirst();
    }

    private List<Future<Answer>> started(int count) {
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "away " + names.incrementAndGet();
            answers.add(callers.submit(() -> answer(name)));
        }
        return answers;
    }

    private Answer answer(String name) {
        return answer(name, name);
    }

    private Answer answer(String name, String key) {
        RegisterOrganisation command =
                new RegisterOrganisation(id(name), "Viện " + name, OrganisationKind.RESEARCH_INSTITUTE, null);
        Decision decision = Department.keyed(Decisions.taken(Role.OFFICER), "registerOrganisation", key);
        long start = System.nanoTime();
        try {
            long position = commands.send(command, decision).position();
            return new Answer(name, position, null, Duration.ofNanos(System.nanoTime() - start));
        } catch (Refusal refusal) {
            return new Answer(name, 0, refusal.code(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static OrganisationId id(String name) {
        return new OrganisationId(Id.derived("organisation", name));
    }

    private String registration() {
        return """
                mutation { registerOrganisation(input: {name: "Viện Trên Mạng", kind: UNIVERSITY, idempotencyKey: "%d"})
                { position pending errors { code retryable } } }""".formatted(names.incrementAndGet());
    }

    /** DONE, {@code again} where the caller may come again, else what is wrong; always within the time. */
    private String web(String document) {
        long start = System.nanoTime();
        HttpResponse<String> response = system.as(ADMIN).post(document, Map.of());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(document).isLessThan(ANSWER);
        if (response.statusCode() == 503) return "again";
        JsonNode answer = JSON.readTree(response.body());
        if (answer.hasNonNull("errors"))
            return answer.at("/errors/0/extensions/retryable").asBoolean(false) ? "again" : response.body();
        JsonNode refused = answer.at("/data/registerOrganisation/errors/0");
        if (answer.at("/data/registerOrganisation/pending").asBoolean(false)) return "again";
        if (refused.isMissingNode()) return "DONE";
        return refused.get("retryable").asBoolean() ? "again" : response.body();
    }

    private static <T> List<T> all(List<Future<T>> futures) throws Exception {
        List<T> got = new ArrayList<>();
        for (Future<T> each : futures) got.add(each.get());
        return got;
    }

    private static Map<String, Integer> reasons(List<Answer> answers) {
        Map<String, Integer> reasons = new TreeMap<>();
        answers.forEach(answer ->
                reasons.merge(answer.why() == null ? "written" : answer.why().name(), 1, Integer::sum));
        return reasons;
    }

    private List<@Nullable Long> eventsOf(String name) {
        return JdbcClient.create(database.app())
                .sql("select position from event_store.event where stream = :stream")
                .param("stream", id(name).value())
                .query(Long.class)
                .list();
    }

    private long number(String sql) {
        return JdbcClient.create(database.app()).sql(sql).query(Long.class).single();
    }

    private static void signal(String signal, Stream<ProcessHandle> processes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
