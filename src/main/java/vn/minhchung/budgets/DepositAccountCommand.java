package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a host's deposit account at the treasury. */
public sealed interface DepositAccountCommand extends Command {
    DepositAccountId depositAccount();

    @Override
    default String subject() {
        return depositAccount().value();
    }

    /**
     * The host's head names the account money is to be paid to.
     *
     * @param number at the treasury: account . level . budget unit, e.g. {@code 3713.0.1099901}
     * @param treasury the treasury office that keeps it
     * @param validTo last day; null while open
     */
    @MayBeSentBy(
            mutation = "registerDepositAccount",
            creates = true,
            roles = {HOST_HEAD})
    record RegisterDepositAccount(
            DepositAccountId depositAccount,
            OrganisationId host,
            String number,
            String treasury,
            LocalDate validFrom,
            @Nullable LocalDate validTo)
            implements DepositAccountCommand {}

    /** The department has compared the account with the treasury's paper: withdrawals may name it. */
    @MayBeSentBy(
            mutation = "confirmDepositAccount",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record ConfirmDepositAccount(DepositAccountId depositAccount) implements DepositAccountCommand {}

    /** The account is used up to this day and no longer. */
    @MayBeSentBy(
            mutation = "closeDepositAccount",
            roles = {HOST_HEAD, OFFICER},
            seen = true)
    record CloseDepositAccount(DepositAccountId depositAccount, LocalDate validTo) implements DepositAccountCommand {}
}
