package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.ProjectCommand.ConfirmApproval;
import vn.minhchung.projects.ProjectCommand.ConfirmContract;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;

/**
 * A đề tài of 24 months with partial khoán, from its approval in February 2024 to its settlement in June 2026: an advance that
 * the treasury returned, two adjustments, another investigator, and a last payment that waited for the grade.
 */
final class TopicStory {
    private final Story story;
    private final Agenda agenda;

    TopicStory(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void note() {
        people();
        approved();
        new TopicEstimate(story, agenda).note();
        contracted();
        new TopicFunds(story, agenda).note();
        new TopicWork(story, agenda).note();
        new TopicChanges(story, agenda).note();
        new TopicSpending(story, agenda).note();
        new TopicMoney(story, agenda).note();
        new TopicLaterMoney(story, agenda).note();
        new TopicEnd(story, agenda).note();
        new TopicSettlement(story, agenda).note();
    }

    private void people() {
        LocalDate approved = TopicTask.APPROVED.minusDays(1);
        person(approved, TopicTask.INVESTIGATOR, "Đoàn Quang Khởi Xướng", "TS.");
        person(approved, TopicTask.SECRETARY, "Mạc Thị Biên Chép", "ThS.");
        person(approved, TopicTask.MAIN_MEMBER, "Kiều Anh Chính Danh", "TS.");
        person(approved, TopicTask.MEMBER, "Phùng Văn Hậu", "ThS.");
        person(approved, TopicTask.TECHNICIAN, "Cù Đức Kỹ Thuật", "KS.");
        person(LocalDate.of(2025, 2, 7), TopicTask.CANDIDATE, "Hà Văn Dự Khuyết", "ThS.");
        person(LocalDate.of(2025, 2, 14), TopicTask.SUCCESSOR, "Lưu Thị Kế Tục", "TS.");
        person(LocalDate.of(2026, 5, 5), TopicTask.CHAIR, "Trịnh Công Nghiệm Thu", "PGS.TS.");
    }

    private void person(LocalDate day, PersonId person, String name, String titles) {
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Theo lý lịch khoa học trong hồ sơ")
                        .does(new RegisterPerson(person, story.seal(person, name), titles, null, null, null)));
    }

    private void approved() {
        List<EstimateItem> items = TopicEstimate.approved();
        RegisterApprovedTask approval = new RegisterApprovedTask(
                TopicTask.ID,
                TopicTask.CODE,
                Organisation.DEPARTMENT.id(),
                TopicTask.TITLE,
                TaskKind.DE_TAI,
                TaskLevel.TINH,
                TopicTask.HOST,
                TopicTask.INVESTIGATOR,
                TopicTask.members(),
                TopicEstimate.shares(items),
                million(990),
                million(900),
                KhoanMode.TUNG_PHAN,
                TopicTask.MONTHS,
                TopicTask.START,
                TopicTask.END,
                List.of(
                        new Trigger(TriggerKind.ORDER_LIST_APPROVED, LocalDate.of(2023, 10, 16), "2077/QĐ-UBND"),
                        new Trigger(TriggerKind.CALL_PUBLISHED, LocalDate.of(2023, 11, 6), "89/TB-SKHCN")));
        LocalDate day = TopicTask.APPROVED;
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo quyết định phê duyệt của UBND tỉnh")
                        .under(LegalBasis.Kind.DECISION, "372/QĐ-UBND", "UBND tỉnh Hưng Yên", day)
                        .recordingFor(Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", day, "372/QĐ-UBND")
                        .does(approval));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.REGISTRAR)
                        .because("Đã đối chiếu với bản chụp quyết định")
                        .does(new ConfirmApproval(TopicTask.ID)));
        agenda.note(
                day.plusDays(13),
                () -> story.as(Cast.OFFICER)
                        .because("Công khai kết quả phê duyệt")
                        .does(new PublishTask(TopicTask.ID)));
    }

    private void contracted() {
        LocalDate day = TopicTask.START;
        String number = "101/2024/HĐ-SKHCN";
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo hợp đồng đã ký")
                        .under(LegalBasis.Kind.CONTRACT, number, "Sở KH&CN Hưng Yên", day)
                        .recordingFor(Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở", day, number)
                        .does(new SignContract(
                                TopicTask.ID,
                                number,
                                day,
                                million(900),
                                Organisation.DEPARTMENT.id(),
                                Cast.HOST_HEAD.person(),
                                TopicTask.tranches(200))));
        agenda.note(
                day.plusDays(3),
                () -> story.as(Cast.REGISTRAR)
                        .because("Đã đối chiếu với bản gốc hợp đồng")
                        .does(new ConfirmContract(TopicTask.ID)));
    }
}
