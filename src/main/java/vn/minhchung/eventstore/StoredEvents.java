package vn.minhchung.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.command.RequestAccepted;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.log.StoredEvent;

/** Reads events from the log's table as they were written, and decodes them. */
public final class StoredEvents {
    /** The only metadata entry of events read by processors: the kernel's {@code Envelope}. */
    public static final String ENVELOPE = "envelope";

    /** In the order of {@link #read}. */
    public static final String COLUMNS =
            "position, event_id, stream, sequence, type, name, revision, stored_ms, recorded_us, payload, envelope";

    public static final String SELECT = "select " + COLUMNS + " from event_store.event\n";

    /** As {@link #SELECT}, with empty envelopes. */
    static final String SELECT_CLOSED = """
            select position, event_id, stream, sequence, type, name, revision, stored_ms, recorded_us, payload, ''::bytea
            from event_store.event
            """;

    private StoredEvents() {}

    /** A row of {@link #SELECT}. */
    public static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getBytes(10),
                row.getBytes(11));
    }

    /**
     * Positions have no gaps, so that a reader never has to guess whether something is still to come; should one show
     * nevertheless, it stops there.
     */
    public static List<StoredEvent> contiguous(long after, List<StoredEvent> rows) {
        long expected = after;
        for (StoredEvent row : rows) {
            if (row.position() != ++expected)
                throw new IllegalStateException("position %d is missing: found %d".formatted(expected, row.position()));
        }
        return rows;
    }

    /** @throws UnknownEvent when the stored name or revision is not known */
    public static Recorded decode(StoredEvent event, EventCodec codec) {
        // before the revision is taken for a number
        DomainEvent payload = payload(event, codec);
        return new Recorded(
                event.position(),
                recordedAt(event.recordedUs()),
                event.id(),
                event.stream(),
                event.sequence(),
                event.type(),
                event.name(),
                Integer.parseInt(event.revision()),
                payload,
                codec.decodeEnvelope(event.envelope()),
                event.payload());
    }

    /** As Axon reads it for an aggregate: deciding looks at events only, so the envelope stays closed. */
    public static GenericDomainEventMessage<?> forAggregate(StoredEvent event, EventCodec codec) {
        return message(event, codec, MetaData.emptyInstance());
    }

    /** As Axon's processors read it: the {@link Envelope} is the only metadata entry. */
    static GenericDomainEventMessage<?> forProcessor(StoredEvent event, EventCodec codec) {
        return message(event, codec, MetaData.with(ENVELOPE, codec.decodeEnvelope(event.envelope())));
    }

    private static GenericDomainEventMessage<?> message(StoredEvent event, EventCodec codec, MetaData metaData) {
        return new GenericDomainEventMessage<>(
                event.type(),
                event.stream(),
                event.sequence(),
                payload(event, codec),
                metaData,
                event.id().toString(),
                Instant.ofEpochMilli(event.storedMs()));
    }

    private static DomainEvent payload(StoredEvent event, EventCodec codec) {
        return codec.decode(event.position(), event.name(), event.revision(), event.payload());
    }

    /**
     * What the first event of a request's stream says of its command.
     *
     * @throws IllegalStateException when the stream is not one of requests
     */
    public static RequestLog.Accepted accepted(StoredEvent first, EventCodec codec) {
        int parts = codec.decodeEnvelope(first.envelope()).parts();
        return switch (payload(first, codec)) {
            case RequestAccepted accepted -> new RequestLog.Accepted(first.position(), parts, accepted.inputHash());
            default -> throw new IllegalStateException("not a stream of requests: " + first.stream());
        };
    }

    static Instant recordedAt(long recordedUs) {
        return Instant.ofEpochSecond(
                Math.floorDiv(recordedUs, 1_000_000L), Math.floorMod(recordedUs, 1_000_000L) * 1_000L);
    }
}
