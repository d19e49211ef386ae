package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhchung.eventstore.LogFixture.Noted;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.command.Recording;

/**
 * What a reader sees of appends that take long, are rolled back or burn numbers: of our engine every event once and in
 * order; of the stock engines, JDBC and JPA, the control, not. Time is the one clock that Axon reads, moved by hand.
 */
class OrderingTest {
    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    private final LogFixture log = new LogFixture();
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
            log.database.app(), log.appender, log.codec, new EnvelopeSealer("test-build", () -> null));
    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final PostgresRecordedEvents recorded = log.recordedEvents();
    private final Clock clock = GenericEventMessage.clock;
    private @Nullable StockLog stock;

    @BeforeEach
    void at_the_start() {
        after(Duration.ZERO);
    }

    @AfterEach
    void close() throws SQLException {
        GenericEventMessage.clock = clock;
        if (stock != null) stock.close();
        log.close();
    }

    @Test
    void what_was_open_for_90_seconds_is_read_last_and_by_everybody() {
        Reader steady = new Reader();
        UnitOfWork<?> slow = DefaultUnitOfWork.startAndGet(null);
        store.publish(note("slow", 0));
        List<String> expected = new ArrayList<>();
        for (int second = 1; second <= 90; second++) {
            after(Duration.ofSeconds(second));
            apart(() -> store.publish(note("quick", expected.size())));
            expected.add("quick " + expected.size());
            assertThat(steady.seen()).isEqualTo(expected);
        }
        Reader late = new Reader();
        assertThat(late.seen()).isEqualTo(expected);

        slow.commit();

        expected.add("slow 0");
        assertThat(steady.seen()).isEqualTo(expected);
        assertThat(late.seen()).isEqualTo(expected);
        assertThat(new Reader().seen()).isEqualTo(expected);
        assertThat(recorded.read(90, 1).getFirst().recordedAt())
                .as("made first, recorded last")
                .isAfter(START.plusSeconds(90));
    }

    @ParameterizedTest
    @EnumSource
    void the_stock_engine_skips_for_ever_what_was_open_for_90_seconds(StockLog.Kind kind) throws Exception {
        StockLog stock = stock(kind);
        StockLog.Node slow = stock.node();
        StockLog.Node quick = stock.node();
        StockLog.Reader steady = stock.reader();
        slow.append("slow", 0, now());
        List<String> expected = new ArrayList<>();
        for (int second = 1; second <= 90; second++) {
            after(Duration.ofSeconds(second));
            quick.append("quick", expected.size(), now()).commit();
            expected.add("quick " + expected.size());
            assertThat(steady.seen()).isEqualTo(expected);
        }
        // A rebuild, or a node that was down: what it reads first is older than the gap timeout.
        StockLog.Reader late = stock.reader();
        assertThat(late.seen()).isEqualTo(expected);

        slow.commit();

        assertThat(stock.positions()).as("it is in the log").startsWith(1L, 2L).hasSize(91);
        assertThat(late.seen()).as("and is never read").isEqualTo(expected);
        assertThat(late.waitsFor()).isEmpty();
        expected.add("slow 0");
        assertThat(steady.seen())
                .as("who never lagged reads position 1 after position 91: not in order")
                .isEqualTo(expected);
    }

    /** Waiting a day for every gap: nothing is skipped here, but neither reader has an order others can have again. */
    @ParameterizedTest
    @EnumSource
    void the_stock_engine_waiting_a_day_for_gaps_reads_out_of_order(StockLog.Kind kind) throws Exception {
        StockLog stock = stock(kind);
        StockLog.Node slow = stock.node();
        StockLog.Reader steady = stock.reader(StockLog.PATIENT);
        slow.append("slow", 0, now());
        stock.node().append("quick", 0, now()).commit();
        assertThat(steady.seen()).containsExactly("quick 0");
        after(Duration.ofSeconds(90));

        slow.commit();

        assertThat(steady.seen()).containsExactly("quick 0", "slow 0");
        assertThat(stock.reader(StockLog.PATIENT).seen()).containsExactly("slow 0", "quick 0");
    }

    @Test
    void a_rolled_back_append_leaves_no_hole() throws Exception {
        Reader reader = new Reader();
        store.publish(note("a", 0));

        UnitOfWork<?> given = DefaultUnitOfWork.startAndGet(null);
        store.publish(note("b", 0));
        given.rollback();
        // These reach the database, get a number there and lose it again.
        assertThatThrownBy(() -> log.appender.append(List.of(doubled(), LogFixture.event("c", 0))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.publish(note("d", 0), note("a", 0))).isInstanceOf(StreamConflict.class);
        store.publish(note("a", 1));

        assertThat(reader.seen()).containsExactly("a 0", "a 1");
        assertThat(log.column("position")).containsExactly(1L, 2L);
    }

    /** An id that is stored already, which the database refuses after the rows are numbered. */
    private NewEvent doubled() {
        Recorded first = recorded.read(0, 1).getFirst();
        NewEvent other = LogFixture.event("b", 0);
        return new NewEvent(first.id(), "b", 0, other.type(), other.name(), "1", 1, other.payload(), other.envelope());
    }

    /** So that nobody who has read to 3 can say he has seen 1 to 3. */
    @ParameterizedTest
    @EnumSource
    void the_stock_engine_cannot_tell_a_rolled_back_append_from_one_under_way(StockLog.Kind kind) throws Exception {
        StockLog stock = stock(kind);
        StockLog.Reader reader = stock.reader();
        stock.node().append("a", 0, now()).commit();
        stock.node().append("b", 0, now()).rollback();
        StockLog.Node underWay = stock.node().append("c", 0, now());
        stock.node().append("a", 1, now()).commit();

        assertThat(reader.seen()).containsExactly("a 0", "a 1");
        assertThat(stock.positions()).containsExactly(1L, 4L);
        assertThat(reader.waitsFor()).containsExactly(2L, 3L);
        underWay.commit();
        assertThat(reader.seen()).containsExactly("a 0", "a 1", "c 0");
        assertThat(reader.waitsFor()).as("still, for nothing").containsExactly(2L);
    }

    @Test
    void ten_thousand_refused_appends_burn_no_position() throws Exception {
        Reader reader = new Reader();
        store.publish(note("a", 0));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> stale = IntStream.range(0, 10_000)
                    .<Callable<Boolean>>mapToObj(i -> () -> left("b:" + i))
                    .toList();
            int leftOut = 0;
            // no more at once than the queue holds
            for (int from = 0; from < stale.size(); from += 2_000) {
                for (Future<Boolean> each : callers.invokeAll(stale.subList(from, from + 2_000)))
                    if (each.get()) leftOut++;
            }
            assertThat(leftOut).isEqualTo(10_000);
        }
        store.publish(note("a", 1));

        assertThat(log.column("position")).containsExactly(1L, 2L);
        assertThat(reader.seen()).containsExactly("a 0", "a 1");
        assertThat(log.sequencesOfTheLog()).as("no number is drawn anywhere").isEmpty();
    }

    private boolean left(String stream) {
        try {
            log.appender.append(List.of(LogFixture.event(stream, 0)), Map.of("a", -1L));
            return false;
        } catch (StreamConflict e) {
            return true;
        }
    }

    /** However short it was open: nothing older than 10,000 positions is looked for. */
    @ParameterizedTest
    @EnumSource
    void the_stock_engine_skips_for_ever_what_was_open_while_10000_values_were_burnt(StockLog.Kind kind)
            throws Exception {
        StockLog stock = stock(kind);
        StockLog.Reader reader = stock.reader();
        StockLog.Reader patient = stock.reader(StockLog.PATIENT);
        stock.node().append("a", 0, now()).commit();
        assertThat(reader.seen()).containsExactly("a 0");
        assertThat(patient.seen()).containsExactly("a 0");
        StockLog.Node open = stock.node().append("open", 0, now());
        stock.burn(10_000);
        stock.node().append("a", 1, now()).commit();
        assertThat(reader.seen()).containsExactly("a 0", "a 1");
        assertThat(patient.seen()).containsExactly("a 0", "a 1");

        open.commit();

        assertThat(stock.positions()).containsExactly(1L, 2L, 10_003L);
        assertThat(reader.seen()).as("position 2 is never read").containsExactly("a 0", "a 1");
        assertThat(patient.seen()).as("nor by who waits a day").containsExactly("a 0", "a 1");
        assertThat(reader.waitsFor()).hasSize(10_000).doesNotContain(2L);
    }

    /** Deterministic, since whoever draws a number need not commit before whoever draws the next one. */
    @ParameterizedTest
    @EnumSource
    void the_stock_engine_shows_1_to_8_and_10_while_9_is_invisible(StockLog.Kind kind) throws Exception {
        StockLog stock = stock(kind);
        StockLog.Reader reader = stock.reader();
        for (int i = 0; i < 8; i++) stock.node().append("a", i, now()).commit();
        StockLog.Node paused = stock.node().append("b", 0, now());
        stock.node().append("a", 8, now()).commit();

        assertThat(stock.positions()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 10L);
        assertThat(reader.seen()).endsWith("a 8");
        paused.commit();
        assertThat(reader.seen()).endsWith("a 8", "b 0");
        assertThat(stock.positions())
                .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    /** Our two ways to read: the follower's, and the stream that Axon's processors get. They agree, or the test fails. */
    private final class Reader {
        private final List<String> seen = new ArrayList<>();
        private final List<String> tracked = new ArrayList<>();
        private long position;
        private @Nullable TrackingToken token;

        List<String> seen() {
            for (List<Recorded> page = recorded.read(position, 50);
                    !page.isEmpty();
                    page = recorded.read(position, 50)) {
                for (Recorded event : page) {
                    assertThat(event.position()).isEqualTo(++position);
                    seen.add(event.event() instanceof Noted noted ? noted.text() : "?");
                }
            }
            engine.readEvents(token, false).forEach(event -> {
                token = event.trackingToken();
                tracked.add(event.getPayload() instanceof Noted noted ? noted.text() : "?");
            });
            assertThat(tracked).isEqualTo(seen);
            return List.copyOf(seen);
        }
    }

    private StockLog stock(StockLog.Kind kind) throws SQLException {
        StockLog made = new StockLog(kind);
        stock = made;
        return made;
    }

    private static void after(Duration since) {
        GenericEventMessage.clock = Clock.fixed(START.plus(since), ZoneOffset.UTC);
    }

    private static Instant now() {
        return GenericEventMessage.clock.instant();
    }

    /** On another thread, as units of work nest on one. */
    private static void apart(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private static GenericDomainEventMessage<Noted> note(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Note",
                stream,
                sequence,
                new Noted(stream + " " + sequence),
                Map.of(Recording.KEY, new Recording()),
                UUID.randomUUID().toString(),
                now());
    }
}
