package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeCommand.CheckAcceptanceDossier;
import vn.minhchung.projects.LifeCommand.FileAcceptanceDossier;
import vn.minhchung.projects.LifeCommand.FilePeriodicReport;
import vn.minhchung.projects.LifeCommand.FileSelfEvaluation;
import vn.minhchung.projects.LifeCommand.RecordPublicity;
import vn.minhchung.projects.LifeCommand.ReviewPeriodicReport;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.projects.TaskProduct;

/** What the hosts of the first tasks report and make public, and the dossiers of the tasks that come to their end. */
final class DemoLife {
    /** The tasks of the two hosts with accounts whose first report falls into the story. */
    private static final int LAST = 2;

    private final Story story;
    private final Agenda agenda;

    DemoLife(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void note(DemoTask task) {
        if (task.host() == Organisation.HOST || task.host() == Organisation.HOST2) dossier(task);
        if (task.number() > LAST) return;
        posted(task.id(), task.head(), task.start().plusDays(6));
        LocalDate until = task.start().plusMonths(6).minusDays(1);
        agenda.note(
                until.plusDays(1),
                () -> story.as(task.head())
                        .because("Báo cáo định kỳ 6 tháng")
                        .does(new FilePeriodicReport(
                                task.id(),
                                until,
                                "%02d/BCĐK-1".formatted(task.number()),
                                "Hoàn thành khảo sát và nội dung 1",
                                List.of(new TaskProduct("Báo cáo chuyên đề", "báo cáo", 2)))));
        agenda.note(
                until.plusDays(8),
                () -> story.as(Cast.OFFICER)
                        .because("Báo cáo đủ nội dung")
                        .does(new ReviewPeriodicReport(task.id(), null)));
    }

    /** What the task is, on the host's notice board and site. */
    void posted(ProjectId task, Cast head, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(head)
                        .because("Công khai theo quy định về khoán chi")
                        .does(new RecordPublicity(
                                task,
                                PublicityKind.TASK_INFORMATION,
                                day,
                                null,
                                "Bảng tin và trang thông tin điện tử của đơn vị")));
    }

    /** What was promised is done: the dossier goes in soon after the last day, and is complete. */
    private void dossier(DemoTask task) {
        LocalDate filed = task.end().plusDays(10);
        agenda.note(
                filed,
                () -> story.as(task.head())
                        .because("Đã thực hiện đủ nội dung theo hợp đồng")
                        .does(new FileSelfEvaluation(task.id(), Grade.PASSED, "%02d/BC-TĐG".formatted(task.number()))));
        agenda.note(
                filed,
                () -> story.as(task.head())
                        .because("Nộp hồ sơ đánh giá, nghiệm thu")
                        .does(new FileAcceptanceDossier(
                                task.id(), List.of("Báo cáo tổng hợp", "Báo cáo tóm tắt", "Báo cáo tự đánh giá"))));
        agenda.note(
                filed.plusDays(5),
                () -> story.as(Cast.OFFICER)
                        .because("Hồ sơ hợp lệ, chờ họp hội đồng")
                        .does(new CheckAcceptanceDossier(task.id(), null)));
    }
}
