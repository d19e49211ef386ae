package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/**
 * What one ledger key of a task had come to when the system took the task over. Amounts are whole đồng, zero or more.
 *
 * @param year budget year; what is still outstanding stands in the year of the takeover, where the treasury has moved it
 * @param item economic item, 4 digits
 * @param advanced by the treasury, gross
 * @param paidDirectly by the treasury as actual spending
 * @param cleared of the advance
 * @param returned of the advance
 */
public record OpeningBalance(
        int year,
        LineCategory line,
        FundSource source,
        String item,
        Vnd advanced,
        Vnd paidDirectly,
        Vnd cleared,
        Vnd returned) {

    /** Advanced, and neither cleared nor returned. */
    public Vnd outstanding() {
        return advanced.minus(cleared).minus(returned);
    }

    /** What the treasury has paid and not got back. */
    public Vnd paid() {
        return advanced.plus(paidDirectly).minus(returned);
    }
}
