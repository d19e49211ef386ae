package vn.minhchung.eventstore;

import java.util.UUID;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * One event as it is to be written.
 *
 * @param sequence number within the stream, from 0: the store must not have it yet
 * @param storedMs event time, epoch milliseconds
 * @param payload exact UTF-8 JSON bytes
 * @param envelope exact canonical JSON bytes
 */
public record NewEvent(
        UUID id,
        String stream,
        long sequence,
        String type,
        String name,
        String revision,
        long storedMs,
        byte[] payload,
        byte[] envelope) {

    /** As it was when it was written. */
    public static NewEvent of(StoredEvent event) {
        return new NewEvent(
                event.id(),
                event.stream(),
                event.sequence(),
                event.type(),
                event.name(),
                event.revision(),
                event.storedMs(),
                event.payload(),
                event.envelope());
    }

    /** As it is once it stands there. */
    public StoredEvent at(long position, long recordedUs) {
        return new StoredEvent(
                position, id, stream, sequence, type, name, revision, storedMs, recordedUs, payload, envelope);
    }

    /** The same at another place of its stream. */
    public NewEvent withSequence(long other) {
        return new NewEvent(id, stream, other, type, name, revision, storedMs, payload, envelope);
    }
}
