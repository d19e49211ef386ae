package vn.minhchung.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * One event as stored, decoded once.
 *
 * @param position contiguous from 1, in commit order
 * @param recordedAt strictly increasing, a pure function of the stream
 * @param sequence number within the stream, from 0
 * @param payload the exact stored bytes (UTF-8 JSON)
 */
public record Recorded(
        long position,
        Instant recordedAt,
        UUID id,
        String stream,
        long sequence,
        String type,
        String name,
        int revision,
        DomainEvent event,
        Envelope envelope,
        byte[] payload) {

    @SuppressWarnings("ArrayRecordComponent")
    public Recorded {}
}
