package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;

/** What happened to a year appropriation. Those with postings are the money facts. */
public sealed interface AppropriationEvent extends DomainEvent {
    AppropriationId appropriation();

    /**
     * The assignment on paper was recorded; nothing rests on it before a second person confirms.
     *
     * @param recordedBy the recorder, its principals and the signatory of the paper
     */
    @EventType(name = "budgets.AppropriationRecorded")
    record AppropriationRecorded(
            AppropriationId appropriation,
            AppropriationKey code,
            Vnd carriedIn,
            Vnd assigned,
            LocalDate effectiveOn,
            Evidence evidence,
            List<PersonId> recordedBy)
            implements AppropriationEvent {}

    /** The appropriation holds. */
    @EventType(name = "budgets.AppropriationAssigned")
    record AppropriationAssigned(
            AppropriationId appropriation,
            AppropriationKey code,
            Vnd carriedIn,
            Vnd assigned,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements AppropriationEvent, MoneyEvent {}

    /**
     * A change on paper was recorded; it takes effect when a second person confirms.
     *
     * @param change its number within the appropriation, from 1
     * @param amount null for {@link ChangeKind#ENTER_IN_TABMIS}
     */
    @EventType(name = "budgets.AppropriationChangeRecorded")
    record AppropriationChangeRecorded(
            AppropriationId appropriation,
            int change,
            ChangeKind kind,
            @Nullable Vnd amount,
            LocalDate effectiveOn,
            Evidence evidence,
            List<PersonId> recordedBy)
            implements AppropriationEvent {}

    /** The recorded change will not take effect. */
    @EventType(name = "budgets.AppropriationChangeRejected")
    record AppropriationChangeRejected(AppropriationId appropriation, int change, ChangeKind kind, String reason)
            implements AppropriationEvent {}

    /** @param change the recorded change that was confirmed; null when it was decided here */
    @EventType(name = "budgets.AppropriationEnteredInTabmis")
    record AppropriationEnteredInTabmis(
            AppropriationId appropriation, @Nullable Integer change, LocalDate enteredOn)
            implements AppropriationEvent {}

    @EventType(name = "budgets.AppropriationSupplemented")
    record AppropriationSupplemented(
            AppropriationId appropriation,
            @Nullable Integer change,
            Vnd amount,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements AppropriationEvent, MoneyEvent {}

    @EventType(name = "budgets.AppropriationCut")
    record AppropriationCut(
            AppropriationId appropriation,
            @Nullable Integer change,
            Vnd amount,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements AppropriationEvent, MoneyEvent {}

    @EventType(name = "budgets.AppropriationHeld")
    record AppropriationHeld(
            AppropriationId appropriation,
            @Nullable Integer change,
            Vnd amount,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements AppropriationEvent, MoneyEvent {}

    @EventType(name = "budgets.AppropriationHoldReleased")
    record AppropriationHoldReleased(
            AppropriationId appropriation,
            @Nullable Integer change,
            Vnd amount,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements AppropriationEvent, MoneyEvent {}

    /** A part of the appropriation was given to a task. */
    @EventType(name = "budgets.TaskAllocated")
    record TaskAllocated(
            AppropriationId appropriation,
            ProjectId project,
            Vnd amount,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements AppropriationEvent, MoneyEvent {}

    /** A part not drawn was taken back from a task. */
    @EventType(name = "budgets.AllocationReleased")
    record AllocationReleased(
            AppropriationId appropriation,
            ProjectId project,
            Vnd amount,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements AppropriationEvent, MoneyEvent {}

    /**
     * An entry was wrong: its exact negative, booked in the open period. The original stays.
     *
     * @param of the entry that was reversed
     * @param kind what the original did
     * @param project the task of an allocation; null otherwise
     * @param amount of the original
     * @param document the paper that shows the error
     */
    @EventType(name = "budgets.AppropriationEntryReversed")
    record AppropriationEntryReversed(
            AppropriationId appropriation,
            String of,
            EntryKind kind,
            @Nullable ProjectId project,
            Vnd amount,
            String reason,
            String document,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements AppropriationEvent, MoneyEvent {}

    /** A withdrawal being prepared binds a part; its postings stand in the withdrawal's event. */
    @EventType(name = "budgets.AppropriationCommitted")
    record AppropriationCommitted(AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements AppropriationEvent {}

    /** A withdrawal no longer binds its part. */
    @EventType(name = "budgets.AppropriationCommitmentReleased")
    record AppropriationCommitmentReleased(
            AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements AppropriationEvent {}

    /** The treasury paid: what was bound is now drawn. */
    @EventType(name = "budgets.AppropriationDrawn")
    record AppropriationDrawn(AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements AppropriationEvent {}

    /** A payment had been booked in error: what was drawn is bound again. */
    @EventType(name = "budgets.AppropriationDrawReversed")
    record AppropriationDrawReversed(
            AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements AppropriationEvent {}

    /** An advance was paid back: what was drawn is usable again, within the task's part. */
    @EventType(name = "budgets.AppropriationGivenBack")
    record AppropriationGivenBack(AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements AppropriationEvent {}

    /** A return had been booked in error: the amount is drawn as before. */
    @EventType(name = "budgets.AppropriationGiveBackReversed")
    record AppropriationGiveBackReversed(
            AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements AppropriationEvent {}

    /** What a re-coding between two appropriations does to each. The task's part moves with the money. */
    sealed interface OfRecoding extends AppropriationEvent {
        ProjectId project();

        Vnd amount();
    }

    /** A re-coding being prepared binds a part here, beside what is allocated; its postings stand in the paper's event. */
    @EventType(name = "budgets.RecodingReserved")
    record RecodingReserved(AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements OfRecoding {}

    /** A re-coding will not be booked: its part is free again. */
    @EventType(name = "budgets.RecodingReservationReleased")
    record RecodingReservationReleased(
            AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements OfRecoding {}

    /** The treasury re-coded money to here: what was reserved is now allocated to the task and drawn. */
    @EventType(name = "budgets.RecodedIn")
    record RecodedIn(AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements OfRecoding {}

    /** A re-coding had been booked in error: its part here is only reserved, as before. */
    @EventType(name = "budgets.RecodedInReversed")
    record RecodedInReversed(AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements OfRecoding {}

    /** The treasury re-coded money away from here: it is usable again, and no longer allocated to the task. */
    @EventType(name = "budgets.RecodedOut")
    record RecodedOut(AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements OfRecoding {}

    /** A re-coding had been booked in error: the money is allocated to the task and drawn here, as before. */
    @EventType(name = "budgets.RecodedOutReversed")
    record RecodedOutReversed(AppropriationId appropriation, TreasuryPaperId paper, ProjectId project, Vnd amount)
            implements OfRecoding {}

    /** The whole appropriation at the end of its year. */
    sealed interface OfYear extends AppropriationEvent {}

    /**
     * Spending of the year: a direct payment, or an advance that was cleared.
     *
     * @param lines what the treasury booked
     */
    @EventType(name = "budgets.AppropriationSpent")
    record AppropriationSpent(
            AppropriationId appropriation,
            TreasuryPaperId paper,
            ProjectId project,
            int tranche,
            Vnd amount,
            List<TreasuryPaperLine> lines)
            implements OfYear {}

    /** A payment or a clearing had been booked in error: it is no spending of the year. */
    @EventType(name = "budgets.AppropriationSpendingReversed")
    record AppropriationSpendingReversed(
            AppropriationId appropriation,
            TreasuryPaperId paper,
            ProjectId project,
            int tranche,
            Vnd amount,
            List<TreasuryPaperLine> lines)
            implements OfYear {}

    /** What was not used and is not carried over lapsed. */
    @EventType(name = "budgets.AppropriationCancelled")
    record AppropriationCancelled(
            AppropriationId appropriation,
            @Nullable Integer change,
            Vnd amount,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements OfYear, MoneyEvent {}

    /** Part of the balance, or advances, may be carried over: the year is not closed before that is decided. */
    @EventType(name = "budgets.AppropriationCarryOverOpened")
    record AppropriationCarryOverOpened(
            AppropriationId appropriation, CarryOverId carryOver, CarryOverKind kind, int year, Vnd amount)
            implements OfYear {}

    /** The carry-over was decided or withdrawn. */
    @EventType(name = "budgets.AppropriationCarryOverEnded")
    record AppropriationCarryOverEnded(AppropriationId appropriation, CarryOverId carryOver, int year)
            implements OfYear {}

    /** Part of the balance left for the next year; its postings stand in the carry-over's event. */
    @EventType(name = "budgets.AppropriationCarriedOut")
    record AppropriationCarriedOut(AppropriationId appropriation, CarryOverId carryOver, Vnd amount)
            implements OfYear {}

    /** Part of last year's balance came in. */
    @EventType(name = "budgets.AppropriationCarriedIn")
    record AppropriationCarriedIn(AppropriationId appropriation, CarryOverId carryOver, Vnd amount) implements OfYear {}

    /** An advance and the task's part left for the next year. */
    @EventType(name = "budgets.AdvanceMovedOut")
    record AdvanceMovedOut(AppropriationId appropriation, CarryOverId carryOver, ProjectId project, Vnd amount)
            implements OfYear {}

    /** An advance of last year came in with the task's part: it is drawn here. */
    @EventType(name = "budgets.AdvanceMovedIn")
    record AdvanceMovedIn(AppropriationId appropriation, CarryOverId carryOver, ProjectId project, Vnd amount)
            implements OfYear {}

    /** An advance that may not be carried over has to come back. */
    @EventType(name = "budgets.AdvanceReturnDemanded")
    record AdvanceReturnDemanded(
            AppropriationId appropriation,
            TreasuryPaperId paper,
            TreasuryPaperId advance,
            ProjectId project,
            int year,
            Vnd amount,
            ReturnCause because)
            implements OfYear {}

    /**
     * The chief accountant struck the balance and asks to close the year; it is closed when the account holder confirms.
     *
     * @param document SHA-256 of the balance table as signed, lower-case hex
     * @param struckAt the position the table was struck at; null where the caller named none
     * @param recordedBy the chief accountant and its principals
     */
    @EventType(name = "budgets.YearClosingRecorded")
    record YearClosingRecorded(
            AppropriationId appropriation,
            int year,
            BalanceTable table,
            String document,
            @Nullable Long struckAt,
            LocalDate recordedOn,
            List<PersonId> recordedBy)
            implements OfYear {}

    /** The account holder does not confirm the closing. */
    @EventType(name = "budgets.YearClosingRejected")
    record YearClosingRejected(AppropriationId appropriation, int year, String reason) implements OfYear {}

    /**
     * The year is closed: nothing is posted in it any more. Its spending is settled as the year's.
     *
     * @param table as struck and confirmed
     * @param postings the spending of the year by task, line, item and instalment; empty when nothing was spent
     */
    @EventType(name = "budgets.YearClosed")
    record YearClosed(
            AppropriationId appropriation,
            int year,
            BalanceTable table,
            String document,
            @Nullable Long struckAt,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements OfYear, MoneyEvent {}

    /** The chief accountant asks to correct what the closed year was settled with; booked when the account holder confirms. */
    @EventType(name = "budgets.ClosedYearCorrectionRecorded")
    record ClosedYearCorrectionRecorded(
            AppropriationId appropriation,
            int year,
            Correction correction,
            LocalDate effectiveOn,
            Evidence evidence,
            List<PersonId> recordedBy)
            implements OfYear {}

    /** The account holder does not confirm the correction. */
    @EventType(name = "budgets.ClosedYearCorrectionRejected")
    record ClosedYearCorrectionRejected(AppropriationId appropriation, int year, String reason) implements OfYear {}

    /**
     * What the closed year was settled with was corrected, in the open year and with reference to what it corrects.
     *
     * @param year the closed one; the postings stand in the open one
     */
    @EventType(name = "budgets.ClosedYearCorrected")
    record ClosedYearCorrected(
            AppropriationId appropriation,
            int year,
            Correction correction,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements OfYear, MoneyEvent {}
}
