package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;

/** What happened to a task; its life under contract has a family of its own. */
public sealed interface ProjectEvent extends DomainEvent
        permits LifeEvent,
                ProjectEvent.ApprovedTaskRegistered,
                ProjectEvent.ApprovalConfirmed,
                ProjectEvent.TaskPublished,
                ProjectEvent.ContractSigned,
                ProjectEvent.ContractConfirmed,
                ProjectEvent.TaskCodeReissued,
                ProjectEvent.TaskCorrected,
                ProjectEvent.PastTaskRecorded,
                TermsEvent {
    ProjectId project();

    /**
     * A task was approved, or the approval on paper was recorded.
     *
     * @param recordedBy the recorder, its principals and the signatory of the paper; empty when the decision was taken here and holds at once. While
     *     not empty the approval is provisional until {@link ApprovalConfirmed}
     */
    @EventType(name = "projects.ApprovedTaskRegistered")
    record ApprovedTaskRegistered(
            ProjectId project,
            String code,
            OrganisationId issuer,
            LocalDate codeValidFrom,
            String title,
            TaskKind kind,
            TaskLevel level,
            OrganisationId host,
            PersonId principalInvestigator,
            List<TaskMember> members,
            List<BudgetShare> budget,
            Vnd totalBudget,
            Vnd stateBudget,
            KhoanMode khoanMode,
            int durationMonths,
            LocalDate start,
            LocalDate end,
            List<Trigger> triggers,
            List<PinnedRule> pinnedRules,
            List<PersonId> recordedBy)
            implements ProjectEvent {
        public boolean provisional() {
            return !recordedBy.isEmpty();
        }
    }

    /** A second person compared the approval with the paper: from here on money may rest on this budget. */
    @EventType(name = "projects.ApprovalConfirmed")
    record ApprovalConfirmed(
            ProjectId project,
            OrganisationId host,
            List<BudgetShare> budget,
            Vnd totalBudget,
            Vnd stateBudget,
            PersonId confirmedBy)
            implements ProjectEvent {}

    /** The task is open to everybody. */
    @EventType(name = "projects.TaskPublished")
    record TaskPublished(ProjectId project, String title) implements ProjectEvent {}

    /**
     * The contract was signed, or the signed paper was recorded.
     *
     * @param recordedBy as in {@link ApprovedTaskRegistered}
     */
    @EventType(name = "projects.ContractSigned")
    record ContractSigned(
            ProjectId project,
            String number,
            LocalDate signedOn,
            Vnd value,
            OrganisationId department,
            PersonId departmentSignatory,
            OrganisationId host,
            PersonId hostSignatory,
            List<TranchePlan> tranches,
            List<PersonId> recordedBy)
            implements ProjectEvent {
        public boolean provisional() {
            return !recordedBy.isEmpty();
        }
    }

    /** A second person compared the contract with the paper: the task is under contract. */
    @EventType(name = "projects.ContractConfirmed")
    record ContractConfirmed(
            ProjectId project, String number, Vnd value, List<TranchePlan> tranches, PersonId confirmedBy)
            implements ProjectEvent {}

    /** The task has a new code; the old one stays as an alias up to the day before. */
    @EventType(name = "projects.TaskCodeReissued")
    record TaskCodeReissued(
            ProjectId project,
            String oldCode,
            OrganisationId oldIssuer,
            String code,
            OrganisationId issuer,
            LocalDate validFrom)
            implements ProjectEvent {}

    /** The title was corrected; the reason stands in the decision. */
    @EventType(name = "projects.TaskCorrected")
    record TaskCorrected(ProjectId project, String oldTitle, String title) implements ProjectEvent {}

    /**
     * A past task as a source publishes it. The typed fields repeat the readings of the cells; null where the source is
     * silent or unclear.
     */
    @EventType(name = "projects.PastTaskRecorded")
    record PastTaskRecorded(
            ProjectId project,
            String sourceTitle,
            @Nullable String sourceUrl,
            @Nullable LocalDate retrievedOn,
            @Nullable String code,
            @Nullable String title,
            @Nullable TaskKind kind,
            @Nullable TaskLevel level,
            List<PersonId> principalInvestigators,
            @Nullable PartialDate start,
            @Nullable PartialDate end,
            @Nullable String rating,
            List<PastCell> cells)
            implements ProjectEvent {}
}
