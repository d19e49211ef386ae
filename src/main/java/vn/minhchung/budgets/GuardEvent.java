package vn.minhchung.budgets;

import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;

/** What the guards remember: unique keys and the sums of one task over all its appropriations. No money rests on these. */
public sealed interface GuardEvent extends DomainEvent {

    /** One appropriation per budget code. */
    sealed interface OfKey extends GuardEvent {}

    @EventType(name = "budgets.BudgetCodeTaken")
    record BudgetCodeTaken(String key, AppropriationId appropriation) implements OfKey {}

    @EventType(name = "budgets.BudgetCodeFreed")
    record BudgetCodeFreed(String key, AppropriationId appropriation) implements OfKey {}

    /** One treasury fact per voucher number and posting date. */
    sealed interface OfVoucher extends GuardEvent {}

    @EventType(name = "budgets.VoucherTaken")
    record VoucherTaken(String key, TreasuryPaperId paper) implements OfVoucher {}

    @EventType(name = "budgets.VoucherFreed")
    record VoucherFreed(String key, TreasuryPaperId paper) implements OfVoucher {}

    /**
     * The voucher of a payment into the budget (C1-02).
     *
     * @param of id of the refund or the settlement it was paid for
     */
    @EventType(name = "budgets.PaymentVoucherTaken")
    record PaymentVoucherTaken(String key, String of) implements OfVoucher {}

    /** That payment was rejected. */
    @EventType(name = "budgets.PaymentVoucherFreed")
    record PaymentVoucherFreed(String key, String of) implements OfVoucher {}

    /** One paper for the treasury per number of a unit, kind of paper and budget year. */
    sealed interface OfPaperNumber extends GuardEvent {}

    @EventType(name = "budgets.PaperNumberTaken")
    record PaperNumberTaken(OrganisationId unit, TreasuryPaperKind kind, int year, String number, TreasuryPaperId paper)
            implements OfPaperNumber {}

    @EventType(name = "budgets.PaperNumberFreed")
    record PaperNumberFreed(OrganisationId unit, TreasuryPaperKind kind, int year, String number, TreasuryPaperId paper)
            implements OfPaperNumber {}

    /** The sums of one task. */
    sealed interface OfTask extends GuardEvent {
        ProjectId project();
    }

    @EventType(name = "budgets.TaskFundsAllocated")
    record TaskFundsAllocated(ProjectId project, AppropriationId appropriation, Vnd amount) implements OfTask {}

    @EventType(name = "budgets.TaskFundsTakenBack")
    record TaskFundsTakenBack(ProjectId project, AppropriationId appropriation, Vnd amount) implements OfTask {}

    @EventType(name = "budgets.TaskFundsCommitted")
    record TaskFundsCommitted(ProjectId project, TreasuryPaperId paper, TreasuryPaperKind kind, int tranche, Vnd amount)
            implements OfTask {}

    @EventType(name = "budgets.TaskFundsReleased")
    record TaskFundsReleased(ProjectId project, TreasuryPaperId paper, TreasuryPaperKind kind, int tranche, Vnd amount)
            implements OfTask {}

    /** An advance of the task was cleared. */
    @EventType(name = "budgets.TaskFundsCleared")
    record TaskFundsCleared(ProjectId project, TreasuryPaperId paper, int tranche, Vnd amount) implements OfTask {}

    /** A clearing was reversed. */
    @EventType(name = "budgets.TaskFundsClearingReversed")
    record TaskFundsClearingReversed(ProjectId project, TreasuryPaperId paper, int tranche, Vnd amount)
            implements OfTask {}

    /** An advance of the task came back: the instalment may be drawn again. */
    @EventType(name = "budgets.TaskFundsReturned")
    record TaskFundsReturned(ProjectId project, TreasuryPaperId paper, int tranche, Vnd amount) implements OfTask {}

    /** A return was reversed. */
    @EventType(name = "budgets.TaskFundsReturnReversed")
    record TaskFundsReturnReversed(ProjectId project, TreasuryPaperId paper, int tranche, Vnd amount)
            implements OfTask {}

    /** The task is suspended: nothing more is bound for it or sent to the treasury. */
    @EventType(name = "budgets.TaskFundsHeld")
    record TaskFundsHeld(ProjectId project) implements OfTask {}

    /** The task goes on. */
    @EventType(name = "budgets.TaskFundsHoldLifted")
    record TaskFundsHoldLifted(ProjectId project) implements OfTask {}

    /** The task is settled: no money moves for it any more. */
    @EventType(name = "budgets.TaskFundsSettled")
    record TaskFundsSettled(ProjectId project, Vnd settled) implements OfTask {}

    /** A table of completed work was confirmed. */
    @EventType(name = "budgets.TaskFundsMeasured")
    record TaskFundsMeasured(ProjectId project, VolumeId volume, Vnd amount) implements OfTask {}

    /** A confirmed table of completed work was cancelled. */
    @EventType(name = "budgets.TaskFundsMeasureTakenBack")
    record TaskFundsMeasureTakenBack(ProjectId project, VolumeId volume, Vnd amount) implements OfTask {}

    /**
     * Opening balances of an instalment were booked.
     *
     * @param amount paid in earlier years: it counts as allocated
     * @param advanced of all years, without what was returned
     */
    @EventType(name = "budgets.TaskFundsTakenOver")
    record TaskFundsTakenOver(
            ProjectId project,
            TreasuryPaperId paper,
            int tranche,
            Vnd amount,
            Vnd advanced,
            Vnd paidDirectly,
            Vnd cleared)
            implements OfTask {}

    /** Opening balances of an instalment were reversed: as before they were booked. */
    @EventType(name = "budgets.TaskFundsTakeoverReversed")
    record TaskFundsTakeoverReversed(
            ProjectId project,
            TreasuryPaperId paper,
            int tranche,
            Vnd amount,
            Vnd advanced,
            Vnd paidDirectly,
            Vnd cleared)
            implements OfTask {}
}
