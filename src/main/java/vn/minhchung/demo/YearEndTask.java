package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TranchePlan;

/** The tasks whose money runs into the end of 2025; two thirds of everything is remuneration. Amounts in million đồng. */
enum YearEndTask {
    LONGAN(71, "Xây dựng mô hình bảo quản nhãn tươi sau thu hoạch tại Khoái Châu", "Nguyễn Bảo Quản", 600, 18),
    CATTLE(72, "Ứng dụng chế phẩm vi sinh xử lý chất thải chăn nuôi bò thịt tại Kim Động", "Vũ Vi Sinh", 400, 18),
    TURMERIC(73, "Hoàn thiện quy trình sơ chế nghệ vàng quy mô hợp tác xã", "Lưu Sơ Chế", 200, 12);

    private static final LocalDate START = LocalDate.of(2025, 3, 1);

    private final int number;
    private final String title;
    private final String investigatorName;
    private final long state;
    private final int months;

    YearEndTask(int number, String title, String investigatorName, long state, int months) {
        this.number = number;
        this.title = title;
        this.investigatorName = investigatorName;
        this.state = state;
        this.months = months;
    }

    /** Of its code, contract and papers. */
    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String investigatorName() {
        return investigatorName;
    }

    ProjectId id() {
        return new ProjectId(Id.derived("project", "yearend", name()));
    }

    PersonId investigator() {
        return new PersonId(Id.derived("person", "yearend", "investigator", name()));
    }

    PersonId secretary() {
        return new PersonId(Id.derived("person", "yearend", "secretary", name()));
    }

    String code() {
        return "ĐTKHCN.HY-%02d/2025".formatted(number);
    }

    /** The third rests on a programme that has no appropriation in 2026. */
    AppropriationId appropriation() {
        return this == TURMERIC ? programme() : appropriation(2025);
    }

    static AppropriationId appropriation(int year) {
        return new AppropriationId(Id.derived("appropriation", "yearend", "103", Integer.toString(year)));
    }

    static AppropriationId programme() {
        return new AppropriationId(Id.derived("appropriation", "yearend", "103", "programme", "2025"));
    }

    TreasuryPaperId paper(String what) {
        return new TreasuryPaperId(Id.derived("paper", "yearend", name(), what));
    }

    VolumeId volume(int number) {
        return new VolumeId(Id.derived("volume", "yearend", name(), Integer.toString(number)));
    }

    static CarryOverId carryOver(String what) {
        return new CarryOverId(Id.derived("carry-over", "yearend", what));
    }

    Vnd state() {
        return million(state);
    }

    int months() {
        return months;
    }

    LocalDate start() {
        return START;
    }

    LocalDate end() {
        return START.plusMonths(months).minusDays(1);
    }

    List<BudgetShare> budget() {
        return List.of(
                share(LineCategory.REMUNERATION, 2025, state * 45 / 100),
                share(LineCategory.MATERIALS, 2025, state * 30 / 100),
                share(LineCategory.REMUNERATION, 2026, state * 15 / 100),
                share(LineCategory.MATERIALS, 2026, state * 10 / 100));
    }

    private static BudgetShare share(LineCategory line, int year, long millions) {
        return new BudgetShare(FundSource.STATE_BUDGET, line, year, million(millions));
    }

    /** Half, then a third, then the rest after acceptance. */
    List<TranchePlan> tranches() {
        return List.of(
                new TranchePlan(1, million(state / 2), "Sau khi ký hợp đồng", START.plusMonths(1)),
                new TranchePlan(2, million(state / 3), "Khi đã thanh toán ít nhất 50% tạm ứng", START.plusMonths(9)),
                new TranchePlan(
                        3, million(state - state / 2 - state / 3), "Sau khi nghiệm thu mức Đạt trở lên", end()));
    }

    static List<TreasuryPaperLine> lines(long millions, String content) {
        return List.of(
                line(LineCategory.REMUNERATION, millions * 6 / 10, content + " thù lao tham gia nhiệm vụ"),
                line(LineCategory.MATERIALS, millions - millions * 6 / 10, content + " nguyên vật liệu"));
    }

    private static TreasuryPaperLine line(LineCategory line, long millions, String content) {
        return new TreasuryPaperLine(line, DemoPapers.TOPIC_ITEM, FundSource.STATE_BUDGET, million(millions), content);
    }
}
