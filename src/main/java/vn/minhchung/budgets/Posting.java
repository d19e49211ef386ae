package vn.minhchung.budgets;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/**
 * One side of an entry. All components but the amount are the ledger key.
 *
 * @param appropriation null for approved budgets, which belong to no year appropriation
 * @param project null for the unit's own amounts (assigned, cut, held)
 * @param year budget year (niên độ), which in January may be the year before
 * @param line budget line of the task; null where the amount is not split by lines
 * @param item economic item (mục/tiểu mục)
 * @param tranche number of the instalment (đợt cấp)
 */
public record Posting(
        LedgerAccount account,
        @Nullable AppropriationId appropriation,
        @Nullable ProjectId project,
        int year,
        FundSource source,
        @Nullable LineCategory line,
        @Nullable String item,
        @Nullable Integer tranche,
        Vnd amount) {

    public Posting negated() {
        return new Posting(account, appropriation, project, year, source, line, item, tranche, amount.negate());
    }
}
