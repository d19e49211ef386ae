package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.projects.Grade;

/**
 * What of a task its waiting steps rest on.
 *
 * @param host whose steps are waited for
 * @param approvedOn day of the approval
 * @param contractedOn day of the contract; null before it
 * @param end by its terms in force
 * @param grade as recorded last; null before
 * @param gradedOn day of the council's session
 * @param suspensionProposedOn a decision on the suspension is due from then on; null while none is proposed
 */
public record WaitingTask(
        OrganisationId host,
        LocalDate approvedOn,
        @Nullable LocalDate contractedOn,
        LocalDate end,
        @Nullable Grade grade,
        @Nullable LocalDate gradedOn,
        @Nullable LocalDate suspensionProposedOn) {
    /** As it is approved. */
    public static WaitingTask approved(OrganisationId host, LocalDate on, LocalDate end) {
        return new WaitingTask(host, on, null, end, null, null, null);
    }

    /** Under other terms than approved. */
    public WaitingTask under(OrganisationId newHost, LocalDate newEnd) {
        return new WaitingTask(newHost, approvedOn, contractedOn, newEnd, grade, gradedOn, suspensionProposedOn);
    }

    public WaitingTask contracted(LocalDate on) {
        return new WaitingTask(host, approvedOn, on, end, grade, gradedOn, suspensionProposedOn);
    }

    public WaitingTask graded(Grade recorded, LocalDate on) {
        return new WaitingTask(host, approvedOn, contractedOn, end, recorded, on, suspensionProposedOn);
    }

    public WaitingTask suspensionProposed(LocalDate on) {
        return new WaitingTask(host, approvedOn, contractedOn, end, grade, gradedOn, on);
    }
}
