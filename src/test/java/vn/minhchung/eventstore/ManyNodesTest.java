package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.eventstore.LogFixture.event;
import static vn.minhchung.testing.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.testing.Line;
import vn.minhchung.testing.TestPostgres;

/** Several nodes, each with an appender and connections of its own, on one log. */
class ManyNodesTest {
    private static final Appender.Limits PATIENT = limits(Duration.ofSeconds(20));

    private final LogFixture log = new LogFixture(PATIENT, InstantSource.system());
    private final PostgresRecordedEvents events = log.recordedEvents();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        callers.shutdownNow();
        log.close();
    }

    /** The control is {@code OrderingTest.the_stock_engine_shows_1_to_8_and_10_while_9_is_invisible}. */
    @Test
    void while_one_node_is_paused_between_lock_and_commit_another_cannot_come_before_it() throws Exception {
        Appender other = node();
        for (int i = 0; i < 8; i++) append(i % 2 == 0 ? log.appender : other, event("note:a", i));
        try (Gate gate = new Gate(log.database)) {
            Future<Appended> paused = callers.submit(() -> append(log.appender, event(Gate.STREAM, 0)));
            gate.awaitAppends(1);
            Future<Appended> behind = callers.submit(() -> append(other, event("note:b", 0)));
            eventually(() -> assertThat(log.waitingForLock()).isEqualTo(1));

            assertThat(log.column("position")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(positions(events.read(0, 100))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(behind.isDone()).isFalse();
            gate.open();

            assertThat(paused.get().position()).isEqualTo(9);
            assertThat(behind.get().position()).isEqualTo(10);
            assertThat(positions(events.read(8, 100))).containsExactly(9L, 10L);
        }
    }

    @Test
    void a_node_that_loses_its_session_between_lock_and_commit_comes_after_the_others_and_once() throws Exception {
        Appender other = node();
        append(log.appender, event("note:a", 0));
        try (Gate gate = new Gate(log.database)) {
            Future<Appended> lost = callers.submit(() -> append(log.appender, event(Gate.STREAM, 0)));
            gate.awaitAppends(1);
            Future<Appended> behind = callers.submit(() -> append(other, event("note:b", 0)));
            eventually(() -> assertThat(log.waitingForLock()).isEqualTo(1));

            gate.killWhoWaits();

            assertThat(behind.get().position()).as("position 2 was not used up").isEqualTo(2);
            gate.awaitAppends(1);
            gate.open();
            assertThat(lost.get()).isEqualTo(new Appended(3, 1));
            assertThat(log.column("position")).containsExactly(1L, 2L, 3L);
        }
    }

    /** The client sees a dead line, the server commits a moment later: the batch counts as written, and is not written twice. */
    @Test
    void a_line_cut_between_lock_and_commit_leaves_no_doubt_once_the_database_answers() throws Exception {
        try (Line line = Line.toServer();
                Gate gate = new Gate(log.database)) {
            Appender node = nodeOver(line, PATIENT);
            append(node, event("note:a", 0));
            Future<Appended> cut = callers.submit(() -> append(node, event(Gate.STREAM, 0)));
            gate.awaitAppends(1);

            line.cut();

            // sent again on a new line, and waits for the lock that the first sending still has
            eventually(() -> assertThat(log.waitingForLock()).isEqualTo(1));
            assertThat(cut.isDone()).isFalse();
            gate.open();
            assertThat(cut.get()).isEqualTo(new Appended(2, 1));
            assertThat(log.column("position")).containsExactly(1L, 2L);
        }
    }

    /** Whoever is told "not written" sends anew, and that would be twice. */
    @Test
    void when_the_question_about_a_batch_in_doubt_is_refused_its_callers_are_not_told_that_nothing_is_written()
            throws Exception {
        try (Line line = Line.toServer();
                Gate gate = new Gate(log.database)) {
            Appender node = nodeOver(line, limits(Duration.ofSeconds(1)));
            append(node, event("note:a", 0));
            Future<Appended> cut = callers.submit(() -> append(node, event(Gate.STREAM, 0)));
            gate.awaitAppends(1);
            // the first sending stays where it is: its own bound would end it
            line.cut();
            eventually(() -> assertThat(log.waitingForLock()).isPositive());

            ErrorCode told = code(cut);

            gate.open();
            assertThat(told).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            eventually(() ->
                    assertThat(append(node, event("note:a", 1)).events()).isEqualTo(1));
        }
    }

    /** A machine that stops in the middle of sending has the lock of all; the database takes it back. */
    @Test
    void a_node_that_stops_while_its_batch_is_on_the_way_holds_the_others_up_for_a_bounded_time() throws Exception {
        try (Line line = Line.toServer()) {
            Appender.Limits limits = limits(Duration.ofSeconds(2));
            Appender stopped = nodeOver(line, limits);
            Appender other = log.newAppender(log.source(), limits, InstantSource.system());
            append(stopped, event("note:a", 0));
            append(other, event("note:a", 1));

            line.silentAfter(40_000);
            Future<Appended> halfSent = callers.submit(() -> append(stopped, large("note:large", 400_000)));
            eventually(() -> assertThat(log.holdsLock()).isTrue());
            long from = System.nanoTime();
            Appended written = eventuallyAppended(other, event("note:b", 0));

            assertThat(written.position()).isEqualTo(3);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
            line.silent(false);
            assertThat(log.column("position")).startsWith(1L, 2L, 3L);
            assertThat(answered(halfSent)).isTrue();
        }
    }

    /** Three nodes, conflicts, refused events and killed sessions by turns; raw readers and a follower all the time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_happens_nobody_ever_sees_a_position_before_the_ones_below_it(long seed) throws Exception {
        List<Appender> nodes = List.of(log.appender, node(), node());
        var done = new AtomicBoolean();
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) readers.add(callers.submit(() -> watch(done)));
        Future<List<UUID>> follower = callers.submit(() -> follow(done));
        NewEvent taken = event("note:taken", 0);
        append(log.appender, taken);

        Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
        acknowledged.put(taken.id(), 1L);
        List<Callable<Void>> work = new ArrayList<>();
        for (int caller = 0; caller < 12; caller++) {
            Appender node = nodes.get(caller % nodes.size());
            String stream = "note:" + caller;
            Random random = new Random(seed * 100 + caller);
            work.add(() -> {
                for (int i = 0; i < 60; i++) {
                    if (random.nextInt(8) == 0) refused(node, taken);
                    keep(acknowledged, node, event(stream, i));
                }
                return null;
            });
        }
        work.add(() -> {
            Random random = new Random(seed);
            for (int i = 0; i < 6; i++) {
                int reached = acknowledged.size() + 20 + random.nextInt(60);
                eventually(() -> assertThat(acknowledged.size()).isGreaterThanOrEqualTo(Math.min(reached, 721)));
                log.killAppenders();
            }
            return null;
        });
        for (Future<Void> each : callers.invokeAll(work)) each.get();
        done.set(true);

        assertThat(acknowledged).hasSize(12 * 60 + 1);
        assertThat(acknowledged.values())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, acknowledged.size()).boxed().toList());
        List<UUID> followed = follower.get();
        assertThat(followed).doesNotHaveDuplicates().hasSize(acknowledged.size());
        for (int i = 0; i < followed.size(); i++) assertThat(acknowledged).containsEntry(followed.get(i), i + 1L);
        for (Future<Integer> reader : readers) assertThat(reader.get()).isPositive();
    }

    @Test
    void a_hole_made_by_hand_stops_every_reader_and_is_named() throws Exception {
        append(log.appender, event("note:a", 0));
        insertAt(3, event("note:b", 0));
        var engine = new PostgresEventStorageEngine(
                log.database.app(), log.appender, log.codec, new EnvelopeSealer("test-build", () -> null));

        assertThatThrownBy(() -> events.read(0, 10)).hasMessage("position 2 is missing: found 3");
        assertThatThrownBy(() -> engine.readEvents(null, false).toList()).hasMessage("position 2 is missing: found 3");
    }

    @Test
    void a_listener_whose_line_goes_dead_hears_of_the_others_again() throws Exception {
        try (Line line = Line.toServer()) {
            var wakes = new AtomicInteger();
            ConnectionSource over =
                    ConnectionSource.of(line.through(log.database).app());
            try (AppendNotifications _ =
                    new AppendNotifications(over, "me", wakes::incrementAndGet, Duration.ofMillis(100))) {
                heard(wakes);
                // Dead, and nobody told the listener: no packet comes any more.
                line.forget();
                // the first may be a word that was already on the way
                heard(wakes);
                heard(wakes);
            }
        }
    }

    private void heard(AtomicInteger wakes) {
        eventually(() -> {
            int before = wakes.get();
            append(log.appender, event("note:" + UUID.randomUUID(), 0));
            eventually(Duration.ofSeconds(1), () -> assertThat(wakes.get()).isGreaterThan(before));
        });
    }

    private Appender node() {
        return log.newAppender(log.source(), PATIENT, InstantSource.system());
    }

    private Appender nodeOver(Line line, Appender.Limits limits) {
        TestPostgres.Database far = line.through(log.database);
        return log.newAppender(
                ConnectionSource.to(far.url(), far.appUser(), far.appPassword()), limits, InstantSource.system());
    }

    private static Appended append(Appender appender, NewEvent event) {
        return appender.append(List.of(event));
    }

    /** As whoever may ask again does. */
    private static Appended eventuallyAppended(Appender appender, NewEvent event) {
        List<Appended> written = new ArrayList<>();
        eventually(Duration.ofSeconds(15), () -> written.add(append(appender, event)));
        return written.getFirst();
    }

    /** Sends the same event until it is written; a conflict then means that an earlier sending was. */
    private void keep(Map<UUID, Long> acknowledged, Appender node, NewEvent event) throws SQLException {
        while (true) {
            try {
                acknowledged.put(event.id(), append(node, event).position());
                return;
            } catch (Refusal e) {
                assertThat(e.code().retryable()).isTrue();
            } catch (StreamConflict e) {
                acknowledged.put(event.id(), log.positionOf(event.id()));
                return;
            }
        }
    }

    private static void refused(Appender node, NewEvent taken) {
        NewEvent again = new NewEvent(
                taken.id(),
                "note:" + UUID.randomUUID(),
                0,
                taken.type(),
                taken.name(),
                "1",
                1,
                taken.payload(),
                taken.envelope());
        assertThatThrownBy(() -> append(node, again)).isInstanceOfAny(IllegalStateException.class, Refusal.class);
    }

    private Integer watch(AtomicBoolean done) throws SQLException {
        int looks = 0;
        for (boolean last = false; !last; looks++) {
            last = done.get();
            List<Long> seen = log.column("position");
            assertThat(seen)
                    .isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().toList());
        }
        return looks;
    }

    private List<UUID> follow(AtomicBoolean done) {
        List<UUID> seen = new ArrayList<>();
        while (true) {
            boolean last = done.get();
            List<Recorded> page = events.read(seen.size(), 7);
            page.forEach(event -> seen.add(event.id()));
            if (last && page.isEmpty()) return seen;
        }
    }

    private static ErrorCode code(Future<Appended> answer) throws Exception {
        try {
            throw new AssertionError("written at " + answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) return refusal.code();
            throw e;
        }
    }

    private static boolean answered(Future<Appended> answer) throws Exception {
        try {
            return answer.get().events() == 1;
        } catch (ExecutionException e) {
            return e.getCause() instanceof Refusal refusal && refusal.code().retryable();
        }
    }

    private static NewEvent large(String stream, int bytes) {
        NewEvent small = event(stream, 0);
        return new NewEvent(
                small.id(),
                stream,
                0,
                small.type(),
                small.name(),
                "1",
                1_000,
                "{\"text\":\"%s\"}".formatted("x".repeat(bytes)).getBytes(StandardCharsets.UTF_8),
                small.envelope());
    }

    private void insertAt(long position, NewEvent event) throws SQLException {
        try (Connection app = log.database.app().getConnection()) {
            AppenderTest.execute(app, """
                    insert into event_store.event
                    select %d, '%s', '%s', 0, 'Note', 'storetest.Noted', '1', 1, 1000, '{"text":""}', envelope
                    from event_store.event""".formatted(position, event.id(), event.stream()));
        }
    }

    private static List<Long> positions(List<Recorded> read) {
        return read.stream().map(Recorded::position).toList();
    }

    private static Appender.Limits limits(Duration statement) {
        return new Appender.Limits(
                4_096,
                2_000,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                statement,
                statement.plusSeconds(1),
                Duration.ofSeconds(2));
    }
}
