package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;
import static vn.minhchung.demo.TopicTask.thousand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.EstimateCommand.ApproveEstimate;
import vn.minhchung.budgets.EstimateCommand.MoveBetweenLines;
import vn.minhchung.budgets.EstimateCommand.PlanLineMoves;
import vn.minhchung.budgets.EstimateCommand.ProposeEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnLineMoves;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
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

/**
 * The estimate of {@link TopicStory}'s task: 900 million of the state, 90 of the host. Labour by role at the province's rate of
 * 24 million a month, management at its ceiling of 5 %. In 2025 five million move between lump-sum lines.
 */
final class TopicEstimate {
    private static final Vnd RATE = million(24);
    private static final LocalDate QUOTED = LocalDate.of(2024, 1, 22);
    private static final LocalDate QUOTED_ANEW = LocalDate.of(2025, 6, 5);

    private final Story story;
    private final Agenda agenda;

    TopicEstimate(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void note() {
        LocalDate proposed = LocalDate.of(2024, 2, 22);
        ProposeEstimate proposal = new ProposeEstimate(TopicTask.ID, approved());
        on(proposed, Cast.HOST_ACCOUNTANT, "Dự toán chi tiết theo thuyết minh được duyệt", "21/TTr-ĐHSPKT", proposal);
        agenda.note(
                proposed.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Bảng thù lao chưa ghi rõ người thực hiện nội dung 3")
                        .does(new ReturnEstimate(TopicTask.ID, "Bảng thù lao chưa ghi rõ người thực hiện nội dung 3")));
        on(proposed.plusDays(4), Cast.HOST_HEAD, "Đã bổ sung bảng phân công", "24/TTr-ĐHSPKT", proposal);
        agenda.note(
                proposed.plusDays(6),
                () -> story.as(Cast.DIRECTOR)
                        .because("Các khoản mục nằm trong định mức")
                        .under(LegalBasis.Kind.MINUTES, "05/BB-TTĐ", "Tổ thẩm định kinh phí", proposed.plusDays(5))
                        .does(new ApproveEstimate(TopicTask.ID, null)));
        moved();
    }

    /** Five million of stationery go to field trips; what is not lump sum stays, whoever asks. */
    private void moved() {
        LocalDate planned = LocalDate.of(2025, 3, 10);
        String why = "Tăng số chuyến thu mẫu, giảm in ấn do chuyển sang phiếu điện tử";
        PlanLineMoves plan = new PlanLineMoves(TopicTask.ID, afterMove());
        agenda.note(
                planned.minusDays(3),
                () -> story.as(Cast.HOST_ACCOUNTANT)
                        .because("Chuyển kinh phí thiết bị sang công tác phí")
                        .under(LegalBasis.Kind.OTHER, "02/PA-ĐHSPKT", "Trường ĐHSPKT Hưng Yên", planned.minusDays(3))
                        .inVain()
                        .does(new PlanLineMoves(TopicTask.ID, items(45, 15, 10))));
        plan(planned, why, plan);
        agenda.note(
                planned.plusDays(2),
                () -> story.as(Cast.HOST_HEAD)
                        .because("Chưa có ý kiến của phòng Khoa học và Công nghệ của trường")
                        .does(new ReturnLineMoves(
                                TopicTask.ID, "Chưa có ý kiến của phòng Khoa học và Công nghệ của trường")));
        plan(planned.plusDays(7), why + "; phòng Khoa học và Công nghệ đồng ý", plan);
        agenda.note(
                planned.plusDays(9),
                () -> story.as(Cast.HOST_HEAD)
                        .because("Phù hợp quy chế chi tiêu nội bộ, tổng kinh phí khoán không đổi")
                        .under(LegalBasis.Kind.DECISION, "118/QĐ-ĐHSPKT", "Trường ĐHSPKT Hưng Yên", planned.plusDays(9))
                        .does(new MoveBetweenLines(TopicTask.ID)));
    }

    private void plan(LocalDate day, String why, PlanLineMoves plan) {
        agenda.note(
                day,
                () -> story.as(Cast.HOST_ACCOUNTANT)
                        .because(why)
                        .under(LegalBasis.Kind.OTHER, "03/PA-ĐHSPKT", "Trường ĐHSPKT Hưng Yên", day)
                        .does(plan));
    }

    private void on(LocalDate day, Cast who, String why, String number, ProposeEstimate proposal) {
        agenda.note(
                day,
                () -> story.as(who)
                        .because(why)
                        .under(LegalBasis.Kind.LETTER, number, "Trường ĐHSPKT Hưng Yên", day)
                        .does(proposal));
    }

    /** As the People's Committee approved it. */
    static List<EstimateItem> approved() {
        return items(50, 15, 5);
    }

    static List<EstimateItem> afterMove() {
        return items(50, 10, 10);
    }

    /** With equipment of 110 million, quoted anew. */
    static List<EstimateItem> afterAdjustment() {
        return items(110, 10, 10);
    }

    /** By source, line and year. */
    static List<BudgetShare> shares(List<EstimateItem> items) {
        Map<String, BudgetShare> shares = new LinkedHashMap<>();
        for (EstimateItem item : items) {
            shares.merge(
                    item.source() + "/" + item.line() + "/" + item.year(),
                    item.share(),
                    (one, other) -> new BudgetShare(
                            one.source(), one.line(), one.year(), one.amount().plus(other.amount())));
        }
        return List.copyOf(shares.values());
    }

    /**
     * @param equipment of 2025, million đồng
     * @param stationery of 2025
     * @param trips of 2025
     */
    private static List<EstimateItem> items(int equipment, int stationery, int trips) {
        List<EstimateItem> items = new ArrayList<>();
        // 2024: 480
        items.add(labour(2024, LabourRole.PRINCIPAL, TopicTask.INVESTIGATOR, "1.0", 4)); // 96
        items.add(labour(2024, LabourRole.MAIN_MEMBER, TopicTask.MAIN_MEMBER, "0.8", 4)); // 76.8
        items.add(labour(2024, LabourRole.SECRETARY, TopicTask.SECRETARY, "0.3", 6)); // 43.2
        items.add(labour(2024, LabourRole.TECHNICIAN, TopicTask.TECHNICIAN, "0.2", 5)); // 24
        items.add(quantity(2024, LineCategory.DOMESTIC_EXPERTS, "Chuyên gia cây ăn quả", "10", "ngày", 2));
        items.add(quoted(
                LineCategory.MATERIALS, 2024, "Chế phẩm, phân bón cho mô hình", "6", "tấn", million(10), QUOTED));
        items.add(quoted(LineCategory.MATERIALS, 2024, "Phân tích mẫu đất, lá", "400", "mẫu", thousand(150), QUOTED));
        items.add(seminar(2024, new Seminar(1, 15, 2, 0), 13));
        items.add(quantity(2024, LineCategory.SEMINARS_TRAVEL, "Công tác phí thu mẫu", "7", "chuyến", 1));
        items.add(item(
                LineCategory.SURVEYS,
                FundSource.STATE_BUDGET,
                2024,
                "Điều tra hộ trồng nhãn",
                million(50),
                true,
                null,
                null,
                new Survey(1000, 35, false, thousand(50)),
                null,
                null));
        items.add(quantity(2024, LineCategory.STATIONERY, "Văn phòng phẩm, in phiếu", "10", "đợt", 1));
        items.add(quantity(2024, LineCategory.OTHER, "Chi khác theo thuyết minh", "5", "đợt", 1));
        items.add(quantity(2024, LineCategory.MANAGEMENT, "Quản lý chung", "15", "đợt", 1));
        items.add(own(2024, 60));
        // 2025: 320, and 60 more after the adjustment
        items.add(labour(2025, LabourRole.PRINCIPAL, null, "1.0", 3)); // 72
        items.add(labour(2025, LabourRole.MAIN_MEMBER, TopicTask.MAIN_MEMBER, "0.8", 2)); // 38.4
        items.add(labour(2025, LabourRole.SECRETARY, TopicTask.SECRETARY, "0.3", 4)); // 28.8
        items.add(labour(2025, LabourRole.MEMBER, TopicTask.MEMBER, "0.4", 3)); // 28.8
        items.add(quantity(2025, LineCategory.DOMESTIC_EXPERTS, "Chuyên gia học máy", "10", "ngày", 2));
        items.add(quoted(
                LineCategory.EQUIPMENT,
                2025,
                "Trạm cảm biến và máy quang phổ cầm tay",
                "1",
                "bộ",
                million(equipment),
                equipment > 50 ? QUOTED_ANEW : QUOTED));
        items.add(seminar(2025, new Seminar(2, 20, 1, 0), 20));
        items.add(quantity(
                2025, LineCategory.SEMINARS_TRAVEL, "Công tác phí thu mẫu", Integer.toString(trips), "chuyến", 1));
        items.add(quantity(
                2025, LineCategory.STATIONERY, "Văn phòng phẩm, in phiếu", Integer.toString(stationery), "đợt", 1));
        items.add(quantity(2025, LineCategory.OTHER, "Chi khác theo thuyết minh", "17", "đợt", 1));
        items.add(quantity(2025, LineCategory.MANAGEMENT, "Quản lý chung", "25", "đợt", 1));
        items.add(own(2025, 20));
        // 2026: 100
        items.add(labour(2026, LabourRole.PRINCIPAL, null, "1.0", 1)); // 24
        items.add(labour(2026, LabourRole.MAIN_MEMBER, TopicTask.MAIN_MEMBER, "0.8", 1)); // 19.2
        items.add(labour(2026, LabourRole.SECRETARY, TopicTask.SECRETARY, "0.3", 2)); // 14.4
        items.add(labour(2026, LabourRole.TECHNICIAN, TopicTask.TECHNICIAN, "0.2", 3)); // 14.4
        items.add(seminar(2026, new Seminar(1, 25, 1, 0), 13));
        items.add(quantity(2026, LineCategory.SEMINARS_TRAVEL, "Công tác phí bàn giao mô hình", "2", "chuyến", 1));
        items.add(quantity(2026, LineCategory.STATIONERY, "In báo cáo tổng hợp", "5", "đợt", 1));
        items.add(quantity(2026, LineCategory.OTHER, "Chi khác theo thuyết minh", "3", "đợt", 1));
        items.add(quantity(2026, LineCategory.MANAGEMENT, "Quản lý chung", "5", "đợt", 1));
        items.add(own(2026, 10));
        return List.copyOf(items);
    }

    /** @param person null where the role is named and not yet who holds it */
    private static EstimateItem labour(
            int year, LabourRole role, @Nullable PersonId person, String coefficient, int months) {
        Labour labour = new Labour(person, role, coefficient, months, null, RATE);
        return item(
                LineCategory.REMUNERATION,
                FundSource.STATE_BUDGET,
                year,
                "Thù lao theo chức danh",
                labour.amount(),
                true,
                labour,
                null,
                null,
                null,
                null);
    }

    private static EstimateItem seminar(int year, Seminar seminar, int millions) {
        return item(
                LineCategory.SEMINARS_TRAVEL,
                FundSource.STATE_BUDGET,
                year,
                "Hội thảo khoa học",
                million(millions),
                true,
                null,
                seminar,
                null,
                null,
                null);
    }

    private static EstimateItem quantity(
            int year, LineCategory line, String content, String quantity, String unit, int price) {
        return of(
                line, FundSource.STATE_BUDGET, year, content, new Quantity(quantity, unit, million(price)), true, null);
    }

    private static EstimateItem quoted(
            LineCategory line, int year, String content, String quantity, String unit, Vnd price, LocalDate quotedOn) {
        return of(
                line,
                FundSource.STATE_BUDGET,
                year,
                content,
                new Quantity(quantity, unit, price),
                false,
                new Quote(quotedOn, "Công ty TNHH Vật tư Phố Hiến"));
    }

    /** What the host brings: its own trial garden. */
    private static EstimateItem own(int year, int millions) {
        return of(
                LineCategory.MATERIALS,
                FundSource.COUNTERPART,
                year,
                "Vườn thực nghiệm của trường",
                new Quantity("1", "năm", million(millions)),
                true,
                null);
    }

    private static EstimateItem of(
            LineCategory line,
            FundSource source,
            int year,
            String content,
            Quantity quantity,
            boolean normed,
            @Nullable Quote quote) {
        return item(line, source, year, content, quantity.amount(), normed, null, null, null, quantity, quote);
    }

    private static EstimateItem item(
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
        return new EstimateItem(line, source, year, content, amount, normed, labour, seminar, survey, quantity, quote);
    }
}
