package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.testing.TestPostgres;

/** What is kept in memory is never answered without the log, whoever appends. */
class StreamReaderTest {
    private static final long PLENTY = 1L << 30;

    /** Those that are the very same object. */
    private static final Comparator<GenericDomainEventMessage<?>> SAME = (a, b) -> a == b ? 0 : 1;

    private static final Comparator<GenericDomainEventMessage<?>> BY_CONTENT =
            Comparator.comparing(StreamReaderTest::content);

    private final LogFixture log = new LogFixture();
    private final Appender elsewhere = log.newAppender(log.source(), Appender.Limits.DEFAULT, InstantSource.system());
    private final LogReader rows = new LogReader(log.database.app());

    @AfterEach
    void close() {
        log.close();
    }

    /** Room for everything, for a few streams, for less than one. */
    @ParameterizedTest
    @ValueSource(longs = {PLENTY, 20_000, 1_200, 0})
    void two_nodes_that_keep_streams_read_what_one_that_keeps_nothing_reads(long capacity) {
        var random = new Random(18 + capacity);
        List<StreamReader> nodes = List.of(reader(capacity), reader(capacity));
        List<Appender> appenders = List.of(log.appender, elsewhere);
        Map<String, Long> next = new HashMap<>();
        int conflicts = 0;
        for (int step = 0; step < 600; step++) {
            String stream = "note:" + random.nextInt(8);
            int node = random.nextInt(2);
            if (random.nextInt(3) > 0) {
                assertThat(nodes.get(node).read(stream))
                        .usingElementComparator(BY_CONTENT)
                        .isEqualTo(uncached(stream));
                assertThat(nodes.get(node).bytes()).isBetween(0L, capacity);
                continue;
            }
            long at = next.getOrDefault(stream, 0L);
            List<NewEvent> events = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) events.add(LogFixture.event(stream, at + i));
            try {
                // now and then somebody who has not read the newest
                boolean late = at > 0 && random.nextInt(4) == 0;
                if (late) events = List.of(LogFixture.event(stream, at - 1));
                appenders.get(node).append(events);
                next.merge(stream, (long) events.size(), Long::sum);
            } catch (StreamConflict e) {
                conflicts++;
            }
        }
        assertThat(conflicts).isPositive();
    }

    @Test
    void what_another_node_appended_is_seen_at_the_next_reading() {
        StreamReader here = reader(PLENTY);
        log.appender.append(List.of(LogFixture.event("note:a", 0)));
        assertThat(here.read("note:a")).hasSize(1);
        assertThat(here.read("note:none")).isEmpty();

        elsewhere.append(List.of(LogFixture.event("note:a", 1), LogFixture.event("note:none", 0)));

        assertThat(here.read("note:a")).hasSize(2);
        assertThat(here.read("note:none")).hasSize(1);
    }

    @Test
    void whoever_reads_after_an_append_was_answered_sees_it_also_among_many() throws Exception {
        StreamReader here = reader(PLENTY);
        var acknowledged = new AtomicInteger();
        int events = 300;
        List<Callable<Integer>> work = new ArrayList<>();
        work.add(() -> {
            for (int i = 0; i < events; i++) {
                (i % 2 == 0 ? log.appender : elsewhere).append(List.of(LogFixture.event("note:a", i)));
                acknowledged.set(i + 1);
            }
            return 0;
        });
        for (int reader = 0; reader < 4; reader++) {
            work.add(() -> {
                int readings = 0;
                for (int seen = 0; seen < events; readings++) {
                    int atLeast = acknowledged.get();
                    List<GenericDomainEventMessage<?>> read = here.read("note:a");
                    assertThat(read).hasSizeGreaterThanOrEqualTo(Math.max(atLeast, seen));
                    for (int i = 0; i < read.size(); i++)
                        assertThat(read.get(i).getSequenceNumber()).isEqualTo(i);
                    seen = atLeast;
                }
                return readings;
            });
        }
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<Integer> done : threads.invokeAll(work)) done.get();
        }
    }

    @Test
    void an_unchanged_stream_is_not_decoded_again() {
        StreamReader here = reader(PLENTY);
        log.appender.append(List.of(LogFixture.event("note:a", 0), LogFixture.event("note:a", 1)));

        List<GenericDomainEventMessage<?>> first = here.read("note:a");
        assertThat(here.read("note:a")).isSameAs(first);
        log.appender.append(List.of(LogFixture.event("note:a", 2)));

        assertThat(here.read("note:a").subList(0, 2))
                .usingElementComparator(SAME)
                .isEqualTo(first);
    }

    @Test
    void a_stream_larger_than_all_room_pushes_nothing_out() {
        StreamReader here = reader(3_000);
        log.appender.append(List.of(LogFixture.event("note:a", 0)));
        List<NewEvent> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) many.add(LogFixture.event("note:b", i));
        log.appender.append(many);

        List<GenericDomainEventMessage<?>> kept = here.read("note:a");
        assertThat(here.read("note:b")).hasSize(50);

        assertThat(here.read("note:a")).isSameAs(kept);
    }

    @Test
    void an_event_this_build_does_not_know_stops_a_stream_that_is_kept_until_it_is_known() {
        StreamReader here = reader(PLENTY);
        log.appender.append(List.of(LogFixture.event("note:a", 0)));
        here.read("note:a");
        NewEvent event = LogFixture.event("note:a", 1);
        elsewhere.append(List.of(new NewEvent(
                event.id(), "note:a", 1, "Note", "storetest.Later", "1", 1, event.payload(), event.envelope())));

        for (int i = 0; i < 2; i++)
            assertThatThrownBy(() -> here.read("note:a")).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void a_history_the_database_has_lost_is_forgotten() throws Exception {
        StreamReader here = reader(PLENTY);
        log.appender.append(List.of(LogFixture.event("note:a", 0), LogFixture.event("note:a", 1)));
        log.appender.append(List.of(LogFixture.event("note:b", 0)));
        here.read("note:a");
        here.read("note:b");

        // As after a fail-over to a copy that had not received the last events.
        takeBackTo(1);
        elsewhere.append(List.of(LogFixture.event("note:a", 1), LogFixture.event("note:a", 2)));

        assertThat(here.read("note:a")).usingElementComparator(BY_CONTENT).isEqualTo(uncached("note:a"));
        assertThat(here.read("note:a")).hasSize(3);
        assertThat(here.read("note:b")).isEmpty();
        assertThat(here.read("note:b")).isEmpty();
    }

    @Test
    void a_missing_sequence_stops_the_reading() throws Exception {
        log.appender.append(
                List.of(LogFixture.event("note:a", 0), LogFixture.event("note:a", 1), LogFixture.event("note:a", 2)));
        byForce("delete from event_store.event where sequence = 1");

        assertThatThrownBy(() -> reader(PLENTY).read("note:a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sequence 1 of note:a is missing");
    }

    @Test
    void many_streams_read_together_are_told_as_each_alone() throws Exception {
        var random = new Random(19);
        StreamReader here = reader(20_000);
        Map<String, Long> next = new HashMap<>();
        for (int step = 0; step < 200; step++) {
            String stream = "note:" + random.nextInt(8);
            long at = next.merge(stream, 1L, Long::sum) - 1;
            (step % 2 == 0 ? log.appender : elsewhere).append(List.of(LogFixture.event(stream, at)));
            if (random.nextBoolean()) here.read("note:" + random.nextInt(8));
            if (step % 20 > 0) continue;
            List<String> asked = new ArrayList<>(List.of("note:none"));
            for (int i = 0; i < 8; i++) if (random.nextBoolean()) asked.add("note:" + i);
            Map<String, List<GenericDomainEventMessage<?>>> together = here.read(asked);
            assertThat(together).containsOnlyKeys(asked);
            together.forEach((id, events) ->
                    assertThat(events).usingElementComparator(BY_CONTENT).isEqualTo(uncached(id)));
        }

        // As after a fail-over to a copy that had not received the last events.
        takeBackTo(150);
        List<String> all = List.copyOf(next.keySet());
        here.read(all)
                .forEach((id, events) ->
                        assertThat(events).usingElementComparator(BY_CONTENT).isEqualTo(uncached(id)));
        here.read(all).forEach((id, events) -> assertThat(events).hasSameSizeAs(uncached(id)));
    }

    @Test
    void which_stream_has_moved_on_is_one_question() {
        log.appender.append(List.of(LogFixture.event("note:a", 0), LogFixture.event("note:b", 0)));
        StreamSequences oneByOne = (stream, position) -> rows.sequenceAt(stream, position);
        for (Map<String, Long> reads : List.<Map<String, Long>>of(
                Map.of(),
                Map.of("note:a", 0L, "note:b", 0L, "note:none", -1L),
                Map.of("note:a", 0L, "note:b", -1L),
                Map.of("note:a", -1L))) {
            assertThat(rows.movedOn(reads)).as("%s", reads).isEqualTo(oneByOne.movedOn(reads));
        }
        assertThat(rows.movedOn(Map.of("note:a", 0L, "note:b", -1L))).hasValue("note:b");
    }

    @Test
    void a_stream_that_cannot_be_told_is_left_out_of_many_and_says_why_when_it_is_read_alone() throws Exception {
        StreamReader here = reader(PLENTY);
        NewEvent later = LogFixture.event("note:later", 0);
        log.appender.append(List.of(
                LogFixture.event("note:a", 0),
                new NewEvent(
                        later.id(),
                        "note:later",
                        0,
                        "Note",
                        "storetest.Later",
                        "1",
                        1,
                        later.payload(),
                        later.envelope()),
                LogFixture.event("note:hole", 0),
                LogFixture.event("note:hole", 1),
                LogFixture.event("note:hole", 2)));
        byForce("delete from event_store.event where stream = 'note:hole' and sequence = 1");

        assertThat(here.read(List.of("note:a", "note:later", "note:hole"))).containsOnlyKeys("note:a");

        assertThatThrownBy(() -> here.read("note:later")).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> here.read("note:hole")).hasMessageContaining("sequence 1 of note:hole is missing");
    }

    private static String content(GenericDomainEventMessage<?> event) {
        return String.join(
                " ",
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getType(),
                Long.toString(event.getSequenceNumber()),
                event.getTimestamp().toString(),
                event.getPayload().toString());
    }

    private StreamReader reader(long capacity) {
        return new StreamReader(rows, log.codec, capacity);
    }

    private List<GenericDomainEventMessage<?>> uncached(String stream) {
        List<GenericDomainEventMessage<?>> events = new ArrayList<>();
        for (StoredEvent row : rows.stream(stream, 0)) events.add(StoredEvents.forAggregate(row, log.codec));
        return events;
    }

    private void takeBackTo(long position) throws SQLException {
        byForce("delete from event_store.event where position > " + position);
    }

    private void byForce(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.superuser(log.database);
                Statement statement = superuser.createStatement()) {
            statement.execute("alter table event_store.event disable trigger all");
            statement.execute(sql);
        }
    }
}
