package vn.minhchung.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.UnknownEvent;

/** One row of the log as it was written. */
public record EventRow(
        long position,
        UUID id,
        String stream,
        long sequence,
        String type,
        String name,
        String revision,
        long storedMs,
        long recordedUs,
        byte[] payload,
        byte[] envelope) {

    static final String SELECT = """
            select position, event_id, stream, sequence, type, name, revision, stored_ms, recorded_us, payload, envelope
            from event_store.event
            """;

    /** As {@link #SELECT}, with empty envelopes. */
    static final String SELECT_CLOSED = """
            select position, event_id, stream, sequence, type, name, revision, stored_ms, recorded_us, payload, ''::bytea
            from event_store.event
            """;

    static EventRow read(ResultSet row) throws SQLException {
        return new EventRow(
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
    public static List<EventRow> contiguous(long after, List<EventRow> rows) {
        long expected = after;
        for (EventRow row : rows) {
            if (row.position() != ++expected)
                throw new IllegalStateException("position %d is missing: found %d".formatted(expected, row.position()));
        }
        return rows;
    }

    /** @throws UnknownEvent when the stored name or revision is not known */
    public Recorded decode(EventCodec codec) {
        return new Recorded(
                position,
                recordedAt(recordedUs),
                id,
                stream,
                sequence,
                type,
                name,
                Integer.parseInt(revision),
                codec.decode(position, name, revision, payload),
                codec.decodeEnvelope(envelope),
                payload);
    }

    /** As Axon reads it for an aggregate: deciding looks at events only, so the envelope stays closed. */
    public GenericDomainEventMessage<?> forAggregate(EventCodec codec) {
        return message(codec, MetaData.emptyInstance());
    }

    /** As Axon's processors read it: the {@link Envelope} is the only metadata entry. */
    public GenericDomainEventMessage<?> forProcessor(EventCodec codec) {
        return message(codec, MetaData.with(PostgresEventStorageEngine.ENVELOPE, codec.decodeEnvelope(envelope)));
    }

    private GenericDomainEventMessage<?> message(EventCodec codec, MetaData metaData) {
        return new GenericDomainEventMessage<>(
                type,
                stream,
                sequence,
                codec.decode(position, name, revision, payload),
                metaData,
                id.toString(),
                Instant.ofEpochMilli(storedMs));
    }

    /** The recorded time after another: strictly increasing, and a pure function of the stored times (microseconds). */
    public static long recordedUs(long previousUs, long storedMs) {
        return Math.max(previousUs + 1, Math.multiplyExact(storedMs, 1_000L));
    }

    static Instant recordedAt(long recordedUs) {
        return Instant.ofEpochSecond(
                Math.floorDiv(recordedUs, 1_000_000L), Math.floorMod(recordedUs, 1_000_000L) * 1_000L);
    }
}
