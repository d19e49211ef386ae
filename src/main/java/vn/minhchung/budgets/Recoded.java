package vn.minhchung.budgets;

import java.util.List;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.TreasuryPaperId;

/**
 * The wrong side of a re-coding (phiếu điều chỉnh số liệu ngân sách, C2-10).
 *
 * @param of the executed paper whose lines stand under the wrong string
 * @param as what these lines are: an advance outstanding, a payment, or an advance already cleared
 * @param code of the wrong appropriation, copied
 * @param lines as booked; they sum to the right lines
 */
public record Recoded(
        TreasuryPaperId of,
        TreasuryPaperKind as,
        AppropriationId appropriation,
        AppropriationKey code,
        List<TreasuryPaperLine> lines) {

    /** True when the right lines stand in another appropriation, so that money is bound there. */
    public boolean across(AppropriationId right) {
        return !appropriation.equals(right);
    }
}
