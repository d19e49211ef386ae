package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;
import static vn.minhchung.demo.YearEndTask.CATTLE;
import static vn.minhchung.demo.YearEndTask.LONGAN;
import static vn.minhchung.demo.YearEndTask.TURMERIC;
import static vn.minhchung.demo.YearEndTask.appropriation;
import static vn.minhchung.demo.YearEndTask.programme;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.RejectAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.ReleaseHold;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Role;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.ProjectCommand.ConfirmApproval;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;

/**
 * A year end with late postings: the year 2025 of an appropriation with two tasks, and of a programme with a third. What
 * happens up to the last days of December; {@link YearEndClosing} tells how the year is closed, {@link YearEndSettlement}
 * what comes after. Amounts in million đồng.
 */
final class YearEndStory {
    private static final String PROVINCE = "UBND tỉnh Hưng Yên";

    private final Story story;
    private final Agenda agenda;
    private final YearEndPapers papers;

    YearEndStory(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.papers = new YearEndPapers(story, agenda);
    }

    void note() {
        money();
        for (YearEndTask task : YearEndTask.values()) approved(task);
        allocated();
        papers.advanced(LONGAN, 300);
        papers.advanced(CATTLE, 200);
        papers.advanced(TURMERIC, 100);
        changes();
        autumn();
        december();
        new YearEndClosing(story, agenda, papers).note();
        new YearEndSettlement(story, agenda).note();
    }

    private void money() {
        LocalDate day = LocalDate.of(2025, 2, 6);
        assigned(appropriation(2025), "00000", 2025, 40, 1_000, day, "109/QĐ-UBND");
        assigned(programme(), "01250", 2025, 0, 150, day, "110/QĐ-UBND");
        assigned(appropriation(2026), "00000", 2026, 0, 60, LocalDate.of(2026, 1, 5), "02/QĐ-UBND");
    }

    private void assigned(
            AppropriationId id, String programme, int year, long carriedIn, long amount, LocalDate day, String number) {
        agenda.note(
                day,
                () -> story.as(Cast.COMMITTEE)
                        .because("Giao dự toán chi sự nghiệp KH&CN năm " + year)
                        .under(LegalBasis.Kind.DECISION, number, PROVINCE, day)
                        .does(new AssignAppropriation(
                                id,
                                Organisation.DEPARTMENT.id(),
                                "417",
                                "103",
                                "12",
                                programme,
                                year,
                                million(carriedIn),
                                million(amount))));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.FINANCE)
                        .because("Đã nhập dự toán vào TABMIS")
                        .under(LegalBasis.Kind.LETTER, "61/STC-NS", "Sở Tài chính", day)
                        .does(new EnterInTabmis(id, day.plusDays(1))));
    }

    private void approved(YearEndTask task) {
        LocalDate day = LocalDate.of(2025, 2, 10);
        String number = "%d/QĐ-UBND".formatted(300 + task.number());
        agenda.note(day, () -> {
            story.as(Cast.OFFICER)
                    .because("Theo hồ sơ nhiệm vụ")
                    .does(new RegisterPerson(
                            task.investigator(),
                            story.seal(task.investigator(), task.investigatorName()),
                            "TS.",
                            null,
                            null,
                            null));
            story.as(Cast.OFFICER)
                    .because("Theo hồ sơ nhiệm vụ")
                    .does(new RegisterPerson(
                            task.secretary(),
                            story.seal(task.secretary(), InventedNames.of(task.number())),
                            "ThS.",
                            null,
                            null,
                            null));
            story.as(Cast.OFFICER)
                    .because("Ghi theo quyết định phê duyệt của UBND tỉnh")
                    .under(LegalBasis.Kind.DECISION, number, PROVINCE, day)
                    .recordingFor(Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", day, number)
                    .does(approval(task, day));
        });
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.REGISTRAR)
                        .because("Đã đối chiếu với bản chụp quyết định")
                        .does(new ConfirmApproval(task.id())));
        LocalDate signed = LocalDate.of(2025, 3, 3);
        agenda.note(
                signed,
                () -> story.as(Cast.DIRECTOR)
                        .because("Ký hợp đồng thực hiện nhiệm vụ")
                        .under(LegalBasis.Kind.DECISION, number, PROVINCE, day)
                        .does(new SignContract(
                                task.id(),
                                "%d/2025/HĐ-SKHCN".formatted(task.number()),
                                signed,
                                task.state(),
                                Organisation.DEPARTMENT.id(),
                                Cast.HOST_HEAD.person(),
                                task.tranches())));
    }

    private static RegisterApprovedTask approval(YearEndTask task, LocalDate day) {
        return new RegisterApprovedTask(
                task.id(),
                task.code(),
                Organisation.DEPARTMENT.id(),
                task.title(),
                TaskKind.DE_TAI,
                TaskLevel.TINH,
                Organisation.HOST.id(),
                task.investigator(),
                List.of(new TaskMember(task.secretary(), TaskMember.Role.SECRETARY)),
                task.budget(),
                task.state(),
                task.state(),
                KhoanMode.TUNG_PHAN,
                task.months(),
                task.start(),
                task.end(),
                List.of(
                        new Trigger(TriggerKind.ORDER_LIST_APPROVED, day.minusMonths(3), "1558/QĐ-UBND"),
                        new Trigger(TriggerKind.CALL_PUBLISHED, day.minusMonths(2), "131/TB-SKHCN")));
    }

    private void allocated() {
        LocalDate day = LocalDate.of(2025, 3, 10);
        allocated(LONGAN.appropriation(), LONGAN, 500, day);
        allocated(CATTLE.appropriation(), CATTLE, 250, day);
        allocated(TURMERIC.appropriation(), TURMERIC, 100, day);
    }

    private void allocated(AppropriationId from, YearEndTask task, long millions, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Phân bổ dự toán cho nhiệm vụ")
                        .under(LegalBasis.Kind.DECISION, "%d/QĐ-SKHCN".formatted(100 + task.number()), "Sở KH&CN", day)
                        .does(new AllocateToTask(from, task.id(), million(millions))));
    }

    /** More in July; a cut that is typed with one nought too many; a part held back until January. */
    private void changes() {
        LocalDate more = LocalDate.of(2025, 7, 14);
        agenda.note(
                more,
                () -> story.as(Cast.COMMITTEE)
                        .because("Bổ sung kinh phí sự nghiệp KH&CN")
                        .under(LegalBasis.Kind.DECISION, "1511/QĐ-UBND", PROVINCE, more)
                        .does(new SupplementAppropriation(appropriation(2025), million(100))));
        LocalDate cut = LocalDate.of(2025, 9, 9);
        agenda.note(cut, () -> cut(500, cut));
        agenda.note(
                cut,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đối chiếu với bản chụp quyết định")
                        .does(new RejectAppropriationChange(
                                appropriation(2025), 1, "Quyết định cắt 50 triệu đồng, ghi thừa một số không")));
        agenda.note(cut.plusDays(1), () -> cut(50, cut));
        agenda.note(
                cut.plusDays(2),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với bản chụp quyết định")
                        .does(new ConfirmAppropriationChange(appropriation(2025), 2)));
        LocalDate held = LocalDate.of(2025, 11, 17);
        agenda.note(
                held,
                () -> story.as(Cast.FINANCE)
                        .because("Tạm giữ chờ phương án tiết kiệm chi cuối năm")
                        .under(LegalBasis.Kind.LETTER, "1840/STC-NS", "Sở Tài chính", held)
                        .does(new HoldAppropriation(appropriation(2025), million(40))));
        LocalDate released = LocalDate.of(2026, 1, 12);
        agenda.note(
                released,
                () -> story.as(Cast.FINANCE)
                        .because("Đã có phương án tiết kiệm chi")
                        .under(LegalBasis.Kind.LETTER, "44/STC-NS", "Sở Tài chính", released)
                        .does(new ReleaseHold(appropriation(2025), million(40))));
    }

    private void cut(long millions, LocalDate decided) {
        story.as(Cast.ACCOUNTANT)
                .because("Cắt giảm theo nghị quyết tiết kiệm chi")
                .under(LegalBasis.Kind.DECISION, "1877/QĐ-UBND", PROVINCE, decided)
                .recordingFor(Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", decided, "1877/QĐ-UBND")
                .does(new CutAppropriation(appropriation(2025), million(millions)));
    }

    /** Of every advance a part is cleared in October. */
    private void autumn() {
        LocalDate measured = LocalDate.of(2025, 10, 6);
        LocalDate cleared = LocalDate.of(2025, 10, 13);
        papers.measured(LONGAN, 1, 1, 180, measured);
        papers.measured(CATTLE, 1, 1, 120, measured);
        papers.measured(TURMERIC, 1, 1, 70, measured);
        papers.clearing(LONGAN, "TT", 1, 180, cleared);
        papers.clearing(CATTLE, "TT", 1, 120, cleared);
        papers.clearing(TURMERIC, "TT", 1, 70, cleared);
        for (YearEndTask task : YearEndTask.values())
            papers.booked(
                    task.paper("TT"),
                    LocalDate.of(2025, 10, 17),
                    LocalDate.of(2025, 10, 20),
                    "KB-1017-" + task.number());
    }

    /** Two payments reach the treasury on the last day it takes documents. */
    private void december() {
        papers.measured(LONGAN, 2, 2, 200, LocalDate.of(2025, 12, 15));
        LocalDate day = LocalDate.of(2025, 12, 30);
        agenda.note(
                day.minusDays(1),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Thanh toán khối lượng hoàn thành đợt 2")
                        .does(YearEndPapers.withdrawal(LONGAN, "TC1", TreasuryPaperKind.PAYMENT, 2, 150, true)));
        agenda.note(
                day.minusDays(1),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Thanh toán phần còn lại của khối lượng đợt 2")
                        .does(YearEndPapers.withdrawal(LONGAN, "TC2", TreasuryPaperKind.PAYMENT, 2, 50, true)));
        papers.sent(LONGAN.paper("TC1"), day);
        papers.sent(LONGAN.paper("TC2"), day);
    }
}
