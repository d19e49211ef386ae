package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.FINANCE;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about carrying money over to the next year (domain.md 2.8, 2.9). Amounts are whole đồng. */
public sealed interface CarryOverCommand extends Command {
    CarryOverId carryOver();

    @Override
    default String subject() {
        return carryOver().value();
    }

    /** A part of the appropriation balance. */
    record Part(ProjectId project, Vnd amount) {}

    /**
     * The unit declares what it may carry over, and why.
     *
     * @param amount of the appropriation balance; of advances what is outstanding of them
     * @param parts the tasks the appropriation is for; null where it is not split by tasks
     * @param advances the advances that move; of {@link CarryOverKind#ADVANCE} only
     */
    @MayBeSentBy(
            mutation = "declareCarryOver",
            creates = true,
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT})
    record DeclareCarryOver(
            CarryOverId carryOver,
            CarryOverKind kind,
            AppropriationId appropriation,
            Vnd amount,
            @Nullable List<Part> parts,
            @Nullable List<TreasuryPaperId> advances,
            String reason)
            implements CarryOverCommand {}

    /** What the treasury confirmed as unused or outstanding, by its paper. A second person compares it. */
    @MayBeSentBy(
            mutation = "recordCarryOverConfirmation",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RecordCarryOverConfirmation(CarryOverId carryOver, Vnd amount, LocalDate confirmedOn)
            implements CarryOverCommand {}

    /**
     * The letter of the finance department. A second person compares it; granted, it takes effect then.
     *
     * @param amount granted: zero when it refuses, at most what the treasury confirmed
     * @param advances of the declared ones those that may move; null for all
     */
    @MayBeSentBy(
            mutation = "recordCarryOverLetter",
            roles = {FINANCE, ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            deciders = {FINANCE},
            seen = true)
    record RecordCarryOverLetter(
            CarryOverId carryOver,
            CarryOverOutcome outcome,
            Vnd amount,
            @Nullable List<TreasuryPaperId> advances) implements CarryOverCommand {}

    /** A second person has compared what was recorded with its paper. */
    @MayBeSentBy(
            mutation = "confirmCarryOver",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER, FINANCE},
            seen = true)
    record ConfirmCarryOver(CarryOverId carryOver) implements CarryOverCommand {}

    /** What was recorded does not agree with its paper. Needs a reason. */
    @MayBeSentBy(
            mutation = "rejectCarryOver",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER, FINANCE},
            seen = true)
    record RejectCarryOver(CarryOverId carryOver, String reason) implements CarryOverCommand {}

    /** The unit takes its declaration back before the letter. Needs a reason. */
    @MayBeSentBy(
            mutation = "withdrawCarryOver",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record WithdrawCarryOver(CarryOverId carryOver, String reason) implements CarryOverCommand {}
}
