package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.eventstore.LogFixture.Noted;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.command.Recording;

class PostgresEventStorageEngineTest {
    private final LogFixture log = new LogFixture();
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
            log.database.app(), log.appender, log.codec, new EnvelopeSealer("test-build", () -> "demo"));
    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final PostgresRecordedEvents recorded = log.recordedEvents();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void one_command_is_one_append_with_parts_across_two_aggregates() {
        var recording = new Recording();
        recording.restsOn(new RuleRef("advance", "2023-1"));
        recording.warn("LATE");

        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        store.publish(note("note:a", 0, recording), note("note:b", 0, recording));
        store.publish(note("note:a", 1, recording));
        assertThat(recorded.head()).isZero();
        work.commit();

        List<Recorded> written = recorded.read(0, 10);
        assertThat(written).extracting(r -> r.envelope().part()).containsExactly("1/3", "2/3", "3/3");
        assertThat(written).extracting(Recorded::stream).containsExactly("note:a", "note:b", "note:a");
        assertThat(written).extracting(r -> r.envelope().salt()).doesNotHaveDuplicates();
        Envelope envelope = written.getFirst().envelope();
        assertThat(envelope.build()).isEqualTo("test-build");
        assertThat(envelope.clock()).isEqualTo("demo");
        assertThat(envelope.rules()).containsExactly(new RuleRef("advance", "2023-1"));
        assertThat(envelope.warnings()).containsExactly("LATE");
        assertThat(envelope.extra()).containsExactlyEntriesOf(Map.of("traceId", "t-1"));
        assertThat(recording.firstPosition()).isEqualTo(1);
        assertThat(recording.lastPosition()).isEqualTo(3);
    }

    @Test
    void events_of_a_nested_unit_of_work_are_written_by_the_root() {
        UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(null);
        UnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(null);
        store.publish(note("note:a", 0));
        nested.commit();
        assertThat(recorded.head()).isZero();
        store.publish(note("note:b", 0));
        root.commit();

        assertThat(recorded.read(0, 10)).extracting(r -> r.envelope().part()).containsExactlyInAnyOrder("1/2", "2/2");
    }

    @Test
    void a_failure_before_the_commit_writes_nothing_and_draws_no_number() {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.onPrepareCommit(_ -> work.onPrepareCommit(_ -> {
            throw new IllegalStateException("late");
        }));
        store.publish(note("note:a", 0));
        assertThatThrownBy(work::commit).hasMessage("late");

        DefaultUnitOfWork.startAndGet(null).rollback();
        UnitOfWork<?> next = DefaultUnitOfWork.startAndGet(null);
        store.publish(note("note:a", 0));
        next.commit();

        assertThat(recorded.read(0, 10)).extracting(Recorded::position).containsExactly(1L);
    }

    @Test
    void a_conflict_fails_the_commit() {
        store.publish(note("note:a", 0));

        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        store.publish(note("note:b", 0), note("note:a", 0));

        assertThatThrownBy(work::commit).isInstanceOf(StreamConflict.class);
        assertThat(recorded.head()).isEqualTo(1);
    }

    @Test
    void a_stream_is_read_back_and_staged_events_are_seen_within_the_unit_of_work() {
        store.publish(note("note:a", 0), note("note:a", 1));

        assertThat(store.readEvents("note:a").asStream().map(DomainEventMessage::getPayload))
                .isEqualTo(List.of(new Noted("note:a 0"), new Noted("note:a 1")));
        assertThat(store.readEvents("note:a", 1).asStream()).hasSize(1);
        assertThat(store.lastSequenceNumberFor("note:a")).contains(1L);
        assertThat(store.lastSequenceNumberFor("note:none")).isEmpty();
        assertThat(store.readEvents("note:none").hasNext()).isFalse();
    }

    @Test
    void event_time_is_cut_to_milliseconds() {
        store.publish(note("note:a", 0));

        var read = store.readEvents("note:a").next();

        assertThat(read.getTimestamp()).isEqualTo(read.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void processors_read_everything_after_their_token() {
        for (int i = 0; i < 1_200; i += 100) {
            int from = i;
            UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
            IntStream.range(from, from + 100).forEach(n -> store.publish(note("note:a", n)));
            work.commit();
        }

        var read = engine.readEvents(new GlobalSequenceTrackingToken(3), false).toList();

        assertThat(read).hasSize(1_197);
        assertThat(read.getFirst().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(4));
        assertThat(read.getFirst().getMetaData()).containsOnlyKeys(StoredEvents.ENVELOPE);
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(1_200));
        Recorded tenth = recorded.read(9, 1).getFirst();
        assertThat(engine.createTokenAt(tenth.recordedAt())).isEqualTo(new GlobalSequenceTrackingToken(9));
    }

    @Test
    void the_sequence_a_stream_had_at_a_position_is_known() {
        store.publish(note("note:a", 0));
        store.publish(note("note:b", 0));
        store.publish(note("note:a", 1));
        var reader = new LogReader(log.database.app());

        assertThat(reader.sequenceAt("note:a", 2)).isZero();
        assertThat(reader.sequenceAt("note:a", 3)).isEqualTo(1);
        assertThat(reader.sequenceAt("note:b", 1)).isEqualTo(-1);
    }

    @Test
    void an_unknown_name_on_a_stream_stops_its_load() {
        NewEvent event = LogFixture.event("note:a", 0);
        log.appender.append(List.of(new NewEvent(
                event.id(), "note:a", 0, "Note", "storetest.Gone", "1", 1, event.payload(), event.envelope())));

        assertThatThrownBy(() -> store.readEvents("note:a").next()).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void a_stream_of_5000_events_is_loaded() {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) events.add(LogFixture.event("note:a", i, 1, (i + 1) + "/5000"));
        log.appender.append(events);
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            assertThat(store.readEvents("note:a").asStream()).hasSize(5_000);
            LogFixture.print("5,000 events loaded in %d ms"
                    .formatted(Duration.ofNanos(System.nanoTime() - start).toMillis()));
        }
    }

    private static DomainEventMessage<Noted> note(String stream, long sequence) {
        return note(stream, sequence, new Recording());
    }

    private static DomainEventMessage<Noted> note(String stream, long sequence, Recording recording) {
        return new GenericDomainEventMessage<>(
                "Note",
                stream,
                sequence,
                new Noted(stream + " " + sequence),
                Map.of(Recording.KEY, recording, "traceId", "t-1"),
                UUID.randomUUID().toString(),
                java.time.Instant.now());
    }
}
