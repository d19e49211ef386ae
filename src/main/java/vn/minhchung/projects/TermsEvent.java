package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;

/** What changed of the terms a task was approved and contracted under; and the exceptions allowed for it. */
public sealed interface TermsEvent extends ProjectEvent {

    /** Terms that an adjustment changed. */
    sealed interface Adjusted extends TermsEvent {
        AdjustmentId adjustment();

        /** The annex it stands in; null for what the host decided itself. */
        @Nullable
        ContractAnnex annex();
    }

    /**
     * The task may run longer.
     *
     * @param months by how many begun months
     * @param exceptions numbers of the exceptions it used up
     */
    @EventType(name = "projects.TaskExtended")
    record TaskExtended(
            ProjectId project,
            AdjustmentId adjustment,
            LocalDate oldEnd,
            LocalDate end,
            int months,
            List<Integer> exceptions,
            @Nullable ContractAnnex annex)
            implements Adjusted {}

    /** The task ends sooner. */
    @EventType(name = "projects.TaskShortened")
    record TaskShortened(
            ProjectId project,
            AdjustmentId adjustment,
            LocalDate oldEnd,
            LocalDate end,
            @Nullable ContractAnnex annex) implements Adjusted {}

    /** Somebody else leads the task. */
    @EventType(name = "projects.InvestigatorReplaced")
    record InvestigatorReplaced(
            ProjectId project,
            AdjustmentId adjustment,
            PersonId oldInvestigator,
            PersonId investigator,
            ReplacementCause cause,
            @Nullable ContractAnnex annex)
            implements Adjusted {}

    /** Another organisation carries the task on. */
    @EventType(name = "projects.HostSucceeded")
    record HostSucceeded(
            ProjectId project,
            AdjustmentId adjustment,
            OrganisationId oldHost,
            OrganisationId host,
            String document,
            @Nullable ContractAnnex annex)
            implements Adjusted {}

    /** Others take part. */
    @EventType(name = "projects.MembersChanged")
    record MembersChanged(
            ProjectId project,
            AdjustmentId adjustment,
            List<TaskMember> before,
            List<TaskMember> members,
            @Nullable ContractAnnex annex)
            implements Adjusted {}

    /** Title, goal, product, content or a list of things reads otherwise. */
    @EventType(name = "projects.TermsReworded")
    record TermsReworded(
            ProjectId project,
            AdjustmentId adjustment,
            AdjustmentKind kind,
            @Nullable String before,
            String after,
            @Nullable ContractAnnex annex)
            implements Adjusted {}

    /**
     * The approved budget is another one.
     *
     * @param version of the budget: the approval is 1
     * @param before all shares until now
     * @param after all shares from here on
     * @param tranches the contract's plan from here on
     * @param appropriation what an increase rests on; null where state money does not increase
     */
    @EventType(name = "projects.TaskBudgetAdjusted")
    record TaskBudgetAdjusted(
            ProjectId project,
            AdjustmentId adjustment,
            int version,
            List<BudgetShare> before,
            List<BudgetShare> after,
            List<TranchePlan> tranches,
            @Nullable AppropriationId appropriation,
            @Nullable ContractAnnex annex)
            implements Adjusted {}

    /**
     * An exception granted on paper was recorded; it holds with {@link ExceptionGranted}.
     *
     * @param number from 1 within the task
     */
    @EventType(name = "projects.ExceptionRecorded")
    record ExceptionRecorded(
            ProjectId project,
            int number,
            ExceptionKind kind,
            String document,
            String reason,
            List<PersonId> recordedBy)
            implements TermsEvent {}

    /** The head of the approving authority allows one adjustment against the rule. */
    @EventType(name = "projects.ExceptionGranted")
    record ExceptionGranted(ProjectId project, int number, ExceptionKind kind, String document, String reason)
            implements TermsEvent {}
}
