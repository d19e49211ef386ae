package vn.minhchung.kernel;

import java.util.List;

/** The record, read in position order; the same over every store. */
public interface RecordedEvents {
    /**
     * Events after a position, oldest first, at most {@code max} but never ending inside a command's events.
     *
     * @throws UnknownEvent when a stored name or revision is not known: the reader stops there
     */
    List<Recorded> read(long after, int max);

    /** The last position of the store; 0 when it is empty. */
    long head();

    /** Runs when something may have been appended. The listener must return at once. */
    void onAppend(Runnable listener);
}
