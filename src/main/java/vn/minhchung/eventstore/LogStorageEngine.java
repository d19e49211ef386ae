package vn.minhchung.eventstore;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.log.StoredEvent;

/** Axon's storage over a log, whichever store keeps it: one command is one append, a token is a position. */
public abstract class LogStorageEngine implements EventStorageEngine, StreamsAhead {
    private static final int PAGE = 500;

    private final CommandAppend commands;
    private final EventCodec codec;

    protected LogStorageEngine(CommandAppend commands, EventCodec codec) {
        this.commands = commands;
        this.codec = codec;
    }

    /** Events after a position, in order, at most so many. */
    protected abstract List<StoredEvent> page(long after, int max);

    /** The last position; 0 when the log is empty. */
    protected abstract long head();

    /** The last position before a time. */
    protected abstract long lastBefore(Instant instant);

    protected abstract OptionalLong lastSequence(String stream);

    @Override
    public Map<String, DomainEventStream> readAhead(Collection<String> streams) {
        return StreamsAhead.NONE.readAhead(streams);
    }

    @Override
    public final void appendEvents(List<? extends EventMessage<?>> events) {
        commands.append(events);
    }

    @Override
    public final Optional<Long> lastSequenceNumberFor(String stream) {
        OptionalLong last = lastSequence(stream);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** Everything after the token that is known here, page by page. Stops with {@code UnknownEvent}; skips nothing. */
    @Override
    public final Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long after = token == null ? 0 : token.position().orElse(0);
        return Stream.iterate(
                        page(after, PAGE),
                        page -> !page.isEmpty(),
                        page -> page(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(this::tracked);
    }

    private TrackedEventMessage<?> tracked(StoredEvent event) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()), StoredEvents.forProcessor(event, codec));
    }

    @Override
    public final TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public final TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head());
    }

    @Override
    public final TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(lastBefore(instant));
    }

    @Override
    public final void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("there are no snapshots: a stream is always read from its first event");
    }

    @Override
    public final Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
