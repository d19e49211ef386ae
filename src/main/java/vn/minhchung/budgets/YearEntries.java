package vn.minhchung.budgets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.EventId;

/**
 * What the ledger says about one budget year beyond its sums. Asked by {@link Key} through the batch source
 * {@code budgets.year-entries}.
 *
 * @param late entries effective up to the end of the adjustment period and booked after it, oldest first; where no rule
 *     names that day, of the year itself
 * @param since events that changed a figure after the position asked about, oldest first
 */
public record YearEntries(List<String> late, List<EventId> since) {
    /** The most that is told of one year. */
    public static final int MOST = 200;

    public static final YearEntries NONE = new YearEntries(List.of(), List.of());

    /**
     * @param position as known at
     * @param reportedAt the position the figures were reported at; null while they are not
     */
    public record Key(
            long position,
            AppropriationId appropriation,
            int year,
            @Nullable Long reportedAt) {}
}
