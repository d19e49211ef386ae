package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
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
}
