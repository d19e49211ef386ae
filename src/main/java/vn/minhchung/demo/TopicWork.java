package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.projects.Attendance;
import vn.minhchung.projects.CoreSeat;
import vn.minhchung.projects.LifeCommand.AnnounceInspection;
import vn.minhchung.projects.LifeCommand.FilePeriodicReport;
import vn.minhchung.projects.LifeCommand.RecordInspection;
import vn.minhchung.projects.LifeCommand.RecordPublicity;
import vn.minhchung.projects.LifeCommand.ReviewPeriodicReport;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.projects.TaskProduct;

/** What is done, reported and inspected while {@link TopicStory}'s task runs: four periods, one inspection. */
final class TopicWork {
    private final Story story;
    private final Agenda agenda;

    TopicWork(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void note() {
        LocalDate posted = LocalDate.of(2024, 3, 6);
        agenda.note(
                posted,
                () -> story.as(Cast.HOST_HEAD)
                        .because("Công khai trong 30 ngày kể từ ngày được phê duyệt")
                        .does(new RecordPublicity(
                                TopicTask.ID,
                                PublicityKind.TASK_INFORMATION,
                                posted,
                                null,
                                "Bảng tin và trang thông tin điện tử của trường")));
        periods();
        inspection();
    }

    private void periods() {
        LocalDate first = LocalDate.of(2024, 8, 31);
        String work = "Điều tra 1.000 hộ, lắp 6 điểm đo, thu mẫu đất và lá";
        report(1, first, LocalDate.of(2024, 9, 4), work, "Bộ dữ liệu điều tra", 1);
        review(LocalDate.of(2024, 9, 6), "Bảng số liệu điều tra theo xã");
        report(1, first, LocalDate.of(2024, 9, 9), work + "; kèm bảng số liệu theo xã", "Bộ dữ liệu điều tra", 1);
        review(LocalDate.of(2024, 9, 10), null);
        report(
                2,
                LocalDate.of(2025, 2, 28),
                LocalDate.of(2025, 3, 4),
                "Dữ liệu cảm biến một vụ; một mô hình không triển khai do bão số 3",
                "Báo cáo chuyên đề",
                2);
        review(LocalDate.of(2025, 3, 7), null);
        report(
                3,
                LocalDate.of(2025, 8, 31),
                LocalDate.of(2025, 9, 3),
                "Mô hình học máy, sai số dự báo năng suất 12%",
                "Phần mềm dự báo, bản thử",
                1);
        review(LocalDate.of(2025, 9, 9), null);
        report(
                4,
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2026, 3, 4),
                "Trạm cảm biến vận hành, thử nghiệm tại 3 hợp tác xã",
                "Quy trình vận hành",
                1);
        review(LocalDate.of(2026, 3, 9), null);
    }

    private void report(int number, LocalDate until, LocalDate filed, String work, String product, int quantity) {
        agenda.note(
                filed,
                () -> story.as(Cast.HOST_HEAD)
                        .because("Báo cáo định kỳ 6 tháng")
                        .does(new FilePeriodicReport(
                                TopicTask.ID,
                                until,
                                "101-%d/BCĐK".formatted(number),
                                work,
                                List.of(new TaskProduct(product, "sản phẩm", quantity)))));
    }

    private void review(LocalDate day, @Nullable String missing) {
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because(missing == null ? "Báo cáo đủ nội dung" : "Báo cáo chưa đủ")
                        .does(new ReviewPeriodicReport(TopicTask.ID, missing)));
    }

    private void inspection() {
        LocalDate announced = LocalDate.of(2025, 5, 6);
        LocalDate held = LocalDate.of(2025, 5, 15);
        agenda.note(
                announced,
                () -> story.as(Cast.OFFICER)
                        .because("Theo kế hoạch kiểm tra năm 2025")
                        .under(LegalBasis.Kind.DECISION, "58/QĐ-SKHCN", "Sở KH&CN Hưng Yên", LocalDate.of(2025, 2, 27))
                        .does(new AnnounceInspection(
                                TopicTask.ID, held, true, "Tiến độ, khối lượng và sử dụng kinh phí")));
        agenda.note(
                held.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo biên bản kiểm tra")
                        .under(LegalBasis.Kind.MINUTES, "11/BB-SKHCN", "Đoàn kiểm tra", held)
                        .does(new RecordInspection(
                                TopicTask.ID,
                                held,
                                List.of(
                                        new Attendance(CoreSeat.HOST, Cast.HOST_HEAD.person()),
                                        new Attendance(CoreSeat.INVESTIGATOR, TopicTask.SUCCESSOR),
                                        new Attendance(CoreSeat.ACCOUNTANT, Cast.HOST_ACCOUNTANT.person())),
                                "Nội dung 3 đạt khối lượng 120 triệu đồng; thiết bị đo hỏng sau bão cần thay")));
    }
}
