package vn.minhchung.budgets;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quantity;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;

/**
 * One item of what a host spent, with its voucher and the one detail its line asks for: remuneration {@code labour} with the
 * person, a seminar {@code seminar}, a survey {@code survey}, a purchase {@code asset}, else a quantity at a price. The
 * amount is what the detail multiplies out to.
 */
public record SpendingItem(
        LineCategory line,
        FundSource source,
        String content,
        Vnd amount,
        SpendingVoucher voucher,
        @Nullable Labour labour,
        @Nullable Seminar seminar,
        @Nullable Survey survey,
        @Nullable SpendingAsset asset,
        @Nullable Quantity quantity) {}
