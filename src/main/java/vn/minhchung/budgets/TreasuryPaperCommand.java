package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.HOST_ACCOUNTANT;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a paper for the treasury (domain.md 2.7, 3.1). */
public sealed interface TreasuryPaperCommand extends Command {
    TreasuryPaperId paper();

    @Override
    default String subject() {
        return paper().value();
    }

    /**
     * Prepares a withdrawal (giấy rút dự toán) and binds its amount.
     *
     * @param kind an advance or a payment; an advance when left out
     * @param number our number on the paper
     * @param year must be the appropriation's
     * @param tranche number of the instalment in the contract
     * @param total as printed; must equal the sum of the lines
     * @param volume the confirmed table of completed work a payment or a further advance rests on
     * @param volumeBy who else inspected the work: like whoever drew up the table they sign nothing here
     */
    @MayBeSentBy(
            mutation = "prepareWithdrawal",
            creates = true,
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT})
    record PrepareWithdrawal(
            TreasuryPaperId paper,
            @Nullable TreasuryPaperKind kind,
            ProjectId project,
            AppropriationId appropriation,
            String number,
            int year,
            int tranche,
            List<TreasuryPaperLine> lines,
            Vnd total,
            DepositAccountId depositAccount,
            @Nullable VolumeId volume,
            @Nullable List<PersonId> volumeBy)
            implements TreasuryPaperCommand {
        public TreasuryPaperKind asked() {
            return kind == null ? TreasuryPaperKind.ADVANCE : kind;
        }
    }

    /**
     * Prepares the clearing of an advance (giấy đề nghị thanh toán tạm ứng, C2-03): what was advanced was spent.
     *
     * @param advance the executed withdrawal
     * @param lines by line and item at most what is still outstanding of it
     * @param volume the confirmed table of completed work it rests on
     * @param volumeBy as for a withdrawal
     */
    @MayBeSentBy(
            mutation = "prepareClearing",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT})
    record PrepareClearing(
            TreasuryPaperId paper,
            TreasuryPaperId advance,
            String number,
            List<TreasuryPaperLine> lines,
            Vnd total,
            @Nullable VolumeId volume,
            @Nullable List<PersonId> volumeBy)
            implements TreasuryPaperCommand {}

    /**
     * Prepares the return of an advance (giấy nộp trả kinh phí, C2-05a): what was not spent comes back. Needs a reason.
     *
     * @param lines by line and item at most what is still outstanding of it
     */
    @MayBeSentBy(
            mutation = "prepareReturn",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT})
    record PrepareReturn(
            TreasuryPaperId paper,
            TreasuryPaperId advance,
            String number,
            List<TreasuryPaperLine> lines,
            Vnd total,
            String reason)
            implements TreasuryPaperCommand {}

    /**
     * Prepares a re-coding (phiếu điều chỉnh số liệu ngân sách, C2-10): what was booked under a wrong string moves to the right
     * one, within a task; between appropriations, items and lines, and across years until the year is closed. Needs a reason.
     *
     * @param of the executed paper: an advance (what is outstanding of it), a payment, a clearing, or an earlier re-coding
     * @param wrong lines as booked, by line and item at most what is left of them
     * @param appropriation the right one; that of the paper where only lines or items were wrong
     * @param right the lines as they should be
     * @param total of the wrong and of the right lines
     */
    @MayBeSentBy(
            mutation = "recodePayment",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT})
    record RecodePayment(
            TreasuryPaperId paper,
            TreasuryPaperId of,
            String number,
            List<TreasuryPaperLine> wrong,
            AppropriationId appropriation,
            List<TreasuryPaperLine> right,
            Vnd total,
            String reason)
            implements TreasuryPaperCommand {}

    /**
     * Takes over a task that ran before the system: what an instalment had come to, by ledger key, as the table says that the
     * treasury confirmed. Prepared and signed like a withdrawal; with the first signature it holds. Needs the table as basis.
     *
     * @param appropriation of the year of the takeover: what is outstanding stands there
     * @param tranche number of the instalment; nothing of it was drawn in the system yet
     * @param struckOn the day the balances were struck
     * @param balances one row for each year, line, source and item
     * @param total what the treasury has paid and not got back, all rows
     */
    @MayBeSentBy(
            mutation = "takeOverTask",
            creates = true,
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT})
    record TakeOverTask(
            TreasuryPaperId paper,
            ProjectId project,
            AppropriationId appropriation,
            String number,
            int tranche,
            LocalDate struckOn,
            List<OpeningBalance> balances,
            Vnd total)
            implements TreasuryPaperCommand {}

    /**
     * Changes what the signatures cover, which voids them. Needs a reason.
     *
     * @param depositAccount of a withdrawal; the one named before when left out
     */
    @MayBeSentBy(
            mutation = "amendTreasuryPaper",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record AmendTreasuryPaper(
            TreasuryPaperId paper,
            List<TreasuryPaperLine> lines,
            Vnd total,
            @Nullable DepositAccountId depositAccount,
            String reason)
            implements TreasuryPaperCommand {}

    /** The second signature: chief accountant or a registered deputy. */
    @MayBeSentBy(
            mutation = "signSecond",
            roles = {CHIEF_ACCOUNTANT, ACCOUNTANT},
            seen = true)
    record SignSecond(TreasuryPaperId paper) implements TreasuryPaperCommand {}

    /** The first signature: the account holder or a registered deputy. */
    @MayBeSentBy(
            mutation = "signFirst",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record SignFirst(TreasuryPaperId paper) implements TreasuryPaperCommand {}

    /** Both signatures are there: it goes to the treasury. */
    @MayBeSentBy(
            mutation = "sendToTreasury",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record SendToTreasury(TreasuryPaperId paper) implements TreasuryPaperCommand {}

    /**
     * The treasury booked it, as its voucher shows. Nothing is booked here before a second person confirms.
     *
     * @param voucherNumber unique with the date
     * @param executedOn the treasury's posting date
     * @param lines what was booked, where it was less than the paper asks; the rest is free again
     */
    @MayBeSentBy(
            mutation = "recordExecution",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RecordExecution(
            TreasuryPaperId paper,
            String voucherNumber,
            LocalDate executedOn,
            @Nullable List<TreasuryPaperLine> lines) implements TreasuryPaperCommand {}

    /** The treasury sent it back; the amount stays bound. */
    @MayBeSentBy(
            mutation = "recordReturn",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RecordReturn(TreasuryPaperId paper, LocalDate returnedOn, String reason) implements TreasuryPaperCommand {}

    /** A second person has compared the recorded treasury fact with its voucher: it takes effect. */
    @MayBeSentBy(
            mutation = "confirmTreasuryFact",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record ConfirmTreasuryFact(TreasuryPaperId paper) implements TreasuryPaperCommand {}

    /** The recorded treasury fact does not agree with its voucher. */
    @MayBeSentBy(
            mutation = "rejectTreasuryFact",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RejectTreasuryFact(TreasuryPaperId paper, String reason) implements TreasuryPaperCommand {}

    /** After a return that needs no change to what was signed. */
    @MayBeSentBy(
            mutation = "resendTreasuryPaper",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record ResendTreasuryPaper(TreasuryPaperId paper) implements TreasuryPaperCommand {}

    /** Before it is sent, or after a return: the amount is free again. */
    @MayBeSentBy(
            mutation = "cancelTreasuryPaper",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, DIRECTOR},
            seen = true)
    record CancelTreasuryPaper(TreasuryPaperId paper, String reason) implements TreasuryPaperCommand {}

    /** The host says the money is on its account. */
    @MayBeSentBy(
            mutation = "confirmReceipt",
            roles = {HOST_HEAD, HOST_ACCOUNTANT},
            seen = true)
    record ConfirmReceipt(TreasuryPaperId paper, LocalDate receivedOn) implements TreasuryPaperCommand {}
}
