package vn.minhchung.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventCodec;

/** Axon's storage over the log: one command is one append. */
public final class PostgresEventStorageEngine implements EventStorageEngine {
    /** The only metadata entry of events read by processors: the kernel's {@code Envelope}. */
    public static final String ENVELOPE = "envelope";

    private static final int PAGE = 500;

    private static final long KEPT_BYTES = 64L << 20;

    private final LogReader log;
    private final StreamReader streams;
    private final CommandAppend commands;
    private final EventCodec codec;

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
        this.commands = new CommandAppend(codec, sealer, (_, _) -> List.of(), appender::append);
        this.codec = codec;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        commands.append(events);
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
