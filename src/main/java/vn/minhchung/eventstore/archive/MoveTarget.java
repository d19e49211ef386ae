package vn.minhchung.eventstore.archive;

import java.util.List;
import vn.minhchung.eventstore.NewEvent;

/** A log on another store that is filled with ours. Every failure to answer is an {@link ArchiveFault} TARGET_SILENT. */
public interface MoveTarget {
    /** The last position, counted from 1; 0: empty. */
    long head();

    /** Appends the events of one command, all or none. */
    void append(List<NewEvent> events);

    /**
     * Hands over its events from the first, in order, so many.
     *
     * @throws ArchiveFault TARGET_DIFFERS at one this system did not write
     */
    void read(long count, Reading reading);

    /** Takes one event. */
    interface Reading {
        void take(long position, NewEvent event);
    }
}
