package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.minhchung.eventstore.LogFixture.event;
import static vn.minhchung.testing.Eventually.eventually;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.command.Patience;

class AppenderTest {
    private final LogFixture log = new LogFixture();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Appender.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void close() {
        logger.detachAppender(logged);
        log.close();
    }

    @Test
    void positions_are_contiguous_under_many_callers() throws Exception {
        int callers = 16;
        int each = 200;
        List<Callable<Void>> work = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            String stream = "note:" + caller;
            work.add(() -> {
                for (int i = 0; i < each; i += 2) log.appender.append(List.of(event(stream, i), event(stream, i + 1)));
                return null;
            });
        }
        long start = System.nanoTime();
        runAll(work);
        LogFixture.print("%d appends in %d ms"
                .formatted(
                        callers * each / 2,
                        Duration.ofNanos(System.nanoTime() - start).toMillis()));

        assertThat(log.column("position"))
                .isEqualTo(
                        LongStream.rangeClosed(1, (long) callers * each).boxed().toList());
    }

    @Test
    void an_error_does_not_end_the_only_thread_that_writes() {
        var injected = new AtomicInteger();
        log.appender.observe((_, _, _, _) -> {
            if (injected.getAndIncrement() == 0) throw new NoSuchMethodError("injected");
        });

        log.appender.append(List.of(event("note:a", 0)));
        log.appender.append(List.of(event("note:b", 0)));

        eventually(() -> assertThat(injected).hasValue(2));
    }

    @Test
    void two_nodes_append_to_one_log() throws Exception {
        Appender other = log.newAppender(log.source(), Appender.Limits.DEFAULT, InstantSource.system());
        List<Callable<Void>> work = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            String stream = "note:" + caller;
            Appender appender = caller % 2 == 0 ? log.appender : other;
            work.add(() -> {
                for (int i = 0; i < 100; i++) appender.append(List.of(event(stream, i)));
                return null;
            });
        }
        runAll(work);

        assertThat(log.column("position"))
                .isEqualTo(LongStream.rangeClosed(1, 800).boxed().toList());
    }

    @Test
    void one_of_many_who_append_the_same_sequence_wins_and_the_others_learn_of_the_conflict() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int caller = 0; caller < 16; caller++) {
            work.add(() -> {
                try {
                    log.appender.append(List.of(event("note:one", 0)));
                    return true;
                } catch (StreamConflict e) {
                    assertThat(e.stream()).isEqualTo("note:one");
                    return false;
                }
            });
        }

        assertThat(runAll(work)).containsOnlyOnce(true);
        assertThat(log.column("position")).containsExactly(1L);
    }

    @Test
    void a_conflict_on_one_stream_leaves_out_the_whole_request_and_draws_no_number() throws Exception {
        log.appender.append(List.of(event("note:a", 0)));

        assertThatThrownBy(() -> log.appender.append(List.of(event("note:b", 0), event("note:a", 0))))
                .isInstanceOf(StreamConflict.class)
                .hasMessageContaining("note:a");
        Appended next = log.appender.append(List.of(event("note:b", 0), event("note:a", 1)));

        assertThat(next).isEqualTo(new Appended(3, 2));
        assertThat(next.firstPosition()).isEqualTo(2);
    }

    @Test
    void a_request_is_left_out_when_a_stream_it_rests_on_has_moved() throws Exception {
        log.appender.append(List.of(event("rule:a", 0)));
        Map<String, Long> read = Map.of("rule:a", 0L, "rule:none", -1L);

        assertThat(log.appender.append(List.of(event("note:b", 0)), read).position())
                .as("the control: nothing has moved")
                .isEqualTo(2);
        log.appender.append(List.of(event("rule:a", 1)));

        assertThatThrownBy(() -> log.appender.append(List.of(event("note:b", 1)), read))
                .isInstanceOf(StreamConflict.class)
                .hasMessageContaining("rule:a");
        assertThatThrownBy(() -> log.appender.append(List.of(event("note:b", 1)), Map.of("note:b", -1L)))
                .as("also one it appends to, read before it was locked")
                .isInstanceOf(StreamConflict.class);
        assertThat(log.column("position")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void of_two_that_rest_on_what_the_other_writes_one_is_left_out_also_in_one_batch() throws Exception {
        List<Boolean> passed = atOnce(List.of(
                () -> log.appender.append(List.of(event("note:a", 0)), Map.of("note:b", -1L)),
                () -> log.appender.append(List.of(event("note:b", 0)), Map.of("note:a", -1L))));

        assertThat(passed).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void many_rest_on_one_stream_in_one_batch() throws Exception {
        List<Callable<Appended>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String stream = "note:" + i;
            work.add(() -> log.appender.append(List.of(event(stream, 0)), Map.of("rule:hot", -1L)));
        }
        assertThat(atOnce(work)).doesNotContain(false);
    }

    /** All of them wait for the log's lock, held here, and go into it together; false: left out. */
    private List<Boolean> atOnce(List<Callable<Appended>> work) throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (Callable<Appended> each : work) {
            all.add(() -> {
                try {
                    each.call();
                    return true;
                } catch (StreamConflict e) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = log.database.app().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + AppendStatement.LOCK + ")");
            // the first batch is this one alone, so that the others wait behind it
            Future<Appended> first = threads.submit(() -> log.appender.append(List.of(event("note:first", 0))));
            eventually(() -> assertThat(log.waitingForLock()).isEqualTo(1));
            List<Future<Boolean>> answers = all.stream().map(threads::submit).toList();
            eventually(() -> assertThat(log.appender.waiting()).isEqualTo(all.size()));
            statement.execute("select pg_advisory_unlock(" + AppendStatement.LOCK + ")");
            first.get();
            List<Boolean> passed = new ArrayList<>();
            for (Future<Boolean> answer : answers) passed.add(answer.get());
            return passed;
        }
    }

    @Test
    void a_sequence_ahead_of_the_stream_is_a_conflict_too() {
        assertThatThrownBy(() -> log.appender.append(List.of(event("note:a", 1))))
                .isInstanceOf(StreamConflict.class);
    }

    @Test
    void recorded_time_increases_strictly_when_the_clock_stands_still_or_goes_back() throws Exception {
        log.appender.append(List.of(event("note:a", 0, 1_000, "1/2"), event("note:a", 1, 1_000, "2/2")));
        log.appender.append(List.of(event("note:a", 2, 400, "1/1")));
        log.appender.append(List.of(event("note:a", 3, 2_000, "1/2"), event("note:a", 4, 1_500, "2/2")));

        assertThat(log.column("recorded_us"))
                .containsExactly(1_000_000L, 1_000_001L, 1_000_002L, 2_000_000L, 2_000_001L);
    }

    @Test
    void what_the_database_refuses_fails_alone() throws Exception {
        NewEvent taken = event("note:a", 0);
        log.appender.append(List.of(taken));
        NewEvent sameId = new NewEvent(
                taken.id(), "note:b", 0, "Note", taken.name(), "1", 1_000, taken.payload(), taken.envelope());
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            NewEvent mine = caller == 3 ? sameId : event("note:c" + caller, 0);
            work.add(() -> {
                try {
                    log.appender.append(List.of(mine));
                    return true;
                } catch (IllegalStateException e) {
                    return false;
                }
            });
        }

        assertThat(runAll(work)).containsOnlyOnce(false);
        assertThat(log.column("position"))
                .isEqualTo(LongStream.rangeClosed(1, 8).boxed().toList());
    }

    @Test
    void a_broken_connection_between_two_batches_is_survived() throws Exception {
        log.appender.append(List.of(event("note:a", 0)));

        log.cutConnections();

        assertThat(log.appender.append(List.of(event("note:a", 1)))).isEqualTo(new Appended(2, 1));
    }

    @Test
    void an_answer_lost_on_the_way_is_asked_for_again_and_counts_as_written() throws Exception {
        var lose = new AtomicBoolean();
        Appender appender = log.newAppender(
                () -> losingAnswers(log.source().open(), lose), Appender.Limits.DEFAULT, InstantSource.system());
        appender.append(List.of(event("note:a", 0)));

        lose.set(true);
        Appended appended = appender.append(List.of(event("note:a", 1), event("note:b", 0)));

        assertThat(lose).isFalse();
        assertThat(appended).isEqualTo(new Appended(3, 2));
        assertThat(log.column("position")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void without_a_database_callers_are_refused_within_their_bound_and_served_once_it_is_back() {
        var down = new AtomicBoolean(true);
        Appender appender = log.newAppender(
                () -> {
                    if (down.get()) throw new SQLException("down", "08001");
                    return log.source().open();
                },
                limits(Duration.ofSeconds(1), 100),
                InstantSource.system());

        assertThatThrownBy(() -> appender.append(List.of(event("note:a", 0))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        down.set(false);

        assertThat(append(appender, event("note:b", 0)).position()).isEqualTo(1);
    }

    @Test
    void a_full_queue_refuses_at_once() throws Exception {
        Appender appender = log.newAppender(
                () -> {
                    throw new SQLException("down", "08001");
                },
                limits(Duration.ofSeconds(2), 1),
                InstantSource.system());
        List<Callable<ErrorCode>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            NewEvent event = event("note:" + i, 0);
            work.add(() -> {
                try {
                    appender.append(List.of(event));
                    throw new AssertionError("nothing can be written");
                } catch (Refusal e) {
                    return e.code();
                }
            });
        }

        assertThat(runAll(work)).contains(ErrorCode.TOO_BUSY, ErrorCode.STORE_UNAVAILABLE);
    }

    @Test
    void a_node_whose_clock_is_off_the_databases_does_not_append_until_it_is_right() {
        var off = new AtomicLong(-60_000);
        Appender appender = log.newAppender(
                log.source(),
                Appender.Limits.DEFAULT,
                () -> java.time.Instant.now().plusMillis(off.get()));

        assertThatThrownBy(() -> appender.append(List.of(event("note:a", 0))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        assertThat(appender.trouble()).contains("clock");
        off.set(0);

        assertThat(append(appender, event("note:a", 0)).position()).isEqualTo(1);
        assertThat(appender.trouble()).isNull();
    }

    @Test
    void a_clock_that_is_right_again_is_noticed_though_nobody_is_sent_here_to_append() {
        var off = new AtomicLong(-60_000);
        Appender appender = log.newAppender(
                log.source(),
                Appender.Limits.DEFAULT,
                () -> java.time.Instant.now().plusMillis(off.get()));
        assertThatThrownBy(() -> appender.append(List.of(event("note:a", 0)))).isInstanceOf(Refusal.class);
        assertThat(appender.barred()).isEqualTo(appender.trouble()).contains("clock");

        off.set(0);

        eventually(() -> assertThat(appender.trouble()).isNull());
        assertThat(appender.barred()).isNull();
    }

    @Test
    void a_database_that_is_away_bars_no_node_as_it_is_away_for_all() {
        var away = new AtomicBoolean(true);
        ConnectionSource sometimes = () -> {
            if (away.get()) throw new SQLException("no route", "08001");
            return log.source().open();
        };
        Appender appender = log.newAppender(sometimes, Appender.Limits.DEFAULT, InstantSource.system());

        assertThatThrownBy(() ->
                        Patience.within(Duration.ofMillis(200), () -> appender.append(List.of(event("note:a", 0)))))
                .isInstanceOf(Refusal.class);
        assertThat(appender.trouble()).contains("no route");
        assertThat(appender.barred()).isNull();

        away.set(false);
        eventually(() -> assertThat(appender.trouble())
                .as("also when nobody appends any more")
                .isNull());
    }

    /** Who judges as long as a command may last comes too late, which is no fault of the database. */
    @Test
    void a_command_that_has_used_up_its_time_is_not_sent_and_the_log_says_why() throws Exception {
        Refusal late = Patience.within(Duration.ZERO, () -> refused(log.appender, ErrorCode.TOO_BUSY));

        assertThat(late.facts()).containsEntry("problem", "time");
        assertThat(logged())
                .anyMatch(line -> line.contains("nothing is appended") && line.contains("used up its time"));
        assertThat(log.column("position")).isEmpty();
    }

    @Test
    void a_database_that_does_not_answer_in_time_is_named_in_the_log() {
        Appender appender = log.newAppender(
                () -> {
                    throw new SQLException("no route", "08001");
                },
                limits(Duration.ofMillis(50), 100),
                InstantSource.system());
        Refusal late = refused(appender, ErrorCode.STORE_UNAVAILABLE);

        assertThat(late.facts()).containsEntry("problem", "time");
        assertThat(logged()).anyMatch(line -> line.contains("not sent to the database within 50 ms"));
    }

    private static Refusal refused(Appender appender, ErrorCode code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> appender.append(List.of(event("note:a", 0))));
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }

    private List<String> logged() {
        return List.copyOf(logged.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void a_closed_appender_refuses() {
        log.appender.close();

        assertThatThrownBy(() -> log.appender.append(List.of(event("note:a", 0))))
                .isInstanceOf(Refusal.class);
    }

    /** A caller that may meet the tail of an outage. */
    private static Appended append(Appender appender, NewEvent event) {
        while (true) {
            try {
                return appender.append(List.of(event));
            } catch (Refusal e) {
                assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
            }
        }
    }

    private static Appender.Limits limits(Duration answer, int queue) {
        return new Appender.Limits(
                queue,
                2_000,
                Duration.ofMillis(10),
                answer,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    private static <T> List<T> runAll(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) results.add(future.get());
            return results;
        }
    }

    /** Executes the append, then breaks before its answer is read. */
    private static Connection losingAnswers(Connection real, AtomicBoolean lose) {
        return proxy(Connection.class, real, (method, result) -> {
            if (!method.equals("prepareStatement")) return result;
            return proxy(PreparedStatement.class, (PreparedStatement) result, (name, answer) -> {
                if (name.equals("execute") && lose.compareAndSet(true, false)) {
                    real.close();
                    throw new SQLException("the line went dead", "08006");
                }
                return answer;
            });
        });
    }

    private interface After {
        Object apply(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> {
            try {
                return after.apply(method.getName(), method.invoke(real, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
