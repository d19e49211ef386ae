package vn.minhchung.projects;

import static vn.minhchung.kernel.Role.COMMITTEE;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Inputs;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a task; its life under contract has a family of its own. */
public sealed interface ProjectCommand extends Command
        permits LifeCommand,
                ProjectCommand.RegisterApprovedTask,
                ProjectCommand.ConfirmApproval,
                ProjectCommand.PublishTask,
                ProjectCommand.SignContract,
                ProjectCommand.ConfirmContract,
                ProjectCommand.ReissueTaskCode,
                ProjectCommand.CorrectTask,
                ProjectCommand.RecordPastTask {
    ProjectId project();

    @Override
    default String subject() {
        return project().value();
    }

    /**
     * The full approval decision: it opens the task to money. RECORDED, it stays provisional until
     * {@link ConfirmApproval}.
     *
     * @param issuer who gave the code; a code is unique per issuer
     * @param totalBudget the total as the decision states it; must equal the sum of the shares
     * @param stateBudget the state part as the decision states it
     * @param durationMonths as the decision states it
     * @param triggers the dated facts that pin rule versions; the approval itself is added when it is missing
     */
    @MayBeSentBy(
            mutation = "registerApprovedTask",
            creates = true,
            roles = {OFFICER, COMMITTEE, DIRECTOR},
            deciders = {COMMITTEE, DIRECTOR})
    record RegisterApprovedTask(
            ProjectId project,
            String code,
            OrganisationId issuer,
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
            List<Trigger> triggers)
            implements ProjectCommand {
        public RegisterApprovedTask {
            members = Inputs.list(members);
            budget = Inputs.list(budget);
            triggers = Inputs.list(triggers);
        }
    }

    /** A second person has compared the recorded approval with the signed paper. */
    @MayBeSentBy(
            mutation = "confirmApproval",
            roles = {OFFICER, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR},
            seen = true)
    record ConfirmApproval(ProjectId project) implements ProjectCommand {}

    /** Opens the task to everybody. There is no way back: what was public stays known. */
    @MayBeSentBy(
            mutation = "publishTask",
            roles = {OFFICER, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR},
            seen = true)
    record PublishTask(ProjectId project) implements ProjectCommand {}

    /**
     * The contract between the department and the host.
     *
     * @param department Bên A
     * @param hostSignatory who signs for the host (Bên B)
     * @param value state money under the contract; the tranches sum to it
     */
    @MayBeSentBy(
            mutation = "signContract",
            roles = {OFFICER, DEPUTY_DIRECTOR, DIRECTOR},
            deciders = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record SignContract(
            ProjectId project,
            String number,
            LocalDate signedOn,
            Vnd value,
            OrganisationId department,
            PersonId hostSignatory,
            List<TranchePlan> tranches)
            implements ProjectCommand {
        public SignContract {
            tranches = Inputs.list(tranches);
        }
    }

    /** A second person has compared the recorded contract with the signed paper. */
    @MayBeSentBy(
            mutation = "confirmContract",
            roles = {OFFICER, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR},
            seen = true)
    record ConfirmContract(ProjectId project) implements ProjectCommand {}

    /** The task gets a new code, as after a merger of provinces; the old one stays as an alias. */
    @MayBeSentBy(
            mutation = "reissueTaskCode",
            roles = {OFFICER, DIRECTOR},
            seen = true)
    record ReissueTaskCode(ProjectId project, String code, OrganisationId issuer, LocalDate validFrom)
            implements ProjectCommand {}

    /** A slip of the pen in the title. Needs a reason; what the approval means never changes here. */
    @MayBeSentBy(
            mutation = "correctTask",
            roles = {OFFICER},
            seen = true)
    record CorrectTask(ProjectId project, String title) implements ProjectCommand {}

    /**
     * What a source says about a past task, cell by cell. The id derives from the source and the cells
     * ({@link PastTasks#idOf}), so importing twice meets the task that is there.
     *
     * @param retrievedOn when the source was read
     */
    @MayBeSentBy(
            mutation = "recordPastTask",
            creates = true,
            roles = {OFFICER, REGISTRAR})
    record RecordPastTask(
            ProjectId project,
            String sourceTitle,
            @Nullable String sourceUrl,
            @Nullable LocalDate retrievedOn,
            List<PastCell> cells)
            implements ProjectCommand {
        public RecordPastTask {
            cells = Inputs.list(cells);
        }
    }
}
