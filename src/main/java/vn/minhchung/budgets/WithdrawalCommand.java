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
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.WithdrawalId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a withdrawal (giấy rút dự toán). */
public sealed interface WithdrawalCommand extends Command {
    WithdrawalId withdrawal();

    @Override
    default String subject() {
        return withdrawal().value();
    }

    /**
     * Prepares an advance and binds its amount.
     *
     * @param number our number on the paper
     * @param year must be the appropriation's
     * @param tranche number of the instalment in the contract
     * @param total as printed; must equal the sum of the lines
     * @param volumeBy who drew up or inspected the volume of work, where there is one: signs nothing here
     */
    @MayBeSentBy(
            mutation = "prepareWithdrawal",
            creates = true,
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT})
    record PrepareWithdrawal(
            WithdrawalId withdrawal,
            ProjectId project,
            AppropriationId appropriation,
            String number,
            int year,
            int tranche,
            List<WithdrawalLine> lines,
            Vnd total,
            DepositAccountId depositAccount,
            @Nullable List<PersonId> volumeBy)
            implements WithdrawalCommand {}

    /** Changes what the signatures cover, which voids them. Needs a reason. */
    @MayBeSentBy(
            mutation = "amendWithdrawal",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record AmendWithdrawal(
            WithdrawalId withdrawal,
            List<WithdrawalLine> lines,
            Vnd total,
            DepositAccountId depositAccount,
            String reason)
            implements WithdrawalCommand {}

    /** The second signature: chief accountant or a registered deputy. */
    @MayBeSentBy(
            mutation = "signSecond",
            roles = {CHIEF_ACCOUNTANT, ACCOUNTANT},
            seen = true)
    record SignSecond(WithdrawalId withdrawal) implements WithdrawalCommand {}

    /** The first signature: the account holder or a registered deputy. */
    @MayBeSentBy(
            mutation = "signFirst",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record SignFirst(WithdrawalId withdrawal) implements WithdrawalCommand {}

    /** Both signatures are there: it goes to the treasury. */
    @MayBeSentBy(
            mutation = "sendToTreasury",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record SendToTreasury(WithdrawalId withdrawal) implements WithdrawalCommand {}

    /**
     * The treasury paid, as its voucher shows. Nothing is booked before a second person confirms.
     *
     * @param voucherNumber unique with the date
     * @param executedOn the treasury's posting date
     */
    @MayBeSentBy(
            mutation = "recordExecution",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RecordExecution(WithdrawalId withdrawal, String voucherNumber, LocalDate executedOn)
            implements WithdrawalCommand {}

    /** The treasury sent it back; the amount stays bound. */
    @MayBeSentBy(
            mutation = "recordReturn",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RecordReturn(WithdrawalId withdrawal, LocalDate returnedOn, String reason) implements WithdrawalCommand {}

    /** A second person has compared the recorded treasury fact with its voucher: it takes effect. */
    @MayBeSentBy(
            mutation = "confirmTreasuryFact",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record ConfirmTreasuryFact(WithdrawalId withdrawal) implements WithdrawalCommand {}

    /** The recorded treasury fact does not agree with its voucher. */
    @MayBeSentBy(
            mutation = "rejectTreasuryFact",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RejectTreasuryFact(WithdrawalId withdrawal, String reason) implements WithdrawalCommand {}

    /** After a return that needs no change to what was signed. */
    @MayBeSentBy(
            mutation = "resendWithdrawal",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record ResendWithdrawal(WithdrawalId withdrawal) implements WithdrawalCommand {}

    /** Before it is sent, or after a return: the amount is free again. */
    @MayBeSentBy(
            mutation = "cancelWithdrawal",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, DIRECTOR},
            seen = true)
    record CancelWithdrawal(WithdrawalId withdrawal, String reason) implements WithdrawalCommand {}

    /** The host says the money is on its account. */
    @MayBeSentBy(
            mutation = "confirmReceipt",
            roles = {HOST_HEAD, HOST_ACCOUNTANT},
            seen = true)
    record ConfirmReceipt(WithdrawalId withdrawal, LocalDate receivedOn) implements WithdrawalCommand {}
}
