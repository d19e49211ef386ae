package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.COMMITTEE;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.FINANCE;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a year appropriation. Amounts are whole đồng, above zero. */
public sealed interface AppropriationCommand extends Command {
    AppropriationId appropriation();

    @Override
    default String subject() {
        return appropriation().value();
    }

    /**
     * Assigns the unit's appropriation of a year. RECORDED, it is provisional until {@link ConfirmAppropriation}.
     *
     * @param chapter see {@link AppropriationKey}
     * @param carriedIn carried over from the year before; zero or more
     * @param assigned assigned at the start of the year; zero or more
     */
    @MayBeSentBy(
            mutation = "assignAppropriation",
            creates = true,
            roles = {COMMITTEE, OFFICER, ACCOUNTANT},
            deciders = {COMMITTEE})
    record AssignAppropriation(
            AppropriationId appropriation,
            OrganisationId unit,
            String chapter,
            String sector,
            String sourceNature,
            String programme,
            int year,
            Vnd carriedIn,
            Vnd assigned)
            implements AppropriationCommand {
        public AppropriationKey code() {
            return new AppropriationKey(unit, chapter, sector, sourceNature, programme, year);
        }
    }

    /** A second person has compared the recorded assignment with the document. */
    @MayBeSentBy(
            mutation = "confirmAppropriation",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE},
            seen = true)
    record ConfirmAppropriation(AppropriationId appropriation) implements AppropriationCommand {}

    /** The finance department entered the appropriation in TABMIS; withdrawals need it. */
    @MayBeSentBy(
            mutation = "enterInTabmis",
            roles = {FINANCE, ACCOUNTANT},
            deciders = {FINANCE},
            seen = true)
    record EnterInTabmis(AppropriationId appropriation, LocalDate enteredOn) implements AppropriationCommand {}

    /** More appropriation during the year. */
    @MayBeSentBy(
            mutation = "supplementAppropriation",
            roles = {COMMITTEE, OFFICER, ACCOUNTANT},
            deciders = {COMMITTEE},
            seen = true)
    record SupplementAppropriation(AppropriationId appropriation, Vnd amount) implements AppropriationCommand {}

    /** Takes appropriation away. Never below what is drawn, held or committed. */
    @MayBeSentBy(
            mutation = "cutAppropriation",
            roles = {COMMITTEE, OFFICER, ACCOUNTANT},
            deciders = {COMMITTEE},
            seen = true)
    record CutAppropriation(AppropriationId appropriation, Vnd amount) implements AppropriationCommand {}

    /** Keeps a part back for the time being. */
    @MayBeSentBy(
            mutation = "holdAppropriation",
            roles = {COMMITTEE, FINANCE, OFFICER, ACCOUNTANT},
            deciders = {COMMITTEE, FINANCE},
            seen = true)
    record HoldAppropriation(AppropriationId appropriation, Vnd amount) implements AppropriationCommand {}

    /** Gives back what was held. */
    @MayBeSentBy(
            mutation = "releaseHold",
            roles = {COMMITTEE, FINANCE, OFFICER, ACCOUNTANT},
            deciders = {COMMITTEE, FINANCE},
            seen = true)
    record ReleaseHold(AppropriationId appropriation, Vnd amount) implements AppropriationCommand {}

    /**
     * A second person has compared a recorded change with its document: the change takes effect.
     *
     * @param change its number within the appropriation
     */
    @MayBeSentBy(
            mutation = "confirmAppropriationChange",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE},
            seen = true)
    record ConfirmAppropriationChange(AppropriationId appropriation, int change) implements AppropriationCommand {}

    /** The recorded change does not agree with its document, or will not be pursued. Needs a reason. */
    @MayBeSentBy(
            mutation = "rejectAppropriationChange",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE},
            seen = true)
    record RejectAppropriationChange(AppropriationId appropriation, int change, String reason)
            implements AppropriationCommand {}

    /** Gives a task a part of the appropriation. All parts together never exceed what is usable at that time. */
    @MayBeSentBy(
            mutation = "allocateToTask",
            roles = {DIRECTOR},
            seen = true)
    record AllocateToTask(AppropriationId appropriation, ProjectId project, Vnd amount)
            implements AppropriationCommand {}

    /** Takes a part not yet drawn back from a task. */
    @MayBeSentBy(
            mutation = "releaseAllocation",
            roles = {DIRECTOR},
            seen = true)
    record ReleaseAllocation(AppropriationId appropriation, ProjectId project, Vnd amount)
            implements AppropriationCommand {}
}
