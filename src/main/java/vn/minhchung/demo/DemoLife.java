package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.projects.LifeCommand.FilePeriodicReport;
import vn.minhchung.projects.LifeCommand.RecordPublicity;
import vn.minhchung.projects.LifeCommand.ReviewPeriodicReport;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.projects.TaskProduct;

/** What the hosts of the first tasks report and make public. */
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
        if (task.number() > LAST) return;
        Cast head = task.host() == Organisation.HOST2 ? Cast.HOST2_HEAD : Cast.HOST_HEAD;
        LocalDate posted = task.start().plusDays(6);
        agenda.note(
                posted,
                () -> story.as(head)
                        .because("Công khai theo quy định về khoán chi")
                        .does(new RecordPublicity(
                                task.id(),
                                PublicityKind.TASK_INFORMATION,
                                posted,
                                null,
                                "Bảng tin và trang thông tin điện tử của đơn vị")));
        LocalDate until = task.start().plusMonths(6).minusDays(1);
        agenda.note(
                until.plusDays(1),
                () -> story.as(head)
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
}
