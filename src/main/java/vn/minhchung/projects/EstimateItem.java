package vn.minhchung.projects;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Vnd;

/**
 * One item of a task's estimate (dự toán chi tiết; domain notes 2.2): what is planned, and the one detail its line asks
 * for. Remuneration has {@code labour}, a survey {@code survey}, a seminar {@code seminar}; general management has none;
 * everything else is a quantity at a price. The amount is what the detail multiplies out to.
 *
 * @param year planned budget year
 * @param content what it is for
 * @param amount whole đồng, above zero
 * @param normed true where a norm fixes quantity or price: it decides whether materials are khoán (domain notes 2.4)
 * @param quote the price quote a price without a norm rests on
 */
public record EstimateItem(
        LineCategory line,
        FundSource source,
        int year,
        String content,
        Vnd amount,
        boolean normed,
        @Nullable Labour labour,
        @Nullable Seminar seminar,
        @Nullable Survey survey,
        @Nullable Quantity quantity,
        @Nullable Quote quote) {

    public BudgetShare share() {
        return new BudgetShare(source, line, year, amount);
    }
}
