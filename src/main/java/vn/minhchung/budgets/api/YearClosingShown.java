package vn.minhchung.budgets.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationView;
import vn.minhchung.budgets.BalanceTable;
import vn.minhchung.budgets.YearClosing;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Vnd;

/**
 * The closing of a year as queries show it.
 *
 * @param reportedAt the position whose figures were reported
 */
record YearClosingShown(
        AppropriationId appropriation,
        int year,
        Vnd usable,
        Vnd advanceOutstanding,
        Vnd actual,
        Vnd held,
        Vnd committed,
        Vnd remaining,
        Vnd carriedOut,
        Vnd cancelled,
        String document,
        long struckAt,
        LocalDate recordedOn,
        @Nullable LocalDate closedOn,
        long reportedAt) {

    static YearClosingShown of(AppropriationView of, YearClosing closing) {
        BalanceTable table = closing.table();
        Long closedAt = closing.closedAt();
        return new YearClosingShown(
                of.appropriation(),
                of.year(),
                table.usable(),
                table.advanceOutstanding(),
                table.actual(),
                table.held(),
                table.committed(),
                table.remaining(),
                table.carriedOut(),
                table.cancelled(),
                closing.document(),
                closing.struckAt(),
                closing.recordedOn(),
                closing.closedOn(),
                closedAt == null ? closing.struckAt() : closedAt);
    }
}
