package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Role;
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
import vn.minhchung.projects.LifeCommand.RecordPublicity;
import vn.minhchung.projects.PublicityKind;

/** How {@link TopicStory}'s task ends: assessed, corrected, registered, recognised, handed over, liquidated. */
final class TopicEnd {
    private static final String DEPARTMENT = "Sở KH&CN Hưng Yên";

    private final Story story;
    private final Agenda agenda;

    TopicEnd(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void note() {
        dossier();
        graded();
        registered();
        liquidated();
    }

    private void dossier() {
        agenda.note(
                LocalDate.of(2026, 4, 13),
                () -> story.as(Cast.HOST_HEAD)
                        .because("Hội đồng tự đánh giá của trường đã họp")
                        .does(new FileSelfEvaluation(TopicTask.ID, Grade.PASSED, "05/BC-TĐG")));
        List<String> papers =
                List.of("Báo cáo tổng hợp", "Báo cáo tóm tắt", "Phần mềm dự báo", "Sổ nhật ký", "Báo cáo tự đánh giá");
        filed(LocalDate.of(2026, 4, 20), papers);
        checked(LocalDate.of(2026, 4, 22), "Báo cáo sử dụng kinh phí");
        filed(
                LocalDate.of(2026, 4, 24),
                List.of(
                        "Báo cáo tổng hợp",
                        "Báo cáo tóm tắt",
                        "Phần mềm dự báo",
                        "Sổ nhật ký",
                        "Báo cáo tự đánh giá",
                        "Báo cáo sử dụng kinh phí"));
        checked(LocalDate.of(2026, 4, 28), null);
    }

    private void filed(LocalDate day, List<String> papers) {
        agenda.note(
                day,
                () -> story.as(Cast.HOST_HEAD)
                        .because("Nộp hồ sơ đánh giá, nghiệm thu")
                        .does(new FileAcceptanceDossier(TopicTask.ID, papers)));
    }

    private void checked(LocalDate day, @Nullable String missing) {
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because(missing == null ? "Hồ sơ hợp lệ" : "Hồ sơ chưa đủ")
                        .does(new CheckAcceptanceDossier(TopicTask.ID, missing)));
    }

    private void graded() {
        LocalDate session = LocalDate.of(2026, 5, 13);
        agenda.note(
                session.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo biên bản của hội đồng nghiệm thu")
                        .under(LegalBasis.Kind.MINUTES, "03/BB-HĐNT", "Hội đồng nghiệm thu", session)
                        .recordingFor(Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở", session, "03/BB-HĐNT")
                        .does(new RecordGrade(
                                TopicTask.ID,
                                Grade.PASSED,
                                session,
                                TopicTask.CHAIR,
                                "Bổ sung phân tích sai số dự báo ở chương 4",
                                "Đủ sản phẩm theo hợp đồng, trừ một mô hình thiệt hại do bão")));
        confirmed(session.plusDays(2), "Đã đối chiếu với biên bản hội đồng");
    }

    private void registered() {
        LocalDate corrected = LocalDate.of(2026, 5, 21);
        agenda.note(
                corrected,
                () -> story.as(Cast.HOST_HEAD)
                        .because("Đã hoàn thiện theo kết luận của hội đồng")
                        .does(new FileCorrections(
                                TopicTask.ID, "12/GT-ĐHSPKT", "Đã bổ sung phân tích sai số dự báo ở chương 4")));
        LocalDate certified = LocalDate.of(2026, 5, 22);
        agenda.note(
                certified.plusDays(3),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo xác nhận của chủ tịch hội đồng")
                        .under(LegalBasis.Kind.LETTER, "01/XN-HĐNT", "Chủ tịch hội đồng nghiệm thu", certified)
                        .does(new CertifyCorrections(TopicTask.ID, TopicTask.CHAIR, certified, "01/XN-HĐNT")));
        LocalDate issued = LocalDate.of(2026, 5, 29);
        agenda.note(
                issued,
                () -> story.as(Cast.REGISTRAR)
                        .because("Ghi theo giấy chứng nhận đăng ký kết quả")
                        .under(LegalBasis.Kind.OTHER, "2026-33-0011/KQNC", "Trung tâm Thông tin KH&CN", issued)
                        .does(new RecordCertificate(TopicTask.ID, "2026-33-0011/KQNC", issued)));
        LocalDate recognised = LocalDate.of(2026, 6, 3);
        agenda.note(
                recognised.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo quyết định công nhận kết quả")
                        .under(LegalBasis.Kind.DECISION, "1102/QĐ-UBND", "UBND tỉnh Hưng Yên", recognised)
                        .recordingFor(
                                Cast.COMMITTEE.person(),
                                Role.COMMITTEE,
                                "Chủ tịch UBND tỉnh",
                                recognised,
                                "1102/QĐ-UBND")
                        .does(new RecogniseResults(TopicTask.ID)));
        confirmed(recognised.plusDays(2), "Đã đối chiếu với bản chụp quyết định");
    }

    private void liquidated() {
        LocalDate handed = LocalDate.of(2026, 6, 9);
        agenda.note(
                handed.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo biên bản bàn giao")
                        .under(LegalBasis.Kind.MINUTES, "09/BB-BGTS", DEPARTMENT, handed)
                        .recordingFor(Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở", handed, "09/BB-BGTS")
                        .does(new HandOverAssets(
                                TopicTask.ID,
                                handed,
                                List.of(
                                        new HandedOver(
                                                "Trạm cảm biến, máy quang phổ cầm tay (thẻ TS-2025-101)",
                                                1,
                                                AssetManner.USED_BY_HOST,
                                                TopicTask.HOST),
                                        new HandedOver(
                                                "Phần mềm dự báo năng suất",
                                                1,
                                                AssetManner.TRANSFERRED,
                                                Organisation.DEPARTMENT.id())),
                                "Trường được quyền sử dụng, đăng ký bảo hộ; Sở khai thác phục vụ quản lý")));
        confirmed(handed.plusDays(2), "Đã đối chiếu với biên bản bàn giao");
        LocalDate signed = LocalDate.of(2026, 6, 12);
        agenda.note(
                LocalDate.of(2026, 6, 15),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo biên bản thanh lý hợp đồng")
                        .under(LegalBasis.Kind.MINUTES, "101/2024/TLHĐ-SKHCN", DEPARTMENT, signed)
                        .recordingFor(
                                Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở", signed, "101/2024/TLHĐ-SKHCN")
                        .does(new LiquidateContract(
                                TopicTask.ID, "101/2024/TLHĐ-SKHCN", signed, Cast.HOST_HEAD.person())));
        confirmed(LocalDate.of(2026, 6, 16), "Đã đối chiếu với biên bản thanh lý");
        publicised(LocalDate.of(2026, 6, 17), PublicityKind.RESULTS, "Công khai kết quả đã nghiệm thu trong 90 ngày");
        publicised(LocalDate.of(2026, 6, 29), PublicityKind.SETTLEMENT, "Công khai quyết toán trong 90 ngày");
    }

    private void publicised(LocalDate day, PublicityKind kind, String why) {
        agenda.note(
                day,
                () -> story.as(Cast.HOST_HEAD)
                        .because(why)
                        .does(new RecordPublicity(
                                TopicTask.ID, kind, day, day.plusDays(90), "Trang thông tin điện tử của trường")));
    }

    private void confirmed(LocalDate day, String why) {
        agenda.note(day, () -> story.as(Cast.REGISTRAR).because(why).does(new ConfirmTaskDecision(TopicTask.ID)));
    }
}
