package vn.minhchung.eventstore;

import java.util.UUID;

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
        byte[] envelope) {}
