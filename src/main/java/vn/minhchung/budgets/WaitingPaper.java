package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;

/**
 * What of a treasury paper its waiting steps rest on.
 *
 * @param host whose receipt it will wait for
 * @param drawnBy last day of the budget year a withdrawal draws on; null for a paper that draws nothing
 * @param sentOn when it was last sent to the treasury; null before
 */
public record WaitingPaper(
        OrganisationId host,
        @Nullable LocalDate drawnBy,
        @Nullable LocalDate sentOn) {
    public WaitingPaper sent(LocalDate on) {
        return new WaitingPaper(host, drawnBy, on);
    }
}
