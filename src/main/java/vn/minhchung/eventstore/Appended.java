package vn.minhchung.eventstore;

/**
 * What one append wrote.
 *
 * @param position of its last event; the events have contiguous positions
 */
public record Appended(long position, int events) {
    public long firstPosition() {
        return position - events + 1;
    }
}
