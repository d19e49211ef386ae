package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.eventstore.LogFixture.event;
import static vn.minhchung.testing.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.UnknownEvent;

class PostgresRecordedEventsTest {
    private final LogFixture log = new LogFixture();
    private final PostgresRecordedEvents events = log.recordedEvents();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_event_is_read_as_it_was_written() {
        NewEvent written = event("note:a", 0, 1_234, "1/1");
        log.appender.append(List.of(written));

        Recorded read = events.read(0, 10).getFirst();

        assertThat(read.position()).isEqualTo(1);
        assertThat(read.recordedAt()).isEqualTo(Instant.ofEpochMilli(1_234));
        assertThat(read.id()).isEqualTo(written.id());
        assertThat(read.stream()).isEqualTo("note:a");
        assertThat(read.event()).isEqualTo(new LogFixture.Noted("note:a 0"));
        assertThat(read.payload()).isEqualTo(written.payload());
        assertThat(read.envelope().lastPart()).isTrue();
        assertThat(events.head()).isEqualTo(1);
    }

    @Test
    void a_batch_never_ends_inside_a_commands_events() {
        log.appender.append(List.of(event("note:a", 0)));
        log.appender.append(
                List.of(event("note:a", 1, 5, "1/3"), event("note:a", 2, 5, "2/3"), event("note:b", 0, 5, "3/3")));
        log.appender.append(List.of(event("note:a", 3)));

        assertThat(positions(events.read(0, 1))).containsExactly(1L);
        assertThat(positions(events.read(0, 2))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions(events.read(1, 2))).containsExactly(2L, 3L, 4L);
        assertThat(positions(events.read(4, 100))).containsExactly(5L);
        assertThat(events.read(5, 100)).isEmpty();
    }

    @Test
    void an_unknown_name_stops_the_reader_behind_the_last_whole_command() {
        log.appender.append(List.of(event("note:a", 0)));
        NewEvent known = event("note:a", 1, 5, "1/2");
        NewEvent unknown = new NewEvent(
                UUID.randomUUID(),
                "note:b",
                0,
                "Note",
                "storetest.FromTheFuture",
                "1",
                5,
                "{}".getBytes(StandardCharsets.UTF_8),
                event("note:b", 0, 5, "2/2").envelope());
        log.appender.append(List.of(known, unknown));

        assertThat(positions(events.read(0, 2))).containsExactly(1L);
        assertThat(positions(events.read(0, 100))).containsExactly(1L);
        assertThatThrownBy(() -> events.read(1, 1)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> events.read(1, 100))
                .isInstanceOfSatisfying(
                        UnknownEvent.class, e -> assertThat(e.position()).isEqualTo(3));
    }

    @Test
    void listeners_wake_on_local_appends_and_on_those_of_other_nodes() {
        var wakes = new AtomicInteger();
        events.onAppend(wakes::incrementAndGet);
        log.appender.append(List.of(event("note:a", 0)));
        eventually(() -> assertThat(wakes.get()).isPositive());

        Appender other = log.newAppender(log.source(), Appender.Limits.DEFAULT, InstantSource.system());
        eventually(() -> {
            int before = wakes.get();
            other.append(List.of(event("note:" + UUID.randomUUID(), 0)));
            eventually(() -> assertThat(wakes.get()).isGreaterThan(before));
        });
    }

    @Test
    void a_broken_connection_is_replaced() throws Exception {
        log.appender.append(List.of(event("note:a", 0)));
        assertThat(events.read(0, 10)).hasSize(1);

        log.cutConnections();

        assertThat(events.read(0, 10)).hasSize(1);
    }

    private static List<Long> positions(List<Recorded> read) {
        return read.stream().map(Recorded::position).toList();
    }
}
