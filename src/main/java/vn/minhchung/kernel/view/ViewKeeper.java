package vn.minhchung.kernel.view;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the views of this build stand, whichever node follows. All but the receipts tells about the moment of asking: it is no
 * part of the record.
 */
public interface ViewKeeper {
    /** How a view is doing. */
    enum State {
        FOLLOWING,
        /** An event could not be taken in; it waits for an operator or the next start. */
        STOPPED,
        /** It was stopped and takes in what it missed. */
        RETURNING
    }

    /**
     * One view.
     *
     * @param position the last event it has seen, and all before
     * @param behind how many events of the record it has not seen
     * @param cause what stopped it, null where it follows
     * @param since when it was stopped
     */
    record Standing(
            String view,
            State state,
            long position,
            long behind,
            @Nullable String cause,
            @Nullable Instant since) {}

    /** How far an order is. */
    enum Progress {
        WAITING,
        RUNNING,
        DONE,
        /** An event could not be taken in; everything stands as before. */
        FAILED,
        /** What came out is not what stands, in a view that was not named for it; everything stands as before. */
        DIFFERENT
    }

    /**
     * What came of an order.
     *
     * @param position up to where it has come; null before it runs
     * @param goal the last event at that time
     * @param perSecond events taken in per second since it began
     * @param cause why it failed
     * @param differing views that came out other than they stand
     */
    record Order(
            Progress progress,
            @Nullable Long position,
            @Nullable Long goal,
            @Nullable Long perSecond,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String cause,
            List<String> differing) {}

    /**
     * What a view holds.
     *
     * @param position it has seen every event up to here
     * @param hash SHA-256, lower-case hex, over the rows these events made; equal wherever the same build holds the same
     */
    record Receipt(String view, long position, String hash) {}

    Set<String> names();

    /** Every view, by name. */
    List<Standing> standings();

    /** Orders this build's views know of, by id; those of earlier builds are over and not known. */
    Map<String, Order> orders(Collection<String> ids);

    /** Of views, by name, what each held at a position. Reads every row up to there. @throws Refusal NOT_FOUND */
    List<Receipt> receipts(Collection<String> views, long position);
}
