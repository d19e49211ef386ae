package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;

/** What happened to a paper for the treasury. Those with postings are the money facts. */
public sealed interface TreasuryPaperEvent extends DomainEvent {
    TreasuryPaperId paper();

    ProjectId project();

    /**
     * A withdrawal was drawn up and its amount bound. Everything a signature covers stands here.
     *
     * @param code the appropriation's string, copied
     * @param preparedBy the preparer and its principals
     * @param volume the table of completed work it rests on; null for a first advance
     * @param volumeBy who drew up that table or inspected the work
     */
    @EventType(name = "budgets.WithdrawalPrepared")
    record WithdrawalPrepared(
            TreasuryPaperId paper,
            ProjectId project,
            OrganisationId host,
            AppropriationId appropriation,
            AppropriationKey code,
            String number,
            TreasuryPaperKind kind,
            int tranche,
            List<TreasuryPaperLine> lines,
            Vnd total,
            Payee payee,
            List<PersonId> preparedBy,
            @Nullable VolumeId volume,
            List<PersonId> volumeBy,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /**
     * What the signatures on a withdrawal cover was changed; the postings take the old binding back and bind anew.
     *
     * @param preparedBy everybody who had a hand in the text so far
     * @param signaturesVoided signatures that no longer count, by signer
     */
    @EventType(name = "budgets.WithdrawalAmended")
    record WithdrawalAmended(
            TreasuryPaperId paper,
            ProjectId project,
            List<TreasuryPaperLine> lines,
            Vnd total,
            Vnd totalBefore,
            Payee payee,
            String reason,
            List<PersonId> preparedBy,
            List<PersonId> signaturesVoided,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /**
     * A clearing or a return was drawn up. Nothing is booked yet; the advance keeps the lines bound for it.
     *
     * @param appropriation where the advance stands
     * @param code the appropriation's string, copied
     * @param reason of a return; null for a clearing
     * @param preparedBy the preparer and its principals
     * @param volume the table of completed work a clearing rests on
     * @param volumeBy who drew up that table or inspected the work
     */
    @EventType(name = "budgets.SettlementPrepared")
    record SettlementPrepared(
            TreasuryPaperId paper,
            ProjectId project,
            OrganisationId host,
            AppropriationId appropriation,
            AppropriationKey code,
            String number,
            TreasuryPaperKind kind,
            int tranche,
            TreasuryPaperId advance,
            List<TreasuryPaperLine> lines,
            Vnd total,
            @Nullable String reason,
            List<PersonId> preparedBy,
            @Nullable VolumeId volume,
            List<PersonId> volumeBy,
            LocalDate preparedOn)
            implements TreasuryPaperEvent {}

    /** What the signatures on a clearing or a return cover was changed. */
    @EventType(name = "budgets.SettlementAmended")
    record SettlementAmended(
            TreasuryPaperId paper,
            ProjectId project,
            TreasuryPaperId advance,
            List<TreasuryPaperLine> lines,
            Vnd total,
            Vnd totalBefore,
            String reason,
            List<PersonId> preparedBy,
            List<PersonId> signaturesVoided)
            implements TreasuryPaperEvent {}

    /** A clearing or a return will not be booked; the advance is free for another. */
    @EventType(name = "budgets.SettlementCancelled")
    record SettlementCancelled(
            TreasuryPaperId paper, ProjectId project, TreasuryPaperId advance, Vnd total, String reason)
            implements TreasuryPaperEvent {}

    /** What happens to an executed advance by the papers that settle it. */
    sealed interface OfAdvance extends TreasuryPaperEvent {
        /** The clearing or return. */
        TreasuryPaperId by();
    }

    /** An advance keeps these lines for a clearing or a return that is being prepared. */
    @EventType(name = "budgets.AdvanceBound")
    record AdvanceBound(
            TreasuryPaperId paper, ProjectId project, TreasuryPaperId by, Vnd total, List<TreasuryPaperLine> lines)
            implements OfAdvance {}

    /** The clearing or return the lines were kept for was cancelled or amended. */
    @EventType(name = "budgets.AdvanceUnbound")
    record AdvanceUnbound(TreasuryPaperId paper, ProjectId project, TreasuryPaperId by, Vnd total)
            implements OfAdvance {}

    /**
     * So much less of the advance is outstanding.
     *
     * @param kind a clearing or a return
     * @param lines what the treasury booked; what was bound beyond it is free again
     */
    @EventType(name = "budgets.AdvanceSettled")
    record AdvanceSettled(
            TreasuryPaperId paper,
            ProjectId project,
            TreasuryPaperId by,
            TreasuryPaperKind kind,
            Vnd total,
            List<TreasuryPaperLine> lines)
            implements OfAdvance {}

    /**
     * The settlement was booked wrongly: its lines are outstanding again, and kept for the same paper.
     *
     * @param total what had been settled
     * @param bound what the paper asks
     */
    @EventType(name = "budgets.AdvanceSettlementReversed")
    record AdvanceSettlementReversed(
            TreasuryPaperId paper,
            ProjectId project,
            TreasuryPaperId by,
            TreasuryPaperKind kind,
            Vnd total,
            List<TreasuryPaperLine> bound)
            implements OfAdvance {}

    /**
     * A re-coding was drawn up. The paper that was booked under the wrong string keeps the wrong lines bound for it; where the
     * right ones stand in another appropriation, that one keeps their amount bound: {@link RecodingCommitted}.
     *
     * @param appropriation the right one
     * @param code its string, copied
     * @param from the wrong side
     * @param lines the right side
     */
    @EventType(name = "budgets.RecodingPrepared")
    record RecodingPrepared(
            TreasuryPaperId paper,
            ProjectId project,
            OrganisationId host,
            AppropriationId appropriation,
            AppropriationKey code,
            String number,
            int tranche,
            Recoded from,
            List<TreasuryPaperLine> lines,
            Vnd total,
            String reason,
            List<PersonId> preparedBy,
            LocalDate preparedOn)
            implements TreasuryPaperEvent {}

    /** The right appropriation keeps the amount of a re-coding. */
    @EventType(name = "budgets.RecodingCommitted")
    record RecodingCommitted(
            TreasuryPaperId paper,
            ProjectId project,
            AppropriationId appropriation,
            Vnd total,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /** A re-coding will not be booked. */
    @EventType(name = "budgets.RecodingCancelled")
    record RecodingCancelled(TreasuryPaperId paper, ProjectId project, TreasuryPaperId of, Vnd total, String reason)
            implements TreasuryPaperEvent {}

    /** The right appropriation no longer keeps the amount of a re-coding that was cancelled. */
    @EventType(name = "budgets.RecodingReleased")
    record RecodingReleased(
            TreasuryPaperId paper,
            ProjectId project,
            AppropriationId appropriation,
            Vnd total,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /** What happens to an executed paper by the papers that re-code it. */
    sealed interface OfBooked extends TreasuryPaperEvent {
        /** The re-coding. */
        TreasuryPaperId by();
    }

    /** A booked paper keeps these lines for a re-coding that is being prepared. */
    @EventType(name = "budgets.RecodingBound")
    record RecodingBound(
            TreasuryPaperId paper, ProjectId project, TreasuryPaperId by, Vnd total, List<TreasuryPaperLine> lines)
            implements OfBooked {}

    /** The re-coding the lines were kept for was cancelled. */
    @EventType(name = "budgets.RecodingUnbound")
    record RecodingUnbound(TreasuryPaperId paper, ProjectId project, TreasuryPaperId by, Vnd total)
            implements OfBooked {}

    /** These lines no longer stand under this paper's string but under that of the re-coding. */
    @EventType(name = "budgets.LinesRecoded")
    record LinesRecoded(
            TreasuryPaperId paper, ProjectId project, TreasuryPaperId by, Vnd total, List<TreasuryPaperLine> lines)
            implements OfBooked {}

    /** The re-coding was booked wrongly: the lines stand under this paper's string again, kept for the same re-coding. */
    @EventType(name = "budgets.RecodingReversed")
    record RecodingReversed(
            TreasuryPaperId paper, ProjectId project, TreasuryPaperId by, Vnd total, List<TreasuryPaperLine> lines)
            implements OfBooked {}

    /**
     * Opening balances of a task that ran before the system were drawn up. Nothing is booked before both have signed.
     *
     * @param appropriation of the year of the takeover
     * @param code its string, copied
     * @param lines what is outstanding, to be cleared or returned later
     * @param total what the treasury has paid and not got back
     */
    @EventType(name = "budgets.OpeningPrepared")
    record OpeningPrepared(
            TreasuryPaperId paper,
            ProjectId project,
            OrganisationId host,
            AppropriationId appropriation,
            AppropriationKey code,
            String number,
            int tranche,
            LocalDate struckOn,
            List<OpeningBalance> balances,
            List<TreasuryPaperLine> lines,
            Vnd total,
            Evidence evidence,
            List<PersonId> preparedBy)
            implements TreasuryPaperEvent {}

    /** Both signatures are there: the opening balances stand in the ledger. */
    @EventType(name = "budgets.OpeningBooked")
    record OpeningBooked(
            TreasuryPaperId paper,
            ProjectId project,
            AppropriationId appropriation,
            List<TreasuryPaperLine> lines,
            Vnd total,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /** Opening balances will not be booked. */
    @EventType(name = "budgets.OpeningCancelled")
    record OpeningCancelled(TreasuryPaperId paper, ProjectId project, Vnd total, String reason)
            implements TreasuryPaperEvent {}

    /** @param signedBy the signer and its principals */
    @EventType(name = "budgets.TreasuryPaperSignedSecond")
    record TreasuryPaperSignedSecond(
            TreasuryPaperId paper, ProjectId project, PersonId signer, List<PersonId> signedBy, LocalDate signedOn)
            implements TreasuryPaperEvent {}

    /** @param signedBy the signer and its principals */
    @EventType(name = "budgets.TreasuryPaperSignedFirst")
    record TreasuryPaperSignedFirst(
            TreasuryPaperId paper, ProjectId project, PersonId signer, List<PersonId> signedBy, LocalDate signedOn)
            implements TreasuryPaperEvent {}

    /** @param again true when it had been sent before */
    @EventType(name = "budgets.TreasuryPaperSent")
    record TreasuryPaperSent(TreasuryPaperId paper, ProjectId project, Vnd total, LocalDate sentOn, boolean again)
            implements TreasuryPaperEvent {}

    /**
     * What the treasury did was recorded; nothing is booked before a second person confirms.
     *
     * @param voucherNumber of an execution; null for a return
     * @param reason of a return; null for an execution
     * @param lines what was booked; null for a return
     * @param recordedBy the recorder and its principals
     */
    @EventType(name = "budgets.TreasuryFactRecorded")
    record TreasuryFactRecorded(
            TreasuryPaperId paper,
            ProjectId project,
            TreasuryFactKind kind,
            @Nullable String voucherNumber,
            LocalDate happenedOn,
            @Nullable String reason,
            @Nullable List<TreasuryPaperLine> lines,
            Evidence evidence,
            List<PersonId> recordedBy)
            implements TreasuryPaperEvent {}

    @EventType(name = "budgets.TreasuryFactRejected")
    record TreasuryFactRejected(TreasuryPaperId paper, ProjectId project, TreasuryFactKind kind, String reason)
            implements TreasuryPaperEvent {}

    /**
     * The treasury booked it.
     *
     * @param kind what it is in the ledger now
     * @param lines what was booked, at most what the paper asks
     * @param total of these lines
     */
    @EventType(name = "budgets.TreasuryPaperExecuted")
    record TreasuryPaperExecuted(
            TreasuryPaperId paper,
            ProjectId project,
            TreasuryPaperKind kind,
            AppropriationId appropriation,
            String voucherNumber,
            List<TreasuryPaperLine> lines,
            Vnd total,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /** The treasury sent it back; the amount stays bound. */
    @EventType(name = "budgets.TreasuryPaperReturned")
    record TreasuryPaperReturned(
            TreasuryPaperId paper, ProjectId project, Vnd total, LocalDate returnedOn, String reason)
            implements TreasuryPaperEvent {}

    /** A withdrawal will not be paid; the amount is free again. */
    @EventType(name = "budgets.WithdrawalCancelled")
    record WithdrawalCancelled(
            TreasuryPaperId paper,
            ProjectId project,
            Vnd total,
            String reason,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /**
     * What is outstanding of an advance stands in the next year's appropriation from now on, and is cleared or returned there.
     *
     * @param into the next year's appropriation of the same code
     */
    @EventType(name = "budgets.AdvanceCarriedOver")
    record AdvanceCarriedOver(
            TreasuryPaperId paper,
            ProjectId project,
            CarryOverId carryOver,
            AppropriationId into,
            AppropriationKey code,
            Vnd total)
            implements TreasuryPaperEvent {}

    /**
     * The year it draws on was closed before the treasury booked it: the amount is bound no longer.
     *
     * @param year the closed budget year
     */
    @EventType(name = "budgets.WithdrawalLapsed")
    record WithdrawalLapsed(
            TreasuryPaperId paper,
            ProjectId project,
            int year,
            Vnd total,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /**
     * The treasury had booked it within the year although it lapsed with the closing: its entry stands with the correction of
     * the closed year.
     *
     * @param year the closed budget year
     */
    @EventType(name = "budgets.LapsedWithdrawalExecuted")
    record LapsedWithdrawalExecuted(
            TreasuryPaperId paper, ProjectId project, int year, Vnd total, String voucherNumber, LocalDate executedOn)
            implements TreasuryPaperEvent {}

    /** The host has the money. */
    @EventType(name = "budgets.ReceiptConfirmed")
    record ReceiptConfirmed(
            TreasuryPaperId paper,
            ProjectId project,
            OrganisationId host,
            Vnd total,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /**
     * An entry was wrong: its exact negative, booked in the open period. The original stays.
     *
     * @param of the entry that was reversed
     * @param kind what the original did
     * @param document the paper that shows the error
     */
    @EventType(name = "budgets.TreasuryPaperEntryReversed")
    record TreasuryPaperEntryReversed(
            TreasuryPaperId paper,
            ProjectId project,
            String of,
            EntryKind kind,
            Vnd total,
            String reason,
            String document,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}
}
