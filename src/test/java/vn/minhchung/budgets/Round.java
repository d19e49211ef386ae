package vn.minhchung.budgets;

import static vn.minhchung.budgets.Department.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * A unit with a year appropriation and a task under contract of its own, whose host has a deposit account: what one round
 * of a race is about. Amounts in million đồng.
 */
final class Round {
    static final Decision COMMITTEE = Decisions.taken(Role.COMMITTEE);
    static final Decision FINANCE = Decisions.taken(Role.FINANCE);
    static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    static final Decision OFFICER = Decisions.taken(Role.OFFICER);
    static final Decision ACCOUNTANT = Decisions.taken(Role.ACCOUNTANT);
    static final Decision CHIEF = Decisions.taken(Role.CHIEF_ACCOUNTANT);
    private static final long APPROVED = 4_000;

    final ProjectId task;
    final AppropriationId appropriation;
    private final Department department;
    private final String name;
    private final LineCategory budget;
    private final OrganisationId unit;
    private final DepositAccountId deposit;

    Round(Department department, String name, long assigned, long allocated) {
        this(department, name, LineCategory.REMUNERATION, assigned, allocated);
    }

    /**
     * @param budget the one line of the task's budget
     * @param allocated of what is assigned, given to the task
     */
    Round(Department department, String name, LineCategory budget, long assigned, long allocated) {
        this.department = department;
        this.name = name;
        this.budget = budget;
        unit = new OrganisationId(Id.derived("organisation", name));
        department.send(
                new RegisterOrganisation(unit, "Đơn vị " + name, OrganisationKind.PUBLIC_SERVICE_UNIT, null), OFFICER);
        deposit = new DepositAccountId(Id.derived("deposit-account", name));
        department.send(
                new RegisterDepositAccount(
                        deposit, ProjectExamples.HOST, "3713.0.1099901", "KBNN tỉnh", LocalDate.of(2025, 1, 1), null),
                Department.hostHead(ProjectExamples.HOST));
        department.send(new ConfirmDepositAccount(deposit), OFFICER);
        task = contracted();
        appropriation = appropriation("101", assigned, allocated);
    }

    /** Another string of the same unit. */
    AppropriationId appropriation(String sector, long assigned, long allocated) {
        AppropriationId id = new AppropriationId(Id.derived("appropriation", name, sector));
        department.send(
                new AssignAppropriation(id, unit, "417", sector, "12", "00000", 2025, Vnd.ZERO, m(assigned)),
                COMMITTEE);
        department.send(new EnterInTabmis(id, TODAY), FINANCE);
        department.send(new AllocateToTask(id, task, m(allocated)), DIRECTOR);
        return id;
    }

    PrepareWithdrawal withdrawal(String paper, long millions) {
        return withdrawal(paper, appropriation, millions);
    }

    PrepareWithdrawal withdrawal(String paper, AppropriationId from, long millions) {
        return new PrepareWithdrawal(
                paper(paper),
                null,
                task,
                from,
                "GR-" + paper,
                2025,
                1,
                List.of(line(budget, "7017", millions)),
                m(millions),
                deposit,
                null,
                null);
    }

    List<PrepareWithdrawal> withdrawals(int count, long millions) {
        return IntStream.range(0, count)
                .mapToObj(i -> withdrawal(Integer.toString(i), millions))
                .toList();
    }

    TreasuryPaperId paper(String paper) {
        return new TreasuryPaperId(Id.derived("paper", name, paper));
    }

    static TreasuryPaperLine line(long millions) {
        return line("7017", millions);
    }

    static TreasuryPaperLine line(String item, long millions) {
        return line(LineCategory.REMUNERATION, item, millions);
    }

    private static TreasuryPaperLine line(LineCategory budget, String item, long millions) {
        return new TreasuryPaperLine(budget, item, FundSource.STATE_BUDGET, m(millions), "đợt 1");
    }

    void signed(TreasuryPaperId paper) {
        department.send(new SignSecond(paper), CHIEF);
        department.send(new SignFirst(paper), DIRECTOR);
    }

    /** Sent, and what the treasury did typed: a second person has still to confirm it. */
    void recorded(TreasuryPaperId paper) {
        signed(paper);
        department.send(new SendToTreasury(paper), ACCOUNTANT);
        department.send(new RecordExecution(paper, "KB-" + paper.value(), TODAY, null), Department.voucher(ACCOUNTANT));
    }

    void executed(TreasuryPaperId paper) {
        recorded(paper);
        department.send(new ConfirmTreasuryFact(paper), OFFICER);
    }

    private ProjectId contracted() {
        ProjectId id = new ProjectId(Id.derived("project", name));
        PersonId investigator = new PersonId(Id.derived("person", name));
        department.person(investigator);
        department.send(
                new RegisterApprovedTask(
                        id,
                        "ĐTKHCN." + name,
                        ProjectExamples.DEPARTMENT,
                        "Nhiệm vụ " + name,
                        TaskKind.DE_TAI,
                        TaskLevel.TINH,
                        ProjectExamples.HOST,
                        investigator,
                        List.of(),
                        List.of(new BudgetShare(FundSource.STATE_BUDGET, budget, 2025, m(APPROVED))),
                        m(APPROVED),
                        m(APPROVED),
                        KhoanMode.TUNG_PHAN,
                        24,
                        LocalDate.of(2025, 4, 1),
                        LocalDate.of(2027, 3, 31),
                        ProjectExamples.TRIGGERS),
                COMMITTEE);
        department.send(
                new SignContract(
                        id,
                        "HĐ-" + name,
                        TODAY,
                        m(APPROVED),
                        ProjectExamples.DEPARTMENT,
                        ProjectExamples.HOST_HEAD,
                        List.of(new TranchePlan(1, m(APPROVED), null, null))),
                DIRECTOR);
        return id;
    }

    static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }
}
