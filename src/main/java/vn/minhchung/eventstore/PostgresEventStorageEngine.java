package vn.minhchung.eventstore;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.log.StoredEvent;

/** Axon's storage over the log in PostgreSQL. */
public final class PostgresEventStorageEngine extends LogStorageEngine {
    private static final long KEPT_BYTES = 64L << 20;

    private final LogReader log;
    private final StreamReader streams;

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
        super(new CommandAppend(codec, sealer, (_, _) -> List.of(), appender::append), codec);
        this.log = new LogReader(reads);
        this.streams = new StreamReader(log, codec, keptBytes);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        List<GenericDomainEventMessage<?>> all = streams.read(stream);
        return told(all.subList((int) Math.min(firstSequence, all.size()), all.size()));
    }

    @Override
    public Map<String, DomainEventStream> readAhead(Collection<String> asked) {
        Map<String, DomainEventStream> ahead = new HashMap<>();
        streams.read(asked).forEach((stream, events) -> ahead.put(stream, told(events)));
        return ahead;
    }

    private static DomainEventStream told(List<GenericDomainEventMessage<?>> events) {
        Long last = events.isEmpty() ? null : events.getLast().getSequenceNumber();
        return DomainEventStream.of(events.stream(), () -> last);
    }

    @Override
    protected OptionalLong lastSequence(String stream) {
        return log.lastSequence(stream);
    }

    @Override
    protected List<StoredEvent> page(long after, int max) {
        return log.after(after, max);
    }

    @Override
    protected long head() {
        return log.head();
    }

    /** By the recorded time. */
    @Override
    protected long lastBefore(Instant instant) {
        return log.lastBefore(
                Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L));
    }
}
