package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.Vnd;

/** What happened to a host's report of spending. Every step moves money of the books: none of it is the treasury's. */
public sealed interface SpendingEvent extends MoneyEvent {
    SpendingReportId report();

    ProjectId project();

    /** @param filedBy who filed it, and their principals */
    @EventType(name = "budgets.SpendingReported")
    record SpendingReported(
            SpendingReportId report,
            ProjectId project,
            OrganisationId host,
            LocalDate from,
            LocalDate to,
            List<SpendingItem> items,
            Vnd total,
            boolean last,
            List<PersonId> filedBy,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements SpendingEvent {}

    @EventType(name = "budgets.SpendingReturned")
    record SpendingReturned(
            SpendingReportId report,
            ProjectId project,
            OrganisationId host,
            Vnd total,
            String reason,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements SpendingEvent {}

    /** @param accepted the total less what is not accepted */
    @EventType(name = "budgets.SpendingAccepted")
    record SpendingAccepted(
            SpendingReportId report,
            ProjectId project,
            OrganisationId host,
            Vnd total,
            Vnd accepted,
            List<NotAccepted> notAccepted,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements SpendingEvent {}

    /**
     * Another version of the report; the postings take the old amounts back and book the new.
     *
     * @param version from 2
     * @param acceptedBefore what had been accepted and no longer is; zero for none
     */
    @EventType(name = "budgets.SpendingReplaced")
    record SpendingReplaced(
            SpendingReportId report,
            ProjectId project,
            OrganisationId host,
            int version,
            LocalDate from,
            LocalDate to,
            List<SpendingItem> items,
            Vnd total,
            Vnd totalBefore,
            Vnd acceptedBefore,
            boolean last,
            String reason,
            List<PersonId> filedBy,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements SpendingEvent {}
}
