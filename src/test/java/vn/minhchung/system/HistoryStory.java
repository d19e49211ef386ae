package vn.minhchung.system;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.access.AccountCommand.ConfirmRole;
import vn.minhchung.access.AccountCommand.CreateAccount;
import vn.minhchung.access.AccountCommand.GrantRole;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.access.SignatoryCommand.RegisterSignatory;
import vn.minhchung.access.SignatoryRank;
import vn.minhchung.access.SignaturePosition;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.demo.Story;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationCommand.RenameOrganisation;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.PastTasks;
import vn.minhchung.projects.ProjectCommand.ConfirmApproval;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;
import vn.minhchung.testing.RunningSystem;

/** One payment with everything it needs, from the first administrator to the receipt: small, and no rule in force yet. */
final class HistoryStory {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
    private static final Vnd STATE = new Vnd(900_000_000);
    private static final Vnd ADVANCE = new Vnd(300_000_000);
    private static final String WHY = "Lịch sử mẫu";
    private static final List<Cast> PEOPLE = List.of(
            Cast.OFFICER,
            Cast.DIRECTOR,
            Cast.ACCOUNTANT,
            Cast.CHIEF_ACCOUNTANT,
            Cast.REGISTRAR,
            Cast.COMMITTEE,
            Cast.FINANCE,
            Cast.HOST_HEAD,
            Cast.HOST_ACCOUNTANT,
            Cast.INVESTIGATOR);

    private final RunningSystem system;
    private final Story story;
    private final ProjectId project = new ProjectId(Id.derived("project", "history"));
    private final AppropriationId appropriation = new AppropriationId(Id.derived("appropriation", "history"));
    private final DepositAccountId account = new DepositAccountId(Id.derived("deposit-account", "history"));
    private final TreasuryPaperId paper = new TreasuryPaperId(Id.derived("paper", "history"));
    private final TreasuryPaperId clearing = new TreasuryPaperId(Id.derived("paper", "history", "clearing"));
    private final TreasuryPaperId giveBack = new TreasuryPaperId(Id.derived("paper", "history", "return"));

    HistoryStory(RunningSystem system) {
        this.system = system;
        this.story = new Story(
                system.commands(),
                system.bean(Logins.class),
                system.clock(),
                system.views(),
                system.bean(PersonalData.class),
                system.bean(RefusalLog.class),
                "history",
                () -> {});
    }

    void tell() {
        story.on(DAY);
        system.bean(Bootstrap.class)
                .administrator(Cast.ADMIN.personName(), Cast.ADMIN.login(), new Secret(RunningSystem.PASSWORD));
        long first = system.bean(RecordedEvents.class).head();
        if (!system.views().await(first)) throw new IllegalStateException("the views do not follow");
        people();
        task();
        money();
        payment();
        settlement();
        past();
    }

    private void people() {
        for (Organisation organisation :
                List.of(Organisation.DEPARTMENT, Organisation.COMMITTEE, Organisation.FINANCE, Organisation.HOST)) {
            as(Cast.ADMIN)
                    .does(new RegisterOrganisation(
                            organisation.id(), organisation.fullName(), organisation.kind(), null));
        }
        for (Cast who : PEOPLE) {
            PersonId person = who.person();
            as(Cast.ADMIN)
                    .does(new RegisterPerson(person, story.seal(person, who.personName()), null, null, null, null));
            as(Cast.ADMIN)
                    .does(new CreateAccount(
                            who.account(),
                            person,
                            story.seal(person, who.login()),
                            new Secret(RunningSystem.PASSWORD)));
            for (Role role : who.roles()) {
                OrganisationId host = role.ofHost() ? Organisation.HOST.id() : null;
                under(Cast.ADMIN, "12/QĐ").does(new GrantRole(who.account(), role, host, null, null));
                if (role.money()) {
                    as(role == Role.DIRECTOR ? Cast.OFFICER : Cast.DIRECTOR)
                            .does(new ConfirmRole(who.account(), role, host));
                }
            }
        }
        under(Cast.DIRECTOR, "02/SKHCN")
                .does(new RegisterSignatory(
                        Organisation.DEPARTMENT.id(),
                        Cast.DIRECTOR.person(),
                        SignaturePosition.FIRST,
                        SignatoryRank.HEAD,
                        DAY,
                        null));
        under(Cast.DIRECTOR, "02/SKHCN")
                .does(new RegisterSignatory(
                        Organisation.DEPARTMENT.id(),
                        Cast.CHIEF_ACCOUNTANT.person(),
                        SignaturePosition.SECOND,
                        SignatoryRank.HEAD,
                        DAY,
                        null));
    }

    private void task() {
        story.on(DAY.plusDays(1));
        under(Cast.OFFICER, "301/QĐ-UBND")
                .recordingFor(Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", DAY, "301/QĐ-UBND")
                .does(new RegisterApprovedTask(
                        project,
                        "ĐTKHCN.HY-01/2024",
                        Organisation.DEPARTMENT.id(),
                        "Nghiên cứu quy trình bảo quản nhãn lồng sau thu hoạch",
                        TaskKind.DE_TAI,
                        TaskLevel.TINH,
                        Organisation.HOST.id(),
                        Cast.INVESTIGATOR.person(),
                        List.of(),
                        List.of(
                                new BudgetShare(
                                        FundSource.STATE_BUDGET, LineCategory.REMUNERATION, 2024, new Vnd(500_000_000)),
                                new BudgetShare(
                                        FundSource.STATE_BUDGET, LineCategory.MATERIALS, 2024, new Vnd(400_000_000))),
                        STATE,
                        STATE,
                        KhoanMode.TUNG_PHAN,
                        18,
                        LocalDate.of(2024, 4, 1),
                        LocalDate.of(2025, 9, 30),
                        List.of(
                                new Trigger(TriggerKind.ORDER_LIST_APPROVED, DAY.minusMonths(3), "558/QĐ-UBND"),
                                new Trigger(TriggerKind.CALL_PUBLISHED, DAY.minusMonths(2), "31/TB-SKHCN"))));
        as(Cast.REGISTRAR).does(new ConfirmApproval(project));
        as(Cast.OFFICER).does(new PublishTask(project));
        story.on(DAY.plusDays(7));
        under(Cast.DIRECTOR, "301/QĐ-UBND")
                .does(new SignContract(
                        project,
                        "01/2024/HĐ-SKHCN",
                        DAY.plusDays(7),
                        STATE,
                        Organisation.DEPARTMENT.id(),
                        Cast.HOST_HEAD.person(),
                        List.of(
                                new TranchePlan(1, ADVANCE, "Sau khi ký hợp đồng", DAY.plusMonths(1)),
                                new TranchePlan(2, new Vnd(600_000_000), "Sau khi nghiệm thu", DAY.plusMonths(18)))));
    }

    private void money() {
        story.on(DAY.plusDays(8));
        under(Cast.COMMITTEE, "12/QĐ-UBND")
                .does(new AssignAppropriation(
                        appropriation,
                        Organisation.DEPARTMENT.id(),
                        "417",
                        "101",
                        "12",
                        "00000",
                        2024,
                        Vnd.ZERO,
                        new Vnd(2_000_000_000)));
        under(Cast.FINANCE, "33/STC-NS").does(new EnterInTabmis(appropriation, DAY.plusDays(8)));
        under(Cast.DIRECTOR, "20/QĐ-SKHCN").does(new AllocateToTask(appropriation, project, ADVANCE));
        as(Cast.HOST_HEAD)
                .does(new RegisterDepositAccount(
                        account, Organisation.HOST.id(), "3713.0.1099901", "Kho bạc Nhà nước", DAY, null));
        under(Cast.ACCOUNTANT, "17/KB").does(new ConfirmDepositAccount(account));
    }

    private void payment() {
        story.on(DAY.plusDays(9));
        as(Cast.ACCOUNTANT)
                .does(new PrepareWithdrawal(
                        paper,
                        null,
                        project,
                        appropriation,
                        "01-1/2024",
                        2024,
                        1,
                        List.of(new TreasuryPaperLine(
                                LineCategory.REMUNERATION,
                                "7017",
                                FundSource.STATE_BUDGET,
                                ADVANCE,
                                "Tạm ứng thù lao")),
                        ADVANCE,
                        account,
                        null,
                        null));
        as(Cast.CHIEF_ACCOUNTANT).does(new SignSecond(paper));
        as(Cast.DIRECTOR).does(new SignFirst(paper));
        as(Cast.ACCOUNTANT).does(new SendToTreasury(paper));
        LocalDate paid = DAY.plusDays(11);
        story.on(paid);
        as(Cast.ACCOUNTANT)
                .under(LegalBasis.Kind.TREASURY_VOUCHER, "KB-2024-001", "Kho bạc Nhà nước", paid)
                .does(new RecordExecution(paper, "KB-2024-001", paid, null));
        as(Cast.CHIEF_ACCOUNTANT).does(new ConfirmTreasuryFact(paper));
        as(Cast.HOST_ACCOUNTANT).does(new ConfirmReceipt(paper, paid));
    }

    /** A part of the advance is cleared, the rest comes back. */
    private void settlement() {
        story.on(DAY.plusDays(12));
        Vnd cleared = ADVANCE.allocate(3, 1).get(0);
        as(Cast.ACCOUNTANT)
                .does(new PrepareClearing(clearing, paper, "01-2/2024", List.of(line(cleared)), cleared, null, null));
        booked(clearing, "KB-2024-002");
        Vnd rest = ADVANCE.minus(cleared);
        as(Cast.ACCOUNTANT)
                .does(new PrepareReturn(
                        giveBack, paper, "01-3/2024", List.of(line(rest)), rest, "Không dùng hết kinh phí"));
        booked(giveBack, "KB-2024-003");
    }

    private void booked(TreasuryPaperId settling, String voucher) {
        as(Cast.CHIEF_ACCOUNTANT).does(new SignSecond(settling));
        as(Cast.DIRECTOR).does(new SignFirst(settling));
        as(Cast.ACCOUNTANT).does(new SendToTreasury(settling));
        LocalDate day = DAY.plusDays(12);
        as(Cast.ACCOUNTANT)
                .under(LegalBasis.Kind.TREASURY_VOUCHER, voucher, "Kho bạc Nhà nước", day)
                .does(new RecordExecution(settling, voucher, day, null));
        as(Cast.CHIEF_ACCOUNTANT).does(new ConfirmTreasuryFact(settling));
    }

    private static TreasuryPaperLine line(Vnd amount) {
        return new TreasuryPaperLine(
                LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, amount, "Thù lao đợt 1");
    }

    private void past() {
        story.on(DAY.plusDays(14));
        String title = "Ứng dụng công nghệ sấy lạnh cho dược liệu";
        as(Cast.OFFICER)
                .does(new RecordPastTask(
                        PastTasks.idOf("Danh mục mẫu", List.of(title, "12/2019")),
                        "Danh mục mẫu",
                        null,
                        DAY,
                        List.of(
                                new PastCell(
                                        PastField.TITLE,
                                        "Tên nhiệm vụ",
                                        List.of(PastCell.Fragment.text(title)),
                                        title,
                                        Certainty.EXACT,
                                        null),
                                new PastCell(
                                        PastField.END,
                                        "Kết thúc",
                                        List.of(PastCell.Fragment.text("12/2019")),
                                        "2019-12",
                                        Certainty.EXACT,
                                        null))));
        under(Cast.OFFICER, "87/QĐ")
                .does(new RenameOrganisation(
                        Organisation.HOST.id(), "Đại học Sư phạm Kỹ thuật Hưng Yên", DAY.plusDays(14)));
    }

    private Story.As as(Cast who) {
        return story.as(who).because(WHY);
    }

    private Story.As under(Cast who, String number) {
        return as(who).under(LegalBasis.Kind.DECISION, number, "Cơ quan ban hành", DAY);
    }
}
