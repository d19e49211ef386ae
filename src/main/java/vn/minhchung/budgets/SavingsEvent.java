package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.Vnd;

/** What happened to a host's report of what it saved. */
public sealed interface SavingsEvent extends DomainEvent {
    SavingsReportId saving();

    ProjectId project();

    /** @param declaredBy who declared it, and their principals */
    @EventType(name = "budgets.SavingDeclared")
    record SavingDeclared(
            SavingsReportId saving,
            ProjectId project,
            OrganisationId host,
            List<SavingLine> lines,
            Vnd total,
            boolean hostFund,
            boolean scienceFund,
            List<PersonId> declaredBy,
            LocalDate declaredOn)
            implements SavingsEvent {}

    @EventType(name = "budgets.SavingReturned")
    record SavingReturned(SavingsReportId saving, ProjectId project, OrganisationId host, String reason)
            implements SavingsEvent {}

    /** @param parts where the saving goes; they sum to the total */
    @EventType(name = "budgets.SavingAccepted")
    record SavingAccepted(
            SavingsReportId saving,
            ProjectId project,
            Vnd total,
            List<SavingPart> parts,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements SavingsEvent, MoneyEvent {}
}
