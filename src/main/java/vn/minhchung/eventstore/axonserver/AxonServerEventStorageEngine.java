package vn.minhchung.eventstore.axonserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.CommandAppend;
import vn.minhchung.eventstore.EnvelopeSealer;
import vn.minhchung.eventstore.EventRow;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.StreamRead;

/**
 * Axon's storage on Axon Server: one command is one transaction there. A stream that was read and not written gets a mark
 * ({@link StreamRead}) in the same transaction, at the sequence after the one that was read; the server refuses the whole
 * when the stream has moved on (decision record 20).
 */
final class AxonServerEventStorageEngine implements EventStorageEngine {
    private static final String MARK = "StreamRead";
    private static final int PAGE = 500;

    private final ServerLog server;
    private final LogTail tail;
    private final EventCodec codec;
    private final CommandAppend commands;

    AxonServerEventStorageEngine(
            ServerLog server, ServerAppender appender, LogTail tail, EventCodec codec, EnvelopeSealer sealer) {
        this.server = server;
        this.tail = tail;
        this.codec = codec;
        this.commands = new CommandAppend(codec, sealer, AxonServerEventStorageEngine::marks, appender::append);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        commands.append(events);
    }

    /** They carry no decision: the command's own events have it. */
    private static List<EventMessage<?>> marks(List<? extends EventMessage<?>> events, Map<String, Long> reads) {
        Set<String> written = new HashSet<>();
        String request = "";
        for (EventMessage<?> message : events) {
            if (!(message instanceof DomainEventMessage<?> event)) continue;
            if (written.isEmpty()) request = event.getAggregateIdentifier();
            written.add(event.getAggregateIdentifier());
        }
        List<EventMessage<?>> marks = new ArrayList<>();
        for (Map.Entry<String, Long> read : new TreeMap<>(reads).entrySet()) {
            if (written.contains(read.getKey())) continue;
            // with an id of our own: Axon would add the command's decision otherwise
            marks.add(new GenericDomainEventMessage<>(
                    MARK,
                    read.getKey(),
                    read.getValue() + 1,
                    new StreamRead(request),
                    MetaData.emptyInstance(),
                    IdentifierFactory.getInstance().generateIdentifier(),
                    events.getFirst().getTimestamp()));
        }
        return marks;
    }

    /** Marks are left out; the last sequence counts them. */
    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        List<NewEvent> events = server.stream(stream, firstSequence);
        Long last = events.isEmpty() ? null : events.getLast().sequence();
        return DomainEventStream.of(
                events.stream()
                        .filter(event -> !event.name().equals(StreamRead.NAME))
                        .map(event -> unplaced(event).forAggregate(codec)),
                () -> last);
    }

    /** A stream's events are read without their positions; 0 stands for not known. */
    private static EventRow unplaced(NewEvent event) {
        return new EventRow(
                0,
                event.id(),
                event.stream(),
                event.sequence(),
                event.type(),
                event.name(),
                event.revision(),
                event.storedMs(),
                0,
                event.payload(),
                event.envelope());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        OptionalLong last = server.lastSequence(stream);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** Everything after the token that is known here, page by page. Stops with {@code UnknownEvent}; skips nothing. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long after = token == null ? 0 : token.position().orElse(0);
        return Stream.iterate(
                        tail.page(after, PAGE),
                        page -> !page.isEmpty(),
                        page -> tail.page(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(row -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(row.position()), row.forProcessor(codec)));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(server.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(server.lastBefore(instant.toEpochMilli()));
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
