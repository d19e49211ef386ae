package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.m;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quantity;
import vn.minhchung.projects.Quote;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;

/** Items of an estimate of 2025 in few words. Amounts in million đồng unless they say đồng. */
final class Items {
    private Items() {}

    static BudgetShare share(LineCategory line, Vnd amount) {
        return new BudgetShare(FundSource.STATE_BUDGET, line, 2025, amount);
    }

    static BudgetShare share(LineCategory line, long millions) {
        return share(line, m(millions));
    }

    /** By the investigator's month of 24 million. */
    static EstimateItem labour(LabourRole role, String coefficient, int months) {
        Labour labour = new Labour(null, role, coefficient, months, null, m(24));
        return labour(labour, labour.amount());
    }

    static EstimateItem labour(Labour labour, Vnd amount) {
        return new EstimateItem(
                LineCategory.REMUNERATION,
                FundSource.STATE_BUDGET,
                2025,
                "Thù lao",
                amount,
                true,
                labour,
                null,
                null,
                null,
                null);
    }

    /** One piece at this price, by a norm. */
    static EstimateItem piece(LineCategory line, Vnd price) {
        return piece(FundSource.STATE_BUDGET, line, price, true, null);
    }

    static EstimateItem piece(LineCategory line, long millions) {
        return piece(line, m(millions));
    }

    /** One piece without a norm. */
    static EstimateItem quoted(LineCategory line, long millions, @Nullable LocalDate quotedOn) {
        return piece(
                FundSource.STATE_BUDGET,
                line,
                m(millions),
                false,
                quotedOn == null ? null : new Quote(quotedOn, "Công ty Thiết bị Thử nghiệm"));
    }

    static EstimateItem counterpart(LineCategory line, long millions) {
        return piece(FundSource.COUNTERPART, line, m(millions), true, null);
    }

    private static EstimateItem piece(
            FundSource source, LineCategory line, Vnd price, boolean normed, @Nullable Quote quote) {
        return new EstimateItem(
                line,
                source,
                2025,
                "Chi theo thuyết minh",
                price,
                normed,
                null,
                null,
                null,
                new Quantity("1", "gói", price),
                quote);
    }

    static EstimateItem seminar(Seminar seminar, Vnd amount) {
        return new EstimateItem(
                LineCategory.SEMINARS_TRAVEL,
                FundSource.STATE_BUDGET,
                2025,
                "Hội thảo",
                amount,
                true,
                null,
                seminar,
                null,
                null,
                null);
    }

    static EstimateItem survey(Survey survey) {
        return new EstimateItem(
                LineCategory.SURVEYS,
                FundSource.STATE_BUDGET,
                2025,
                "Điều tra",
                survey.amount(),
                true,
                null,
                null,
                survey,
                null,
                null);
    }
}
