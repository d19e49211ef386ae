package vn.minhchung.eventstore.archive;

/**
 * What a log is, in four values: two logs that agree in them are the same.
 *
 * @param refusals attempts that were refused, kept beside the events
 * @param readings that were recorded, kept beside the events too
 * @param root of the Merkle tree over all events, lower-case hex
 */
public record LogSummary(long events, long refusals, long readings, String root) {}
