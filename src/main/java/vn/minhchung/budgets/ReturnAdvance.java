package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;

import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/**
 * Prepares the return of all that is outstanding of an advance that may not be carried over to the next year (domain.md
 * 2.9). Where the next year has no appropriation of the same purpose, the finance department is told.
 *
 * @param number of the return (giấy nộp trả kinh phí, C2-05a)
 */
@MayBeSentBy(
        mutation = "returnAdvance",
        creates = true,
        roles = {ACCOUNTANT, CHIEF_ACCOUNTANT})
public record ReturnAdvance(
        TreasuryPaperId paper, TreasuryPaperId advance, String number, ReturnCause because, String reason)
        implements Command {
    @Override
    public String subject() {
        return paper.value();
    }
}
