package vn.minhchung.eventstore.axonserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import vn.minhchung.eventstore.CommandAppend;
import vn.minhchung.eventstore.EnvelopeSealer;
import vn.minhchung.eventstore.LogStorageEngine;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.StoredEvents;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.StreamRead;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * Axon's storage on Axon Server: one command is one transaction there. A stream that was read and not written gets a mark
 * ({@link StreamRead}) in the same transaction, at the sequence after the one that was read; the server refuses the whole
 * when the stream has moved on (decision record 20).
 */
final class AxonServerEventStorageEngine extends LogStorageEngine {
    private static final String MARK = "StreamRead";

    private final ServerLog server;
    private final LogTail tail;
    private final EventCodec codec;

    AxonServerEventStorageEngine(
            ServerLog server, ServerAppender appender, LogTail tail, EventCodec codec, EnvelopeSealer sealer) {
        super(new CommandAppend(codec, sealer, AxonServerEventStorageEngine::marks, appender::append), codec);
        this.server = server;
        this.tail = tail;
        this.codec = codec;
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
                        // a stream's events are read without their positions; 0 stands for not known
                        .map(event -> StoredEvents.forAggregate(event.at(0, 0), codec)),
                () -> last);
    }

    @Override
    protected OptionalLong lastSequence(String stream) {
        return server.lastSequence(stream);
    }

    @Override
    protected List<StoredEvent> page(long after, int max) {
        return tail.page(after, max);
    }

    @Override
    protected long head() {
        return server.head();
    }

    /** By the stored time. */
    @Override
    protected long lastBefore(Instant instant) {
        return server.lastBefore(instant.toEpochMilli());
    }
}
