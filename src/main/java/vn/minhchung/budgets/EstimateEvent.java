package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;

/** What happened to the estimate of a task. A version has a number from 1; it names every line with before and after. */
public sealed interface EstimateEvent extends DomainEvent {
    EstimateId estimate();

    ProjectId project();

    /** @param proposedBy who drew it up, and their principals */
    @EventType(name = "budgets.EstimateProposed")
    record EstimateProposed(
            EstimateId estimate,
            ProjectId project,
            OrganisationId host,
            List<EstimateItem> items,
            Vnd total,
            List<PersonId> proposedBy,
            LocalDate proposedOn)
            implements EstimateEvent {}

    @EventType(name = "budgets.EstimateReturned")
    record EstimateReturned(EstimateId estimate, ProjectId project, OrganisationId host, String reason)
            implements EstimateEvent {}

    /** @param expertsException why more is spent on experts than the norm allows */
    @EventType(name = "budgets.EstimateApproved")
    record EstimateApproved(
            EstimateId estimate,
            ProjectId project,
            int version,
            List<EstimateItem> items,
            List<LineChange> lines,
            Vnd total,
            @Nullable String expertsException,
            LocalDate approvedOn)
            implements EstimateEvent {}

    /** @param plannedBy who wrote the plan, and their principals */
    @EventType(name = "budgets.LineMovesPlanned")
    record LineMovesPlanned(
            EstimateId estimate,
            ProjectId project,
            OrganisationId host,
            List<EstimateItem> items,
            List<LineChange> lines,
            Vnd moved,
            List<PersonId> plannedBy,
            LocalDate plannedOn)
            implements EstimateEvent {}

    @EventType(name = "budgets.LineMovesReturned")
    record LineMovesReturned(EstimateId estimate, ProjectId project, String reason) implements EstimateEvent {}

    /**
     * Money moved between lines on a plan the head of the host approved before.
     *
     * @param moved how much changed its line
     * @param postings the approved amounts, by line; they change no total
     */
    @EventType(name = "budgets.MovedBetweenLines")
    record MovedBetweenLines(
            EstimateId estimate,
            ProjectId project,
            int version,
            List<EstimateItem> items,
            List<LineChange> lines,
            Vnd moved,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements EstimateEvent, MoneyEvent {}

    /**
     * An adjustment of the task changed the budget. The adjustment posts the amounts; a plan that waited is void.
     *
     * @param items empty where the adjustment came without: the estimate is then to be proposed anew
     * @param shares the approved budget from now on
     */
    @EventType(name = "budgets.EstimateRevised")
    record EstimateRevised(
            EstimateId estimate,
            ProjectId project,
            OrganisationId host,
            int version,
            String adjustment,
            List<EstimateItem> items,
            List<BudgetShare> shares,
            List<LineChange> lines,
            Vnd total,
            LocalDate revisedOn)
            implements EstimateEvent {}
}
