package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;
import static vn.minhchung.demo.YearEndTask.LONGAN;
import static vn.minhchung.demo.YearEndTask.TURMERIC;
import static vn.minhchung.demo.YearEndTask.appropriation;
import static vn.minhchung.demo.YearEndTask.programme;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.ClosedYearCommand.ConfirmClosedYearCorrection;
import vn.minhchung.budgets.ClosedYearCommand.CorrectClosedYear;
import vn.minhchung.budgets.ClosedYearCommand.RejectClosedYearCorrection;
import vn.minhchung.budgets.CorrectionLine;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.SettlementClaim;
import vn.minhchung.budgets.SettlementCommand.CarryOutSettlementNotice;
import vn.minhchung.budgets.SettlementCommand.ConfirmSettlementReview;
import vn.minhchung.budgets.SettlementCommand.FileTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.FileYearlySettlement;
import vn.minhchung.budgets.SettlementCommand.RejectSettlementReview;
import vn.minhchung.budgets.SettlementCommand.ReviewTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.ReviewYearlySettlement;
import vn.minhchung.budgets.SettlementCut;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.AssetManner;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.HandedOver;
import vn.minhchung.projects.LifeCommand.CertifyCorrections;
import vn.minhchung.projects.LifeCommand.CheckAcceptanceDossier;
import vn.minhchung.projects.LifeCommand.ConfirmTaskDecision;
import vn.minhchung.projects.LifeCommand.FileAcceptanceDossier;
import vn.minhchung.projects.LifeCommand.FileCorrections;
import vn.minhchung.projects.LifeCommand.FileSelfEvaluation;
import vn.minhchung.projects.LifeCommand.HandOverAssets;
import vn.minhchung.projects.LifeCommand.LiquidateContract;
import vn.minhchung.projects.LifeCommand.RecogniseResults;
import vn.minhchung.projects.LifeCommand.RecordCertificate;
import vn.minhchung.projects.LifeCommand.RecordGrade;
import vn.minhchung.projects.LineCategory;

/**
 * After the closing (domain.md 2.8–2.10): a payment that nobody had typed is booked in the open year; the settlements of both
 * years are filed, reviewed and carried out; the task that ended is accepted, liquidated and settled. Amounts in million đồng.
 */
final class YearEndSettlement {
    private static final String REPORT = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
    private static final String FINANCE = "Sở Tài chính";

    private final Story story;
    private final Agenda agenda;

    YearEndSettlement(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void note() {
        ofProgramme();
        missedPayment();
        ofYear();
        accepted();
        ofTask();
    }

    /** Noticed before Tết: the ten working days run across it. */
    private void ofProgramme() {
        file(programme(), LocalDate.of(2026, 2, 4));
        LocalDate noticed = LocalDate.of(2026, 2, 10);
        agenda.note(
                noticed,
                () -> story.as(Cast.FINANCE)
                        .because("Duyệt, trừ khoản chi thù lao vượt định mức")
                        .under(LegalBasis.Kind.LETTER, "26/TB-STC", FINANCE, noticed)
                        .does(new ReviewYearlySettlement(
                                programme(),
                                SettlementOutcome.APPROVED,
                                List.of(cut(YearEndTask.TURMERIC, 5)),
                                "Thu hồi khoản chi vượt định mức")));
        correct(programme(), YearEndTask.TURMERIC, 5, LocalDate.of(2026, 2, 24));
        confirm(Cast.DEPUTY, programme(), LocalDate.of(2026, 2, 25));
        carryOut(
                programme(),
                LocalDate.of(2026, 2, 26),
                "Đã điều chỉnh giảm 5 triệu đồng, yêu cầu tổ chức chủ trì nộp lại");
    }

    /** What was typed in vain after the closing. */
    private void missedPayment() {
        LocalDate day = LocalDate.of(2026, 2, 26);
        agenda.note(day, this::missed);
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Cần bản sao chứng từ kho bạc")
                        .does(new RejectClosedYearCorrection(
                                appropriation(2025), "Kèm bản sao chứng từ có dấu của kho bạc")));
        agenda.note(day.plusDays(1), this::missed);
        confirm(Cast.DIRECTOR, appropriation(2025), LocalDate.of(2026, 3, 2));
        LocalDate received = LocalDate.of(2026, 3, 3);
        agenda.note(
                received,
                () -> story.as(Cast.HOST_ACCOUNTANT)
                        .because("Đã nhận tiền từ tháng 01/2026")
                        .does(new ConfirmReceipt(LONGAN.paper("TC2"), LocalDate.of(2026, 1, 6))));
    }

    private void missed() {
        LocalDate posted = LocalDate.of(2026, 1, 5);
        story.as(Cast.CHIEF_ACCOUNTANT)
                .because("Kho bạc đã chi trong thời gian chỉnh lý, chứng từ về sau ngày khoá sổ")
                .under(LegalBasis.Kind.TREASURY_VOUCHER, "KB-0105-16", "Kho bạc Nhà nước", posted)
                .does(new CorrectClosedYear(
                        appropriation(2025),
                        Entries.id(LONGAN.paper("TC2").value(), 2),
                        List.of(),
                        LONGAN.paper("TC2"),
                        "KB-0105-16",
                        posted,
                        "Giấy rút đã gửi ngày 30/12/2025, kho bạc chi ngày 05/01/2026",
                        "KB-0105-16"));
    }

    /** Recorded with a wrong number, then rightly; what is not settled is corrected before the notice is carried out. */
    private void ofYear() {
        file(appropriation(2025), LocalDate.of(2026, 3, 4));
        LocalDate noticed = LocalDate.of(2026, 3, 10);
        agenda.note(noticed, () -> review(noticed, "62/TB-STC"));
        SettlementId id = SettlementId.of(appropriation(2025));
        agenda.note(
                noticed,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đối chiếu với thông báo")
                        .does(new RejectSettlementReview(id, "Thông báo số 26, ghi nhầm 62")));
        agenda.note(noticed.plusDays(1), () -> review(noticed, "26a/TB-STC"));
        agenda.note(
                noticed.plusDays(1),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với thông báo")
                        .does(new ConfirmSettlementReview(id)));
        correct(appropriation(2025), LONGAN, 10, LocalDate.of(2026, 3, 16));
        confirm(Cast.DIRECTOR, appropriation(2025), LocalDate.of(2026, 3, 17));
        carryOut(appropriation(2025), LocalDate.of(2026, 3, 18), "Đã điều chỉnh giảm 10 triệu đồng trong năm 2026");
    }

    private void review(LocalDate signed, String number) {
        story.as(Cast.ACCOUNTANT)
                .because("Ghi theo thông báo xét duyệt quyết toán")
                .under(LegalBasis.Kind.LETTER, number, FINANCE, signed)
                .recordingFor(Cast.FINANCE.person(), Role.FINANCE, "Giám đốc Sở Tài chính", signed, number)
                .does(new ReviewYearlySettlement(
                        appropriation(2025),
                        SettlementOutcome.APPROVED,
                        List.of(cut(LONGAN, 10)),
                        "Thu hồi khoản chi thiếu chứng từ"));
    }

    private static SettlementCut cut(YearEndTask task, long millions) {
        return new SettlementCut(
                task.id(),
                LineCategory.REMUNERATION,
                DemoPapers.TOPIC_ITEM,
                million(millions),
                "Thù lao thiếu chứng từ");
    }

    private void file(AppropriationId year, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Báo cáo quyết toán năm 2025")
                        .does(new FileYearlySettlement(year, REPORT)));
    }

    private void correct(AppropriationId year, YearEndTask task, long millions, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Thực hiện thông báo xét duyệt quyết toán")
                        .does(new CorrectClosedYear(
                                year,
                                Entries.id(task.paper("TT").value(), 1),
                                List.of(new CorrectionLine(
                                        task.id(),
                                        1,
                                        LineCategory.REMUNERATION,
                                        DemoPapers.TOPIC_ITEM,
                                        million(-millions))),
                                null,
                                null,
                                null,
                                "Thù lao không được quyết toán",
                                "26/TB-STC")));
    }

    private void confirm(Cast who, AppropriationId year, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(who).because("Đã đối chiếu với chứng từ").does(new ConfirmClosedYearCorrection(year)));
    }

    private void carryOut(AppropriationId year, LocalDate day, String report) {
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Báo cáo kết quả thực hiện thông báo")
                        .does(new CarryOutSettlementNotice(SettlementId.of(year), report, null, null)));
    }

    /** The third task ended in February: accepted, registered, recognised, handed over, liquidated. */
    private void accepted() {
        host(LocalDate.of(2026, 3, 2), new FileSelfEvaluation(TURMERIC.id(), Grade.PASSED, "09/BC-ĐHSPKT"));
        host(
                LocalDate.of(2026, 3, 5),
                new FileAcceptanceDossier(
                        TURMERIC.id(), List.of("Báo cáo tổng hợp", "Báo cáo tóm tắt", "Báo cáo sử dụng kinh phí")));
        agenda.note(
                LocalDate.of(2026, 3, 9),
                () -> story.as(Cast.OFFICER)
                        .because("Hồ sơ đủ thành phần")
                        .does(new CheckAcceptanceDossier(TURMERIC.id(), null)));
        LocalDate graded = LocalDate.of(2026, 3, 23);
        agenda.note(
                graded.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo biên bản hội đồng nghiệm thu")
                        .under(LegalBasis.Kind.MINUTES, "11/BB-HĐNT", "Hội đồng nghiệm thu", graded)
                        .recordingFor(Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở", graded, "11/BB-HĐNT")
                        .does(new RecordGrade(
                                TURMERIC.id(),
                                Grade.PASSED,
                                graded,
                                Cast.INVESTIGATOR2.person(),
                                "Bổ sung định mức nguyên liệu",
                                null)));
        agenda.note(
                graded.plusDays(2),
                () -> story.as(Cast.REGISTRAR)
                        .because("Đã đối chiếu với biên bản")
                        .does(new ConfirmTaskDecision(TURMERIC.id())));
        host(
                LocalDate.of(2026, 4, 6),
                new FileCorrections(TURMERIC.id(), "12/GT-ĐHSPKT", "Đã bổ sung định mức nguyên liệu"));
        LocalDate certified = LocalDate.of(2026, 4, 13);
        agenda.note(
                certified,
                () -> story.as(Cast.OFFICER)
                        .because("Chủ tịch hội đồng đã xác nhận")
                        .under(LegalBasis.Kind.LETTER, "11/XN-HĐNT", "Hội đồng nghiệm thu", certified)
                        .does(new CertifyCorrections(
                                TURMERIC.id(), Cast.INVESTIGATOR2.person(), certified, "11/XN-HĐNT")));
        LocalDate registered = LocalDate.of(2026, 4, 28);
        agenda.note(
                registered,
                () -> story.as(Cast.REGISTRAR)
                        .because("Cấp giấy chứng nhận đăng ký kết quả")
                        .does(new RecordCertificate(TURMERIC.id(), "2026-33-0021/KQNC", registered)));
        LocalDate recognised = LocalDate.of(2026, 5, 6);
        agenda.note(
                recognised,
                () -> story.as(Cast.COMMITTEE)
                        .because("Công nhận kết quả thực hiện nhiệm vụ")
                        .under(LegalBasis.Kind.LETTER, "88/TTr-SKHCN", "Sở KH&CN Hưng Yên", recognised)
                        .does(new RecogniseResults(TURMERIC.id())));
        liquidated();
    }

    private void liquidated() {
        LocalDate handed = LocalDate.of(2026, 5, 11);
        agenda.note(
                handed,
                () -> story.as(Cast.DIRECTOR)
                        .because("Bàn giao sản phẩm, quyền đối với kết quả")
                        .under(LegalBasis.Kind.MINUTES, "17/BB-SKHCN", "Sở KH&CN Hưng Yên", handed)
                        .does(new HandOverAssets(
                                TURMERIC.id(),
                                handed,
                                List.of(new HandedOver(
                                        "Quy trình sơ chế nghệ vàng",
                                        1,
                                        AssetManner.USED_BY_HOST,
                                        Organisation.HOST.id())),
                                "Trường quản lý, sử dụng")));
        LocalDate ended = LocalDate.of(2026, 5, 18);
        agenda.note(
                ended,
                () -> story.as(Cast.DIRECTOR)
                        .because("Hai bên đã hoàn thành nghĩa vụ hợp đồng")
                        .under(LegalBasis.Kind.MINUTES, "19/BB-SKHCN", "Sở KH&CN Hưng Yên", ended)
                        .does(new LiquidateContract(TURMERIC.id(), "73/TLHĐ-SKHCN", ended, Cast.HOST_HEAD.person())));
    }

    /** Returned once; on paper; what the year's notice did not settle is paid back by the host. */
    private void ofTask() {
        FileTaskSettlement report = new FileTaskSettlement(
                TURMERIC.id(),
                List.of(
                        new SettlementClaim(LineCategory.REMUNERATION, million(42)),
                        new SettlementClaim(LineCategory.MATERIALS, million(28))),
                REPORT);
        host(LocalDate.of(2026, 5, 20), report);
        LocalDate returned = LocalDate.of(2026, 5, 25);
        agenda.note(
                returned,
                () -> story.as(Cast.DIRECTOR)
                        .because("Hồ sơ quyết toán chưa đủ")
                        .does(new ReviewTaskSettlement(
                                TURMERIC.id(),
                                SettlementOutcome.RETURNED,
                                List.of(),
                                "Thiếu bảng kê thù lao có ký nhận")));
        host(LocalDate.of(2026, 5, 28), report);
        LocalDate noticed = LocalDate.of(2026, 6, 3);
        agenda.note(
                noticed,
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo thông báo xét duyệt quyết toán nhiệm vụ")
                        .under(LegalBasis.Kind.LETTER, "41/TB-SKHCN", "Sở KH&CN Hưng Yên", noticed)
                        .recordingFor(Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở", noticed, "41/TB-SKHCN")
                        .does(new ReviewTaskSettlement(
                                TURMERIC.id(),
                                SettlementOutcome.APPROVED,
                                List.of(new SettlementCut(
                                        null, LineCategory.REMUNERATION, null, million(5), "Thù lao vượt định mức")),
                                "Nộp lại ngân sách phần không được quyết toán")));
        SettlementId id = SettlementId.of(TURMERIC.id());
        agenda.note(
                noticed.plusDays(1),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với thông báo")
                        .does(new ConfirmSettlementReview(id)));
        LocalDate paid = LocalDate.of(2026, 6, 15);
        agenda.note(
                paid,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Trường đã nộp ngân sách")
                        .under(LegalBasis.Kind.TREASURY_VOUCHER, "C1-0615", "Kho bạc Nhà nước", paid)
                        .does(new CarryOutSettlementNotice(
                                id, "Tổ chức chủ trì đã nộp 5 triệu đồng vào ngân sách", "C1-0615", paid)));
    }

    private void host(LocalDate day, Command command) {
        agenda.note(day, () -> story.as(Cast.HOST_HEAD).because("Theo hợp đồng").does(command));
    }
}
