package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;
import static vn.minhchung.demo.TopicTask.thousand;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.SpendingAsset;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.budgets.SpendingVoucher;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quantity;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;

/** Items of the reports of {@link TopicSpending}, each with the voucher its kind needs. */
final class TopicVouchers {
    private static final Vnd RATE = million(24);
    private static final String SUPPLIER = "Công ty TNHH Vật tư Phố Hiến";

    private TopicVouchers() {}

    /** Paid to the person, a tenth withheld as income tax. */
    static SpendingItem labour(
            LabourRole role, PersonId person, String coefficient, int months, String payroll, LocalDate date) {
        Labour labour = new Labour(person, role, coefficient, months, null, RATE);
        Vnd amount = labour.amount();
        SpendingVoucher voucher = new SpendingVoucher(
                payroll, date, null, person, amount.allocate(1, 9).getFirst());
        return item(
                LineCategory.REMUNERATION,
                "Thù lao theo bảng chấm công",
                amount,
                voucher,
                labour,
                null,
                null,
                null,
                null);
    }

    static SpendingItem quantity(LineCategory line, String content, String number, LocalDate date, int millions) {
        return item(
                line, content, million(millions), bill(number, date, SUPPLIER), null, null, null, null, once(millions));
    }

    static SpendingItem seminar(String content, Seminar seminar, String number, LocalDate date, int millions) {
        return item(
                LineCategory.SEMINARS_TRAVEL,
                content,
                million(millions),
                bill(number, date, "Đại biểu dự hội thảo (danh sách ký nhận)"),
                null,
                seminar,
                null,
                null,
                null);
    }

    /** A thousand households, thirty-five questions each. */
    static SpendingItem survey(String number, LocalDate date) {
        return item(
                LineCategory.SURVEYS,
                "Điều tra hộ trồng nhãn",
                million(50),
                bill(number, date, "Hộ được điều tra (danh sách ký nhận)"),
                null,
                null,
                new Survey(1000, 35, false, thousand(50)),
                null,
                null);
    }

    static SpendingItem asset(String card, Vnd price, String place, LocalDate date) {
        return item(
                LineCategory.EQUIPMENT,
                "Trạm cảm biến, máy quang phổ cầm tay",
                price,
                bill("HĐ-" + card, date, "Công ty CP Thiết bị đo Đông Đô"),
                null,
                null,
                null,
                new SpendingAsset(card, price, place),
                null);
    }

    /** The host's own money. */
    static SpendingItem own(String number, LocalDate date, int millions) {
        SpendingItem item = quantity(LineCategory.MATERIALS, "Vườn thực nghiệm của trường", number, date, millions);
        return new SpendingItem(
                item.line(),
                FundSource.COUNTERPART,
                item.content(),
                item.amount(),
                item.voucher(),
                null,
                null,
                null,
                null,
                item.quantity());
    }

    private static Quantity once(int millions) {
        return new Quantity("1", "đợt", million(millions));
    }

    private static SpendingVoucher bill(String number, LocalDate date, String payee) {
        return new SpendingVoucher(number, date, payee, null, Vnd.ZERO);
    }

    private static SpendingItem item(
            LineCategory line,
            String content,
            Vnd amount,
            SpendingVoucher voucher,
            @Nullable Labour labour,
            @Nullable Seminar seminar,
            @Nullable Survey survey,
            @Nullable SpendingAsset asset,
            @Nullable Quantity quantity) {
        return new SpendingItem(
                line, FundSource.STATE_BUDGET, content, amount, voucher, labour, seminar, survey, asset, quantity);
    }
}
