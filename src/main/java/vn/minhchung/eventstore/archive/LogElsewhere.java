package vn.minhchung.eventstore.archive;

import vn.minhchung.eventstore.NewEvent;

/** A log on another store. Every failure to answer is an {@link ArchiveFault} TARGET_SILENT. */
public interface LogElsewhere extends AutoCloseable {
    /** The last position, counted from 1; 0: empty. */
    long head();

    /**
     * Hands over its events from the first, in order, so many.
     *
     * @throws ArchiveFault TARGET_DIFFERS at one this system did not write
     */
    void read(long count, Reading reading);

    @Override
    default void close() {}

    /** Takes one event. */
    interface Reading {
        void take(long position, NewEvent event);
    }
}
