package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;

/**
 * What of a withdrawal its waiting steps rest on.
 *
 * @param host whose receipt it will wait for
 * @param year budget year
 * @param sentOn when it was last sent to the treasury; null before
 */
public record WaitingPaper(
        OrganisationId host, int year, @Nullable LocalDate sentOn) {
    public WaitingPaper sent(LocalDate on) {
        return new WaitingPaper(host, year, on);
    }
}
