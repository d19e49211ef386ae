package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.SettlementClaim;
import vn.minhchung.budgets.SettlementCommand.CarryOutSettlementNotice;
import vn.minhchung.budgets.SettlementCommand.ConfirmSettlementReview;
import vn.minhchung.budgets.SettlementCommand.FileTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.FileYearlySettlement;
import vn.minhchung.budgets.SettlementCommand.ReviewTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.ReviewYearlySettlement;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.projects.LineCategory;

/**
 * How the money of {@link TopicStory}'s task is settled: each year with 460 and 380 million by the budget's code, and once, after
 * liquidation, the task with the 937 the treasury paid.
 */
final class TopicSettlement {
    private static final String DEPARTMENT = "Sở KH&CN Hưng Yên";
    private static final String HOST = "Trường ĐHSPKT Hưng Yên";

    private final Story story;
    private final Agenda agenda;

    TopicSettlement(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void note() {
        closed(2024, LocalDate.of(2025, 2, 12));
        settled(2024, LocalDate.of(2025, 2, 18));
        closed(2025, LocalDate.of(2026, 2, 5));
        settled(2025, LocalDate.of(2026, 2, 24));
        task();
    }

    /** Nothing is outstanding: the chief accountant strikes the balance, the account holder confirms it. */
    private void closed(int year, LocalDate struck) {
        String table = "Mẫu %s/%d".formatted(year == 2024 ? "20f" : "31", year);
        agenda.note(
                struck,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu số dư với kho bạc")
                        .under(LegalBasis.Kind.MINUTES, table, Organisation.TREASURY.fullName(), struck)
                        .does(new CloseYear(TopicTask.appropriation(year), Sha256.hex(table))));
        agenda.note(
                struck.plusDays(1),
                () -> story.as(Cast.DIRECTOR)
                        .because("Số dư khớp, đồng ý khoá sổ")
                        .does(new ConfirmYearClosing(TopicTask.appropriation(year))));
    }

    /** Filed by the unit, reviewed by the finance department, carried out. */
    private void settled(int year, LocalDate filed) {
        String report = "Báo cáo quyết toán năm %d, chương trình nông nghiệp thông minh".formatted(year);
        agenda.note(
                filed,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Nộp " + report)
                        .under(LegalBasis.Kind.LETTER, "%d/BCQT-SKHCN".formatted(year % 100), DEPARTMENT, filed)
                        .does(new FileYearlySettlement(TopicTask.appropriation(year), Sha256.hex(report))));
        LocalDate reviewed = filed.plusDays(14);
        agenda.note(
                reviewed,
                () -> story.as(Cast.FINANCE)
                        .because("Số quyết toán khớp số liệu kho bạc")
                        .under(
                                LegalBasis.Kind.LETTER,
                                "%d/TB-STC".formatted(100 + year % 100),
                                "Sở Tài chính",
                                reviewed)
                        .does(new ReviewYearlySettlement(
                                TopicTask.appropriation(year), SettlementOutcome.APPROVED, List.of(), null)));
        LocalDate carriedOut = reviewed.plusDays(7);
        agenda.note(
                carriedOut,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Không có khoản phải xử lý")
                        .under(LegalBasis.Kind.LETTER, "%d/BC-SKHCN".formatted(60 + year % 100), DEPARTMENT, carriedOut)
                        .does(new CarryOutSettlementNotice(
                                SettlementId.of(TopicTask.appropriation(year)),
                                "Đã lưu thông báo, không có khoản phải nộp, phải huỷ",
                                null,
                                null)));
    }

    /** Returned once; the notice settles the 928 million spent and the 9 saved. */
    private void task() {
        file(LocalDate.of(2026, 6, 17), "61/BC-ĐHSPKT");
        LocalDate returned = LocalDate.of(2026, 6, 19);
        agenda.note(
                returned,
                () -> story.as(Cast.DIRECTOR)
                        .because("Thiếu báo cáo tiết kiệm có xác nhận của Sở")
                        .under(LegalBasis.Kind.LETTER, "402/SKHCN-KHTC", DEPARTMENT, returned)
                        .does(review(SettlementOutcome.RETURNED, "Gửi kèm báo cáo tiết kiệm đã được chấp nhận")));
        file(LocalDate.of(2026, 6, 22), "63/BC-ĐHSPKT");
        LocalDate noticed = LocalDate.of(2026, 6, 25);
        String notice = "44/TB-SKHCN";
        agenda.note(
                noticed,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Ghi theo thông báo xét duyệt quyết toán đã ký")
                        .under(LegalBasis.Kind.LETTER, notice, DEPARTMENT, noticed)
                        .recordingFor(Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở", noticed, notice)
                        .does(review(SettlementOutcome.APPROVED, null)));
        agenda.note(
                noticed.plusDays(1),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với thông báo")
                        .does(new ConfirmSettlementReview(SettlementId.of(TopicTask.ID))));
    }

    private static ReviewTaskSettlement review(SettlementOutcome outcome, @Nullable String findings) {
        return new ReviewTaskSettlement(TopicTask.ID, outcome, List.of(), findings);
    }

    private void file(LocalDate day, String report) {
        agenda.note(
                day,
                () -> story.as(Cast.HOST_HEAD)
                        .because("Quyết toán đề tài sau thanh lý hợp đồng")
                        .under(LegalBasis.Kind.LETTER, report, HOST, day)
                        .does(new FileTaskSettlement(
                                TopicTask.ID,
                                List.of(
                                        claim(LineCategory.REMUNERATION, 480),
                                        claim(LineCategory.DOMESTIC_EXPERTS, 40),
                                        claim(LineCategory.MATERIALS, 100),
                                        claim(LineCategory.EQUIPMENT, 110),
                                        claim(LineCategory.SEMINARS_TRAVEL, 62),
                                        claim(LineCategory.SURVEYS, 50),
                                        claim(LineCategory.STATIONERY, 25),
                                        claim(LineCategory.MANAGEMENT, 45),
                                        claim(LineCategory.OTHER, 25)),
                                Sha256.hex(report))));
    }

    private static SettlementClaim claim(LineCategory line, int millions) {
        return new SettlementClaim(line, million(millions));
    }
}
