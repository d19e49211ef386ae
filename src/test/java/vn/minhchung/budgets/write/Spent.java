package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.m;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.SpendingAsset;
import vn.minhchung.budgets.SpendingCommand.FileSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReplaceSpendingReport;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.budgets.SpendingVoucher;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quantity;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Items and reports of spending of early 2025 in few words. Amounts in million đồng. */
final class Spent {
    static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    static final LocalDate DAY = LocalDate.of(2025, 2, 10);

    private Spent() {}

    static SpendingReportId report(String name) {
        return new SpendingReportId(Id.derived("spending-report", name));
    }

    static SpendingVoucher voucher(String number) {
        return new SpendingVoucher(number, DAY, "Công ty Vật tư Thử nghiệm", null, Vnd.ZERO);
    }

    static SpendingItem item(LineCategory line, long millions, String voucher) {
        return item(FundSource.STATE_BUDGET, line, millions, voucher(voucher));
    }

    static SpendingItem item(FundSource source, LineCategory line, long millions, SpendingVoucher voucher) {
        return new SpendingItem(
                line,
                source,
                "Chi theo hợp đồng",
                m(millions),
                voucher,
                null,
                null,
                null,
                null,
                new Quantity("1", "gói", m(millions)));
    }

    static SpendingItem labour(@Nullable Labour labour, Vnd amount, Vnd tax) {
        return new SpendingItem(
                LineCategory.REMUNERATION,
                FundSource.STATE_BUDGET,
                "Thù lao tháng 1",
                amount,
                new SpendingVoucher("TL-01", DAY, null, Decisions.person("chủ nhiệm"), tax),
                labour,
                null,
                null,
                null,
                null);
    }

    static SpendingItem asset(SpendingAsset asset, long millions) {
        return new SpendingItem(
                LineCategory.EQUIPMENT,
                FundSource.STATE_BUDGET,
                "Máy đo",
                m(millions),
                voucher("TS-01"),
                null,
                null,
                null,
                asset,
                null);
    }

    static FileSpendingReport file(String name, boolean last, SpendingItem... items) {
        return new FileSpendingReport(report(name), Cast.TASK, FROM, TODAY, List.of(items), total(items), last);
    }

    static ReplaceSpendingReport replace(String name, SpendingItem... items) {
        return new ReplaceSpendingReport(
                report(name), FROM, TODAY, List.of(items), total(items), false, "Bổ sung chứng từ");
    }

    static Vnd total(SpendingItem... items) {
        return Vnd.sum(List.of(items).stream().map(SpendingItem::amount).toList());
    }
}
