package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;
import static vn.minhchung.demo.TopicVouchers.asset;
import static vn.minhchung.demo.TopicVouchers.labour;
import static vn.minhchung.demo.TopicVouchers.own;
import static vn.minhchung.demo.TopicVouchers.quantity;
import static vn.minhchung.demo.TopicVouchers.seminar;
import static vn.minhchung.demo.TopicVouchers.survey;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.NotAccepted;
import vn.minhchung.budgets.SavingLine;
import vn.minhchung.budgets.SavingsCommand.AcceptSaving;
import vn.minhchung.budgets.SavingsCommand.DeclareSaving;
import vn.minhchung.budgets.SavingsCommand.ReturnSaving;
import vn.minhchung.budgets.SpendingCommand.AcceptSpendingReport;
import vn.minhchung.budgets.SpendingCommand.FileSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReplaceSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReturnSpendingReport;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Seminar;

/**
 * What the host of {@link TopicStory}'s task reports as spent: 190 and 266 million of the state in 2024, 380 in 2025, 95 in 2026;
 * beside it 30, 30, 20 and 10 of its own. Of the last report 3 are not accepted. 9 are saved, 20 of work that was not done are not.
 */
final class TopicSpending {
    private static final LocalDate FILED = LocalDate.of(2024, 9, 5);
    private static final LocalDate DECLARED = LocalDate.of(2026, 5, 20);

    private final Story story;
    private final Agenda agenda;

    TopicSpending(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    static SpendingReportId report(int number) {
        return new SpendingReportId(Id.derived("spending-report", TopicTask.KEY, Integer.toString(number)));
    }

    static SavingsReportId saving(int number) {
        return new SavingsReportId(Id.derived("savings-report", TopicTask.KEY, Integer.toString(number)));
    }

    void note() {
        firstReport();
        file(2, LocalDate.of(2024, 9, 1), LocalDate.of(2024, 12, 6), autumn2024(), false, LocalDate.of(2024, 12, 9));
        accept(2, Cast.ACCOUNTANT, LocalDate.of(2024, 12, 11), List.of());
        file(3, LocalDate.of(2025, 1, 2), LocalDate.of(2025, 12, 5), year2025(), false, LocalDate.of(2025, 12, 8));
        accept(3, Cast.CHIEF_ACCOUNTANT, LocalDate.of(2025, 12, 12), List.of());
        file(4, LocalDate.of(2026, 1, 5), LocalDate.of(2026, 4, 29), year2026(), true, LocalDate.of(2026, 5, 4));
        accept(
                4,
                Cast.ACCOUNTANT,
                LocalDate.of(2026, 5, 18),
                List.of(new NotAccepted(5, million(3), "Một báo cáo tham luận không trình bày tại hội thảo")));
        savings();
    }

    /** Filed without the list of those who came to the survey's training, returned, filed again. */
    private void firstReport() {
        LocalDate from = TopicTask.START;
        LocalDate to = LocalDate.of(2024, 8, 30);
        file(1, from, to, spring2024("KS-2024"), false, FILED);
        agenda.note(
                FILED.plusDays(4),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Chứng từ điều tra ghi sai số hiệu bảng kê")
                        .does(new ReturnSpendingReport(report(1), "Chứng từ điều tra ghi sai số hiệu bảng kê")));
        List<SpendingItem> items = spring2024("KS-2024/01");
        agenda.note(
                FILED.plusDays(6),
                () -> story.as(Cast.HOST_ACCOUNTANT)
                        .because("Đã sửa số hiệu bảng kê")
                        .under(LegalBasis.Kind.LETTER, "44/BC-ĐHSPKT", "Trường ĐHSPKT Hưng Yên", FILED.plusDays(6))
                        .does(new ReplaceSpendingReport(
                                report(1), from, to, items, total(items), false, "Đã sửa số hiệu bảng kê")));
        accept(1, Cast.ACCOUNTANT, FILED.plusDays(8), List.of());
    }

    private void file(int number, LocalDate from, LocalDate to, List<SpendingItem> items, boolean last, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.HOST_ACCOUNTANT)
                        .because("Báo cáo kinh phí đã chi kỳ " + number)
                        .under(
                                LegalBasis.Kind.LETTER,
                                "%d/BC-ĐHSPKT".formatted(40 + number),
                                "Trường ĐHSPKT Hưng Yên",
                                day)
                        .does(new FileSpendingReport(
                                report(number), TopicTask.ID, from, to, items, total(items), last)));
    }

    private void accept(int number, Cast who, LocalDate day, List<NotAccepted> without) {
        agenda.note(
                day,
                () -> story.as(who)
                        .because("Đã kiểm tra chứng từ")
                        .under(LegalBasis.Kind.MINUTES, "%02d/XNKP-SKHCN".formatted(number), "Sở KH&CN Hưng Yên", day)
                        .does(new AcceptSpendingReport(report(number), without)));
    }

    /** State money 190, own 30. */
    private static List<SpendingItem> spring2024(String survey) {
        LocalDate day = LocalDate.of(2024, 6, 28);
        LocalDate end = LocalDate.of(2024, 8, 29);
        return List.of(
                labour(LabourRole.PRINCIPAL, TopicTask.INVESTIGATOR, "1.0", 2, "TL-01", day), // 48
                labour(LabourRole.MAIN_MEMBER, TopicTask.MAIN_MEMBER, "0.8", 1, "TL-01", day), // 19.2
                labour(LabourRole.SECRETARY, TopicTask.SECRETARY, "0.3", 2, "TL-01", day), // 14.4
                labour(LabourRole.TECHNICIAN, TopicTask.TECHNICIAN, "0.2", 3, "TL-01", day), // 14.4
                quantity(LineCategory.DOMESTIC_EXPERTS, "Chuyên gia cây ăn quả", "CG-01", day, 10),
                quantity(LineCategory.MATERIALS, "Chế phẩm cho mô hình", "VT-01", day, 30),
                survey(survey, end),
                quantity(LineCategory.SEMINARS_TRAVEL, "Công tác phí thu mẫu", "CT-01", end, 4),
                own("VTN-01", end, 30));
    }

    /** State money 266, own 30. */
    private static List<SpendingItem> autumn2024() {
        LocalDate day = LocalDate.of(2024, 11, 29);
        return List.of(
                labour(LabourRole.PRINCIPAL, TopicTask.INVESTIGATOR, "1.0", 2, "TL-02", day), // 48
                labour(LabourRole.MAIN_MEMBER, TopicTask.MAIN_MEMBER, "0.8", 3, "TL-02", day), // 57.6
                labour(LabourRole.SECRETARY, TopicTask.SECRETARY, "0.3", 4, "TL-02", day), // 28.8
                labour(LabourRole.TECHNICIAN, TopicTask.TECHNICIAN, "0.2", 2, "TL-02", day), // 9.6
                quantity(LineCategory.DOMESTIC_EXPERTS, "Chuyên gia cây ăn quả", "CG-02", day, 10),
                quantity(LineCategory.MATERIALS, "Phân tích mẫu đất, lá", "VT-02", day, 66),
                seminar("Hội thảo đầu bờ", new Seminar(1, 15, 2, 0), "HT-01", day, 13),
                quantity(LineCategory.SEMINARS_TRAVEL, "Công tác phí thu mẫu", "CT-02", day, 3),
                quantity(LineCategory.STATIONERY, "In phiếu, tài liệu", "VP-01", day, 10),
                quantity(LineCategory.OTHER, "Chi khác", "CK-01", day, 5),
                quantity(LineCategory.MANAGEMENT, "Quản lý chung", "QL-01", day, 15),
                own("VTN-02", day, 30));
    }

    /** State money 380, own 20; two investigators, each for the own months. */
    private static List<SpendingItem> year2025() {
        LocalDate before = LocalDate.of(2025, 2, 14);
        LocalDate day = LocalDate.of(2025, 11, 28);
        return List.of(
                labour(LabourRole.PRINCIPAL, TopicTask.INVESTIGATOR, "1.0", 1, "TL-03", before), // 24
                labour(LabourRole.PRINCIPAL, TopicTask.SUCCESSOR, "1.0", 2, "TL-04", day), // 48
                labour(LabourRole.MAIN_MEMBER, TopicTask.MAIN_MEMBER, "0.8", 2, "TL-04", day), // 38.4
                labour(LabourRole.SECRETARY, TopicTask.SECRETARY, "0.3", 4, "TL-04", day), // 28.8
                labour(LabourRole.MEMBER, TopicTask.MEMBER, "0.4", 3, "TL-04", day), // 28.8
                quantity(LineCategory.DOMESTIC_EXPERTS, "Chuyên gia học máy", "CG-03", day, 20),
                asset("TS-2025-101", million(110), "Vườn thực nghiệm Khoái Châu", day),
                seminar("Hội thảo khoa học giữa kỳ", new Seminar(2, 20, 1, 0), "HT-02", day, 20),
                quantity(LineCategory.SEMINARS_TRAVEL, "Công tác phí thu mẫu", "CT-03", day, 10),
                quantity(LineCategory.STATIONERY, "In tài liệu", "VP-02", day, 10),
                quantity(LineCategory.OTHER, "Chi khác", "CK-02", day, 17),
                quantity(LineCategory.MANAGEMENT, "Quản lý chung", "QL-02", day, 25),
                own("VTN-03", day, 20));
    }

    /** State money 95, own 10. The fifth item is the one accepted in part. */
    private static List<SpendingItem> year2026() {
        LocalDate day = LocalDate.of(2026, 4, 28);
        return List.of(
                labour(LabourRole.PRINCIPAL, TopicTask.SUCCESSOR, "1.0", 1, "TL-05", day), // 24
                labour(LabourRole.MAIN_MEMBER, TopicTask.MAIN_MEMBER, "0.8", 1, "TL-05", day), // 19.2
                labour(LabourRole.SECRETARY, TopicTask.SECRETARY, "0.3", 2, "TL-05", day), // 14.4
                labour(LabourRole.TECHNICIAN, TopicTask.TECHNICIAN, "0.2", 3, "TL-05", day), // 14.4
                seminar("Hội thảo tổng kết", new Seminar(1, 25, 1, 0), "HT-03", day, 13),
                quantity(LineCategory.SEMINARS_TRAVEL, "Công tác phí bàn giao mô hình", "CT-04", day, 2),
                quantity(LineCategory.OTHER, "Chi khác", "CK-03", day, 3),
                quantity(LineCategory.MANAGEMENT, "Quản lý chung", "QL-03", day, 5),
                own("VTN-04", day, 10));
    }

    /** First declared with the model the typhoon prevented among the savings; that money is returned, not saved. */
    private void savings() {
        declare(1, DECLARED, new SavingLine(LineCategory.MATERIALS, 2024, false, million(24), Vnd.ZERO));
        agenda.note(
                DECLARED.plusDays(1),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Kinh phí của mô hình không triển khai không phải là tiết kiệm")
                        .does(new ReturnSaving(
                                saving(1),
                                "20 triệu đồng của mô hình không triển khai đã nộp trả, không phải là tiết kiệm")));
        declare(2, DECLARED.plusDays(2), new SavingLine(LineCategory.MATERIALS, 2024, false, million(4), million(20)));
        agenda.note(
                DECLARED.plusDays(6),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đúng với số đã chi được chấp nhận")
                        .under(LegalBasis.Kind.MINUTES, "07/BB-SKHCN", "Sở KH&CN Hưng Yên", DECLARED.plusDays(6))
                        .does(new AcceptSaving(saving(2))));
    }

    private void declare(int number, LocalDate day, SavingLine materials) {
        List<SavingLine> lines =
                List.of(new SavingLine(LineCategory.STATIONERY, 2026, true, million(5), Vnd.ZERO), materials);
        agenda.note(
                day,
                () -> story.as(number == 1 ? Cast.HOST_ACCOUNTANT : Cast.HOST_HEAD)
                        .because("Báo cáo kinh phí tiết kiệm có chữ ký của kế toán trưởng, chủ nhiệm và thủ trưởng")
                        .under(
                                LegalBasis.Kind.OTHER,
                                "%02d/BC-TK-ĐHSPKT".formatted(number),
                                "Trường ĐHSPKT Hưng Yên",
                                day)
                        .does(new DeclareSaving(saving(number), TopicTask.ID, lines, true, true)));
    }

    private static Vnd total(List<SpendingItem> items) {
        return Vnd.sum(items.stream().map(SpendingItem::amount).toList());
    }
}
