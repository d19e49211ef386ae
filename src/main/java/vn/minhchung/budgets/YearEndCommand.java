package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.COMMITTEE;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.FINANCE;
import static vn.minhchung.kernel.Role.OFFICER;

import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a year appropriation when its year is over (domain.md 2.9). */
public sealed interface YearEndCommand extends Command {
    AppropriationId appropriation();

    @Override
    default String subject() {
        return appropriation().value();
    }

    /**
     * Strikes the balance of the year and asks to close it. Asked again, the balance is struck anew.
     *
     * @param document SHA-256 of the balance table (Mẫu 20f, Mẫu 31) as signed, lower-case hex
     */
    @MayBeSentBy(
            mutation = "closeYear",
            roles = {CHIEF_ACCOUNTANT},
            seen = true)
    record CloseYear(AppropriationId appropriation, String document) implements YearEndCommand {}

    /** The account holder confirms the balance: withdrawals not booked lapse, and nothing is posted in the year any more. */
    @MayBeSentBy(
            mutation = "confirmYearClosing",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record ConfirmYearClosing(AppropriationId appropriation) implements YearEndCommand {}

    /** The account holder does not confirm the balance. Needs a reason. */
    @MayBeSentBy(
            mutation = "rejectYearClosing",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record RejectYearClosing(AppropriationId appropriation, String reason) implements YearEndCommand {}

    /** What is unused and not carried over lapses. */
    @MayBeSentBy(
            mutation = "cancelAppropriation",
            roles = {COMMITTEE, FINANCE, OFFICER, ACCOUNTANT},
            deciders = {COMMITTEE, FINANCE},
            seen = true)
    record CancelAppropriation(AppropriationId appropriation, Vnd amount) implements YearEndCommand {}
}
