package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.TreasuryPaperId;

/** What happened to a withdrawal. Those with postings are the money facts. */
public sealed interface TreasuryPaperEvent extends DomainEvent {
    TreasuryPaperId paper();

    ProjectId project();

    /**
     * The paper was drawn up and its amount bound. Everything a signature covers stands here.
     *
     * @param code the appropriation's string, copied
     * @param preparedBy the preparer and its principals
     * @param volumeBy who drew up or inspected the volume of work
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
            List<PersonId> volumeBy,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements TreasuryPaperEvent, MoneyEvent {}

    /**
     * What the signatures cover was changed; the postings take the old binding back and bind anew.
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
            Evidence evidence,
            List<PersonId> recordedBy)
            implements TreasuryPaperEvent {}

    @EventType(name = "budgets.TreasuryFactRejected")
    record TreasuryFactRejected(TreasuryPaperId paper, ProjectId project, TreasuryFactKind kind, String reason)
            implements TreasuryPaperEvent {}

    /** The treasury paid: what was bound is now an advance. */
    @EventType(name = "budgets.TreasuryPaperExecuted")
    record TreasuryPaperExecuted(
            TreasuryPaperId paper,
            ProjectId project,
            AppropriationId appropriation,
            String voucherNumber,
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

    /** It will not be paid; the amount is free again. */
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
