package vn.minhchung.eventstore.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.testing.TestPostgres;

/** A log moves as it is to an empty place where nobody else writes, and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogMoveTest {
    private static final Progress SILENT = (_, _) -> {};

    private final ArchiveFixture fixture = new ArchiveFixture();
    private final TestPostgres.Database source = TestPostgres.freshDatabase();
    private List<Lines.Event> events = List.of();

    @BeforeAll
    void fill() throws Exception {
        fixture.fill(source, 650);
        events = ArchiveFixture.events(source).stream().map(Lines.Event::of).toList();
    }

    @Test
    void every_event_arrives_as_it_is_one_command_per_transaction_with_the_same_root() throws Exception {
        Elsewhere target = new Elsewhere();
        List<Long> told = new ArrayList<>();

        LogSummary moved = LogMove.run(ArchiveFixture.of(source), target, (n, of) -> told.add(n));

        assertThat(target.lines())
                .containsExactlyElementsOf(events.stream().map(LogMoveTest::raw).toList());
        assertThat(target.transactions).isEqualTo(650);
        assertThat(moved.events()).isEqualTo(events.size());
        assertThat(told.getLast()).isEqualTo(events.size());
        LogCheck check = new LogCheck();
        ArchiveFixture.events(source).forEach(event -> check.next(0, event));
        assertThat(moved.root()).isEqualTo(check.root());
    }

    @Test
    void a_move_that_broke_off_goes_on_after_the_last_event_that_arrived() throws Exception {
        Elsewhere target = new Elsewhere();
        target.breaksAfter = 333;
        assertThat(faultOf(target).rule()).isEqualTo(ArchiveRule.TARGET_SILENT);
        int arrived = target.log.size();

        target.breaksAfter = Integer.MAX_VALUE;
        LogMove.run(ArchiveFixture.of(source), target, SILENT);

        assertThat(arrived).isBetween(333, events.size() - 1);
        assertThat(target.transactions).as("nothing is sent twice").isEqualTo(650);
        assertThat(target.lines())
                .containsExactlyElementsOf(events.stream().map(LogMoveTest::raw).toList());
    }

    @Test
    void an_answer_that_got_lost_on_the_way_doubles_nothing() throws Exception {
        Elsewhere target = new Elsewhere();
        target.silentAfter = 333;
        assertThat(faultOf(target).rule()).isEqualTo(ArchiveRule.TARGET_SILENT);

        target.silentAfter = Integer.MAX_VALUE;
        LogMove.run(ArchiveFixture.of(source), target, SILENT);

        assertThat(target.lines())
                .containsExactlyElementsOf(events.stream().map(LogMoveTest::raw).toList());
    }

    @Test
    void moved_again_it_is_only_compared() throws Exception {
        Elsewhere target = new Elsewhere();
        LogSummary first = LogMove.run(ArchiveFixture.of(source), target, SILENT);

        assertThat(LogMove.run(ArchiveFixture.of(source), target, SILENT)).isEqualTo(first);
        assertThat(target.transactions).isEqualTo(650);
    }

    @Test
    void a_target_that_holds_something_else_gets_nothing() {
        Elsewhere target = new Elsewhere();
        target.log.add(fixture.event("foreign:1", 0, "1/1"));

        ArchiveFault fault = faultOf(target);

        assertThat(fault.rule()).isEqualTo(ArchiveRule.TARGET_DIFFERS);
        assertThat(fault.value()).isEqualTo("1");
        assertThat(target.transactions).isZero();
    }

    @Test
    void a_target_that_is_longer_than_the_log_gets_nothing() throws Exception {
        Elsewhere target = new Elsewhere();
        LogMove.run(ArchiveFixture.of(source), target, SILENT);
        target.log.add(fixture.event("foreign:1", 0, "1/1"));

        assertThat(faultOf(target).rule()).isEqualTo(ArchiveRule.TARGET_DIFFERS);
        assertThat(target.transactions).isEqualTo(650);
    }

    @Test
    void somebody_else_who_writes_there_stops_the_move_with_its_batch() {
        Elsewhere target = new Elsewhere();
        target.foreignAfter = 250;

        ArchiveFault fault = faultOf(target);

        assertThat(fault.rule()).isEqualTo(ArchiveRule.TARGET_MOVED);
        assertThat(target.transactions).isEqualTo(300).isEqualTo(3 * LogMove.BATCH);
        assertThat(faultOf(target).rule()).as("nor does it go on").isEqualTo(ArchiveRule.TARGET_DIFFERS);
    }

    @Test
    void an_altered_event_is_found_when_the_target_is_read_back() throws Exception {
        Elsewhere target = new Elsewhere();
        LogMove.run(ArchiveFixture.of(source), target, SILENT);
        NewEvent event = target.log.get(499);
        target.log.set(499, ArchiveFixture.with(event, event.id(), "{}"));

        ArchiveFault fault = faultOf(target);

        assertThat(fault.rule()).isEqualTo(ArchiveRule.TARGET_DIFFERS);
        assertThat(fault.value()).isEqualTo("500");
    }

    @Test
    void half_of_a_command_is_not_where_a_move_goes_on() {
        Elsewhere target = new Elsewhere();
        int half = 0;
        while (events.get(half).envelope().contains("\"1/1\"")) half++;
        for (Lines.Event event : events.subList(0, half + 1)) target.log.add(newEvent(event));

        assertThat(faultOf(target).rule()).isEqualTo(ArchiveRule.PARTS);
        assertThat(target.transactions).isZero();
    }

    @Test
    void while_it_moves_nobody_appends_here() throws Exception {
        Elsewhere target = new Elsewhere();
        Appender.Limits brief = new Appender.Limits(
                16,
                16,
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2));
        try (Appender appender = new Appender(ArchiveFixture.of(source), "other", InstantSource.system(), brief)) {
            List<Throwable> told = new ArrayList<>();
            LogMove.run(ArchiveFixture.of(source), target, (n, of) -> {
                if (told.isEmpty()) {
                    told.add(catchThrowableOfType(
                            Refusal.class, () -> appender.append(List.of(fixture.event("late:1", 0, "1/1")))));
                }
            });
            assertThat(told).singleElement().isInstanceOf(Refusal.class);
        }
        assertThat(target.log).hasSize(events.size());
    }

    @Test
    void after_the_move_nobody_adds_here() throws Exception {
        TestPostgres.Database moved = TestPostgres.freshDatabase();
        fixture.fill(moved, 5);
        try (Appender running =
                new Appender(ArchiveFixture.of(moved), "other", InstantSource.system(), Appender.Limits.DEFAULT)) {
            running.append(List.of(fixture.event("late:1", 0, "1/1")));
            int before = ArchiveFixture.events(moved).size();
            LogMove.run(ArchiveFixture.of(moved), new Elsewhere(), SILENT);

            assertThatThrownBy(() -> running.append(List.of(fixture.event("late:1", 1, "1/1"))))
                    .isInstanceOfSatisfying(
                            Refusal.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
            assertThat(running.trouble()).contains("this log is closed");
            assertThat(ArchiveFixture.events(moved)).hasSize(before);
        }
    }

    @Test
    void a_log_that_went_on_elsewhere_is_exported_from_there_with_what_was_refused_here(@TempDir Path folder)
            throws Exception {
        TestPostgres.Database moved = TestPostgres.freshDatabase();
        fixture.fill(moved, 40);
        ArchiveFixture.refuse(moved, 3);
        Elsewhere target = new Elsewhere();
        LogSummary before = LogMove.run(ArchiveFixture.of(moved), target, SILENT);
        target.append(List.of(fixture.event("late:1", 0, "1/2"), fixture.event("late:1", 1, "2/2")));
        Path file = folder.resolve("log.jsonl.gz");
        List<String> timeouts = new ArrayList<>();

        LogSummary whole = LogExport.write(
                () -> telling(ArchiveFixture.of(moved).open(), target, timeouts), () -> target, file, SILENT);

        assertThat(whole.events()).isEqualTo(before.events() + 2);
        assertThat(whole.root()).isEqualTo(rootOf(target));
        assertThat(whole.refusals()).isEqualTo(3);
        assertThat(target.closed).isTrue();
        assertThat(timeouts)
                .as("the database waits as long as the log is read elsewhere")
                .containsExactly("0");
        TestPostgres.Database again = TestPostgres.freshDatabase();
        assertThat(LogImport.read(file, ArchiveFixture.of(again), SILENT)).isEqualTo(whole);
        assertThat(ArchiveFixture.refusals(again)).isEqualTo(ArchiveFixture.refusals(moved));
    }

    @Test
    void another_log_is_not_exported_for_the_one_that_went_on_elsewhere(@TempDir Path folder) throws Exception {
        TestPostgres.Database moved = TestPostgres.freshDatabase();
        fixture.fill(moved, 5);
        Elsewhere target = new Elsewhere();
        LogMove.run(ArchiveFixture.of(moved), target, SILENT);
        int events = target.log.size();
        Path file = folder.resolve("log.jsonl.gz");

        NewEvent last = target.log.removeLast();
        assertThat(notExported(moved, target, file)).as("it is shorter").isEqualTo((events - 1) + " < " + events);
        target.log.add(fixture.event(last.stream(), last.sequence(), "1/1"));
        assertThat(notExported(moved, target, file))
                .as("another event stands there")
                .isEqualTo(String.valueOf(events));
        target.log.set(events - 1, last);
        target.log.add(fixture.event("late:1", 0, "1/1"));
        ArchiveFixture.execute(moved, """
                insert into event_store.axon_server_position values (%d, 'late:2', 0, 9000000000000000)""".formatted(events + 1));
        assertThat(notExported(moved, target, file))
                .as("the index knows another")
                .isEqualTo(String.valueOf(events + 1));
        assertThat(file).doesNotExist();
    }

    private static String notExported(TestPostgres.Database moved, Elsewhere target, Path file) {
        ArchiveFault fault = catchThrowableOfType(
                ArchiveFault.class, () -> LogExport.write(ArchiveFixture.of(moved), () -> target, file, SILENT));
        assertThat(fault.rule()).isEqualTo(ArchiveRule.OTHER_LOG);
        return fault.value();
    }

    /** What the session's time limit is while the target is read. */
    private static Connection telling(Connection connection, Elsewhere target, List<String> timeouts) {
        target.reading = () -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show idle_in_transaction_session_timeout")) {
                row.next();
                timeouts.add(row.getString(1));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        return connection;
    }

    private static String rootOf(Elsewhere target) {
        LogCheck check = new LogCheck();
        long recordedUs = 0;
        for (NewEvent event : target.log) {
            recordedUs = StoredEvent.recordedAfter(recordedUs, event.storedMs());
            check.next(0, event.at(check.size() + 1, recordedUs));
        }
        return check.root();
    }

    @Test
    void an_empty_log_moves_to_nothing() throws Exception {
        Elsewhere target = new Elsewhere();

        assertThat(LogMove.run(ArchiveFixture.of(TestPostgres.freshDatabase()), target, SILENT)
                        .events())
                .isZero();
        assertThatThrownBy(() -> {
                    target.log.add(fixture.event("foreign:1", 0, "1/1"));
                    LogMove.run(ArchiveFixture.of(TestPostgres.freshDatabase()), target, SILENT);
                })
                .isInstanceOf(ArchiveFault.class);
    }

    private ArchiveFault faultOf(Elsewhere target) {
        return catchThrowableOfType(ArchiveFault.class, () -> LogMove.run(ArchiveFixture.of(source), target, SILENT));
    }

    private static String raw(Lines.Event event) {
        return String.join(
                "|",
                event.id(),
                event.stream(),
                Long.toString(event.sequence()),
                event.type(),
                event.name(),
                event.revision(),
                Long.toString(event.storedMs()),
                event.payload(),
                event.envelope());
    }

    private static NewEvent newEvent(Lines.Event event) {
        return NewEvent.of(event.stored());
    }

    /** Another store, with the troubles of the way there. */
    private final class Elsewhere implements MoveTarget {
        private final List<NewEvent> log = new ArrayList<>();
        private int transactions;
        private int breaksAfter = Integer.MAX_VALUE;
        private int silentAfter = Integer.MAX_VALUE;
        private int foreignAfter = Integer.MAX_VALUE;
        private Runnable reading = () -> {};
        private boolean closed;

        @Override
        public long head() {
            return log.size();
        }

        @Override
        public void append(List<NewEvent> appended) {
            if (log.size() >= breaksAfter) throw ArchiveRule.TARGET_SILENT.broken("cut");
            log.addAll(appended);
            transactions++;
            if (log.size() >= silentAfter) throw ArchiveRule.TARGET_SILENT.broken("lost");
            if (transactions == foreignAfter) log.add(fixture.event("foreign:1", 0, "1/1"));
        }

        @Override
        public void read(long count, Reading taking) {
            reading.run();
            for (int i = 0; i < count; i++) taking.take(i + 1, log.get(i));
        }

        @Override
        public void close() {
            closed = true;
        }

        private List<String> lines() {
            return log.stream()
                    .map(e -> String.join(
                            "|",
                            e.id().toString(),
                            e.stream(),
                            Long.toString(e.sequence()),
                            e.type(),
                            e.name(),
                            e.revision(),
                            Long.toString(e.storedMs()),
                            new String(e.payload(), StandardCharsets.UTF_8),
                            new String(e.envelope(), StandardCharsets.UTF_8)))
                    .toList();
        }
    }
}
