package vn.minhchung.eventstore.archive;

/** Told now and then how far the work is. */
@FunctionalInterface
public interface Progress {
    /** Events between two words. */
    int EVERY = 5_000;

    void reached(long events, long ofEvents);
}
