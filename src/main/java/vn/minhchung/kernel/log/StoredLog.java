package vn.minhchung.kernel.log;

import java.util.List;

/** The log with nothing decoded, in position order; the same over every store. */
public interface StoredLog {
    /**
     * Events after a position, oldest first and without gaps, at most so many. They may end inside a command's events.
     *
     * @throws vn.minhchung.kernel.Refusal STORE_UNAVAILABLE
     */
    List<StoredEvent> after(long position, int max);

    /** The same as it lies there, whether or not a position is missing: for whoever looks for damage. */
    List<StoredEvent> found(long position, int max);

    /** The last position; 0 when the log is empty. */
    long head();
}
