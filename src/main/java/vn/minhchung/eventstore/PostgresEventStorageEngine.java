package vn.minhchung.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.Recording;

/**
 * Axon's storage over the log. One command is one append: within a unit of work events are only collected, and the root
 * writes them all when it commits; a failure before that leaves nothing behind and draws no number.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {
    /** The only metadata entry of events read by processors: the kernel's {@code Envelope}. */
    public static final String ENVELOPE = "envelope";

    private static final String COLLECTED = PostgresEventStorageEngine.class.getName() + ".collected";
    private static final int PAGE = 500;

    private static final long KEPT_BYTES = 64L << 20;

    private final LogReader log;
    private final StreamReader streams;
    private final Appender appender;
    private final EventCodec codec;
    private final EnvelopeSealer sealer;

    public PostgresEventStorageEngine(DataSource reads, Appender appender, EventCodec codec, EnvelopeSealer sealer) {
        // never more than a part of a small heap
        this(
                reads,
                appender,
                codec,
                sealer,
                Math.min(KEPT_BYTES, Runtime.getRuntime().maxMemory() / 16));
    }

    /** @param keptBytes about how much memory decoded streams may take */
    PostgresEventStorageEngine(
            DataSource reads, Appender appender, EventCodec codec, EnvelopeSealer sealer, long keptBytes) {
        this.log = new LogReader(reads);
        this.streams = new StreamReader(log, codec, keptBytes);
        this.appender = appender;
        this.codec = codec;
        this.sealer = sealer;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) return;
        if (!CurrentUnitOfWork.isStarted()) {
            append(events);
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> collected = root.getOrComputeResource(COLLECTED, _ -> {
            List<EventMessage<?>> list = new ArrayList<>();
            root.onCommit(_ -> append(list));
            return list;
        });
        collected.addAll(events);
    }

    private void append(List<? extends EventMessage<?>> events) {
        List<NewEvent> rows = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) rows.add(row(event, rows.size() + 1, events.size()));
        List<Recording> recordings = events.stream()
                .map(event -> event.getMetaData().get(Recording.KEY))
                .filter(Recording.class::isInstance)
                .map(Recording.class::cast)
                .distinct()
                .toList();
        Map<String, Long> reads = new HashMap<>();
        recordings.forEach(r -> reads.putAll(r.reads()));
        Appended appended = appender.append(rows, reads);
        recordings.forEach(r -> r.appended(appended.firstPosition(), appended.position()));
    }

    private NewEvent row(EventMessage<?> message, int part, int parts) {
        if (!(message instanceof DomainEventMessage<?> event) || !(event.getPayload() instanceof DomainEvent payload)) {
            throw new IllegalArgumentException("only events of an aggregate are recorded: " + message.getPayloadType());
        }
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                codec.nameOf(payload.getClass()),
                Integer.toString(codec.revisionOf(payload.getClass())),
                event.getTimestamp().toEpochMilli(),
                codec.encode(payload),
                codec.encode(sealer.seal(event.getMetaData(), part, parts)));
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        List<GenericDomainEventMessage<?>> all = streams.read(stream);
        var asked = all.subList((int) Math.min(firstSequence, all.size()), all.size());
        Long last = asked.isEmpty() ? null : asked.getLast().getSequenceNumber();
        return DomainEventStream.of(asked.stream(), () -> last);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        var last = log.lastSequence(stream);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** Everything after the token up to the head, page by page. Stops with {@code UnknownEvent}; skips nothing. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long after = token == null ? 0 : token.position().orElse(0);
        return Stream.iterate(
                        log.after(after, PAGE),
                        page -> !page.isEmpty(),
                        page -> log.after(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(this::tracked);
    }

    private TrackedEventMessage<?> tracked(EventRow row) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(row.position()), row.forProcessor(codec));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        long us = Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
        return new GlobalSequenceTrackingToken(log.lastBefore(us));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("there are no snapshots: a stream is always read from its first event");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
