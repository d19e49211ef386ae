package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.OpeningBalance;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.ResendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperCommand.TakeOverTask;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.ConfirmApproval;
import vn.minhchung.projects.ProjectCommand.CorrectTask;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.ReissueTaskCode;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;

/** The life of the demo's tasks, from approval to the first advance, with what goes wrong on the way. */
final class DemoTasks {
    private static final int RETURNED = 3;
    private static final int CANCELLED = 4;
    private static final int REVERSED = 7;
    private static final int RESENT = 10;
    /** Ran before the system: taken over with its balances. */
    private static final int TAKEN_OVER = 13;

    /** Its first advance is paid by whoever takes the tour. */
    private static final int LEFT_FOR_THE_TOUR = 25;

    private static final int OVER_CAP = 9;
    private static final int TAKEN_HERE = 2;

    private final Story story;
    private final Agenda agenda;
    private final DemoMoney money;
    private final DemoPapers papers;
    private final DemoSettlements settlements;
    private final DemoLife life;

    DemoTasks(Story story, Agenda agenda, DemoMoney money) {
        this.story = story;
        this.agenda = agenda;
        this.money = money;
        this.papers = new DemoPapers(story, agenda);
        this.settlements = new DemoSettlements(story, agenda, money, papers);
        this.life = new DemoLife(story, agenda);
    }

    void note() {
        for (DemoTask task : DemoTask.all()) {
            approval(task);
            contract(task);
            life.note(task);
            Vnd advance = task.tranches().getFirst().amount();
            LocalDate allocated = task.start().plusDays(20);
            money.allocate(allocated, task, task.year(), advance);
            if (task.number() == LEFT_FOR_THE_TOUR) continue;
            if (task.number() == TAKEN_OVER) {
                takeOver(task, allocated.plusDays(3), advance);
                continue;
            }
            if (task.host() == Organisation.HOST || task.host() == Organisation.HOST2) {
                advance(task, allocated.plusDays(3), advance);
            }
        }
    }

    private void approval(DemoTask task) {
        LocalDate day = task.approvedOn();
        if (task.hasOwnInvestigator()) {
            agenda.note(day, () -> register(task.investigator(), task.investigatorName(), task.investigatorTitles()));
        }
        agenda.note(day, () -> register(task.secretary(), InventedNames.of(task.number()), "ThS."));
        RegisterApprovedTask approve = new RegisterApprovedTask(
                task.id(),
                task.code(),
                Organisation.DEPARTMENT.id(),
                task.title(),
                task.kind(),
                TaskLevel.TINH,
                task.host().id(),
                task.investigator(),
                List.of(new TaskMember(task.secretary(), TaskMember.Role.SECRETARY)),
                task.budget(),
                task.state().plus(task.counterpart()),
                task.state(),
                KhoanMode.TUNG_PHAN,
                task.months(),
                task.start(),
                task.end(),
                List.of(
                        new Trigger(TriggerKind.ORDER_LIST_APPROVED, day.minusMonths(3), "558/QĐ-UBND"),
                        new Trigger(TriggerKind.CALL_PUBLISHED, day.minusMonths(2), "31/TB-SKHCN")));
        String number = "%d/QĐ-UBND".formatted(300 + task.number());
        if (task.number() == TAKEN_HERE) {
            agenda.note(
                    day,
                    () -> story.as(Cast.COMMITTEE)
                            .because("Phê duyệt theo kết quả tuyển chọn và thẩm định kinh phí")
                            .under(LegalBasis.Kind.LETTER, "45/TTr-SKHCN", "Sở KH&CN", day.minusDays(3))
                            .does(approve));
        } else {
            agenda.note(
                    day,
                    () -> story.as(Cast.OFFICER)
                            .because("Ghi theo quyết định phê duyệt của UBND tỉnh")
                            .under(LegalBasis.Kind.DECISION, number, "UBND tỉnh Hưng Yên", day)
                            .recordingFor(Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", day, number)
                            .does(approve));
            agenda.note(
                    day.plusDays(1),
                    () -> story.as(Cast.REGISTRAR)
                            .because("Đã đối chiếu với bản chụp quyết định")
                            .does(new ConfirmApproval(task.id())));
        }
        // the last few are still unpublished at the end of the story
        if (task.number() < 24) {
            agenda.note(
                    day.plusDays(10),
                    () -> story.as(Cast.OFFICER)
                            .because("Công khai kết quả phê duyệt")
                            .does(new PublishTask(task.id())));
        }
    }

    private void register(PersonId person, String personName, String titles) {
        story.as(Cast.OFFICER)
                .because("Theo hồ sơ nhiệm vụ")
                .does(new RegisterPerson(person, story.seal(person, personName), titles, null, null, null));
    }

    private void contract(DemoTask task) {
        LocalDate day = task.start();
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Ký hợp đồng thực hiện nhiệm vụ")
                        .under(
                                LegalBasis.Kind.DECISION,
                                "%d/QĐ-UBND".formatted(300 + task.number()),
                                "UBND tỉnh Hưng Yên",
                                task.approvedOn())
                        .does(new SignContract(
                                task.id(),
                                "%02d/%d/HĐ-SKHCN".formatted(task.number(), task.year()),
                                day,
                                task.state(),
                                Organisation.DEPARTMENT.id(),
                                task.head().person(),
                                task.tranches())));
    }

    private void advance(DemoTask task, LocalDate day, Vnd amount) {
        TreasuryPaperId first = task.paper(1);
        if (task.number() == OVER_CAP) {
            agenda.note(
                    day,
                    () -> story.as(Cast.ACCOUNTANT)
                            .because("Đề nghị tạm ứng cao hơn mức")
                            .inVain()
                            .does(prepare(task, task.paper(9), amount.plus(new Vnd(1)), 9)));
        }
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Tạm ứng đợt 1 theo hợp đồng")
                        .does(prepare(task, first, amount, 1)));
        if (task.number() == CANCELLED) {
            agenda.note(
                    day.plusDays(1),
                    () -> story.as(Cast.ACCOUNTANT).does(new CancelTreasuryPaper(first, "Lập trùng với hồ sơ giấy")));
            TreasuryPaperId again = task.paper(2);
            agenda.note(
                    day.plusDays(2),
                    () -> story.as(Cast.ACCOUNTANT)
                            .because("Lập lại sau khi huỷ bản trùng")
                            .does(prepare(task, again, amount, 2)));
            papers.signed(task, again, day.plusDays(3));
            papers.executed(task, again, day.plusDays(7), "a");
            return;
        }
        papers.signed(task, first, day.plusDays(1));
        if (task.number() == RETURNED) {
            returned(task, first, day.plusDays(6), amount);
            return;
        }
        if (task.number() == RESENT) {
            resent(task, first, day.plusDays(6));
            return;
        }
        if (task.number() == REVERSED) {
            papers.booked(task, first, day.plusDays(5), "a", null);
            reversed(first, day.plusDays(8));
            papers.executed(task, first, day.plusDays(12), "c");
            return;
        }
        papers.executed(task, first, day.plusDays(5), "a");
        settlements.note(task, first, day.plusDays(5), amount);
    }

    /** Its first instalment was paid on paper; a first table of balances is not yet confirmed and is cancelled. */
    private void takeOver(DemoTask task, LocalDate day, Vnd amount) {
        Vnd cleared = amount.allocate(2, 8).get(0);
        List<OpeningBalance> balances = List.of(new OpeningBalance(
                task.year(),
                LineCategory.REMUNERATION,
                FundSource.STATE_BUDGET,
                DemoPapers.TOPIC_ITEM,
                amount,
                Vnd.ZERO,
                cleared,
                Vnd.ZERO));
        TreasuryPaperId wrong = task.paper(1);
        TreasuryPaperId right = task.paper(2);
        agenda.note(day, () -> takeOver(task, wrong, 1, day, balances, amount));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.ACCOUNTANT)
                        .does(new CancelTreasuryPaper(wrong, "Thiếu dấu xác nhận của kho bạc, lập lại")));
        agenda.note(day.plusDays(2), () -> takeOver(task, right, 2, day, balances, amount));
        agenda.note(
                day.plusDays(3),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Số dư khớp bảng đối chiếu của kho bạc")
                        .does(new SignSecond(right)));
        agenda.note(
                day.plusDays(4),
                () -> story.as(Cast.DIRECTOR).because("Đồng ý tiếp nhận số dư").does(new SignFirst(right)));
    }

    private void takeOver(
            DemoTask task,
            TreasuryPaperId paper,
            int number,
            LocalDate struckOn,
            List<OpeningBalance> balances,
            Vnd total) {
        papers.treasury(Cast.ACCOUNTANT, "DC-%d-%03d".formatted(task.year(), task.number()), struckOn)
                .because("Tiếp nhận số dư của nhiệm vụ theo bảng đối chiếu kho bạc đã xác nhận")
                .does(new TakeOverTask(
                        paper,
                        task.id(),
                        DemoMoney.appropriation(task.khoan(), task.year()),
                        "%02d-%d/%d".formatted(task.number(), number, task.year()),
                        1,
                        struckOn,
                        balances,
                        total));
    }

    private static PrepareWithdrawal prepare(DemoTask task, TreasuryPaperId id, Vnd amount, int n) {
        return new PrepareWithdrawal(
                id,
                TreasuryPaperKind.ADVANCE,
                task.id(),
                DemoMoney.appropriation(task.khoan(), task.year()),
                "%02d-%d/%d".formatted(task.number(), n, task.year()),
                task.year(),
                1,
                DemoPapers.lines(amount),
                amount,
                DemoMoney.depositAccount(task.host()),
                null,
                null);
    }

    private void returned(DemoTask task, TreasuryPaperId paper, LocalDate day, Vnd amount) {
        agenda.note(
                day,
                () -> papers.treasury(Cast.ACCOUNTANT, "TL-" + task.number(), day)
                        .does(new RecordReturn(paper, day, "Nội dung chi chưa khớp bảng kê")));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với thông báo trả lại")
                        .does(new ConfirmTreasuryFact(paper)));
        List<TreasuryPaperLine> corrected = List.of(new TreasuryPaperLine(
                LineCategory.REMUNERATION,
                DemoPapers.TOPIC_ITEM,
                FundSource.STATE_BUDGET,
                amount,
                "Tạm ứng thù lao theo bảng kê"));
        agenda.note(
                day.plusDays(3),
                () -> story.as(Cast.ACCOUNTANT)
                        .does(new AmendTreasuryPaper(
                                paper,
                                corrected,
                                amount,
                                DemoMoney.depositAccount(task.host()),
                                "Sửa bảng kê theo yêu cầu của kho bạc")));
        agenda.note(
                day.plusDays(4),
                () -> story.as(Cast.CHIEF_ACCOUNTANT).because("Bảng kê đã sửa").does(new SignSecond(paper)));
        agenda.note(
                day.plusDays(5),
                () -> story.as(Cast.DIRECTOR).because("Đồng ý gửi lại").does(new SignFirst(paper)));
        agenda.note(
                day.plusDays(6),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Gửi lại kho bạc sau khi sửa và ký lại")
                        .does(new SendToTreasury(paper)));
        papers.executed(task, paper, day.plusDays(9), "b");
    }

    /** Returned for a reason outside the paper; it goes again as it is, with its signatures. */
    private void resent(DemoTask task, TreasuryPaperId paper, LocalDate day) {
        agenda.note(
                day,
                () -> papers.treasury(Cast.ACCOUNTANT, "TL-" + task.number(), day)
                        .does(new RecordReturn(paper, day, "Hệ thống kho bạc tạm ngừng giao dịch")));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với thông báo trả lại")
                        .does(new ConfirmTreasuryFact(paper)));
        agenda.note(
                day.plusDays(2),
                () -> story.as(Cast.ACCOUNTANT).because("Gửi lại nguyên hồ sơ").does(new ResendTreasuryPaper(paper)));
        papers.executed(task, paper, day.plusDays(5), "b");
    }

    /** The voucher was booked to the wrong task: the entry is reversed, then the right voucher is recorded. */
    private void reversed(TreasuryPaperId paper, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .under(LegalBasis.Kind.MINUTES, "04/BB-SKHCN", "Sở KH&CN", day)
                        .because("Ghi nhầm chứng từ của nhiệm vụ khác")
                        .does(new Reverse(
                                Entries.id(paper.value(), 2), "Ghi nhầm chứng từ của nhiệm vụ khác", "04/BB-SKHCN")));
    }

    /** After the merger of the provinces the codes are issued anew; the old ones stay. */
    void recoded(LocalDate day) {
        DemoTask.all().stream()
                .limit(2)
                .forEach(task -> agenda.note(
                        day,
                        () -> story.as(Cast.OFFICER)
                                .because("Cấp lại mã số sau hợp nhất tỉnh")
                                .under(LegalBasis.Kind.DECISION, "77/QĐ-SKHCN", "Sở KH&CN", day)
                                .does(new ReissueTaskCode(
                                        task.id(),
                                        task.code().replace("HY-", "HYM-"),
                                        Organisation.DEPARTMENT.id(),
                                        day))));
    }

    void corrected(LocalDate day) {
        DemoTask task = DemoTask.all().get(5);
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Bổ sung địa bàn theo quyết định phê duyệt")
                        .does(new CorrectTask(task.id(), task.title() + " tại tỉnh Hưng Yên")));
    }
}
