package vn.minhchung.kernel.log;

import java.util.UUID;

/**
 * One event exactly as stored, nothing decoded: what is hashed, exported and moved.
 *
 * @param position contiguous from 1, in commit order
 * @param sequence number within the stream, from 0
 * @param type of the aggregate
 * @param name stored name of the event
 * @param storedMs event time, epoch milliseconds
 * @param recordedUs epoch microseconds, {@link #recordedAfter}
 * @param payload exact UTF-8 JSON bytes
 * @param envelope exact canonical JSON bytes
 */
public record StoredEvent(
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

    /**
     * When an event counts as recorded, in microseconds: strictly increasing, a function of the stored times alone.
     *
     * @param before of the event before; 0 for the first
     */
    public static long recordedAfter(long before, long storedMs) {
        return Math.max(before + 1, Math.multiplyExact(storedMs, 1_000L));
    }
}
