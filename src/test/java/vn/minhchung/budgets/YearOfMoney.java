package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.AccountCommand.ConfirmRole;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.RunningSystem;

/** A department with one task under contract, dated day by day; its papers in few words. Amounts in million đồng. */
final class YearOfMoney implements AutoCloseable {
    final Department department = new Department();
    private final Set<String> logins = new HashSet<>();
    private LocalDate today = Department.TODAY;

    YearOfMoney from(LocalDate day) {
        department.withAccounts().withOrganisations();
        on(day);
        send(ProjectExamples.register(), Role.COMMITTEE);
        send(ProjectExamples.sign(), Role.DIRECTOR);
        DepositAccountId account = account();
        department.send(
                new RegisterDepositAccount(
                        account, ProjectExamples.HOST, "3713.0.1099901", "KBNN tỉnh", LocalDate.of(2025, 1, 1), null),
                Decisions.on(today, Department.hostHead(ProjectExamples.HOST)));
        send(new ConfirmDepositAccount(account), Role.OFFICER);
        return this;
    }

    void inForce(String family) {
        department.inForce(family, Decisions.on(today, Decisions.taken(Role.DIRECTOR)));
    }

    LocalDate today() {
        return today;
    }

    void on(LocalDate day) {
        today = day;
        Instant morning = day.atTime(8, 0).atZone(StoryClock.ZONE).toInstant();
        department.system().clock().moveTo(morning);
    }

    /** Assigned by the committee and entered in TABMIS. */
    AppropriationId appropriation(int year, long millions) {
        return appropriation(year, "101", millions);
    }

    AppropriationId appropriation(int year, String sector, long millions) {
        AppropriationId id = new AppropriationId(Id.derived("appropriation", sector, Integer.toString(year)));
        send(
                new AssignAppropriation(
                        id, ProjectExamples.DEPARTMENT, "417", sector, "12", "00000", year, Vnd.ZERO, m(millions)),
                Role.COMMITTEE);
        send(new EnterInTabmis(id, today), Role.FINANCE);
        return id;
    }

    void allocated(AppropriationId appropriation, long millions) {
        send(new AllocateToTask(appropriation, ProjectExamples.TASK, m(millions)), Role.DIRECTOR);
    }

    PrepareWithdrawal withdrawal(
            String name, TreasuryPaperKind kind, AppropriationId appropriation, int year, int tranche, long millions) {
        return new PrepareWithdrawal(
                paper(name),
                kind,
                ProjectExamples.TASK,
                appropriation,
                name,
                year,
                tranche,
                List.of(line(millions)),
                m(millions),
                account(),
                null,
                null);
    }

    void clearing(String name, String advance, long millions) {
        send(
                new PrepareClearing(
                        paper(name), paper(advance), name, List.of(line(millions)), m(millions), null, null),
                Role.ACCOUNTANT);
    }

    /** Signed by both and sent. */
    void sent(String name) {
        send(new SignSecond(paper(name)), Role.CHIEF_ACCOUNTANT);
        send(new SignFirst(paper(name)), Role.DIRECTOR);
        send(new SendToTreasury(paper(name)), Role.ACCOUNTANT);
    }

    /** What the treasury did on that day, typed and confirmed today. */
    void executed(String name, LocalDate on) {
        recorded(name, on);
        send(new ConfirmTreasuryFact(paper(name)), Role.OFFICER);
    }

    void recorded(String name, LocalDate on) {
        department.send(
                new RecordExecution(paper(name), "KB-" + name, on, null),
                Department.voucher(decision(Role.ACCOUNTANT)));
    }

    long send(Command command, Role role) {
        return department.send(command, decision(role)).position();
    }

    Decision decision(Role role) {
        return Decisions.on(today, Decisions.taken(role));
    }

    /** An account of its own with this role. */
    RunningSystem.Client loggedIn(Role role) {
        String login = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (logins.add(login)) account(role, login);
        return department.system().as(login);
    }

    private void account(Role role, String login) {
        RunningSystem.Client admin = department.system().as("admin");
        String person = Decisions.person(role.name()).value();
        String account = Id.derived("account", login);
        JsonNode done = admin.data(
                """
                mutation($person: ID!, $account: ID!, $login: String!, $password: String!, $role: Role!) {
                  registerPerson(input: {idempotencyKey: "p", person: $person, name: "Người Thử"}) { errors { code } }
                  createAccount(input: {idempotencyKey: "a", account: $account, person: $person, login: $login,
                    password: $password}) { errors { code } }
                  grantRole(input: {idempotencyKey: "g", account: $account, role: $role, decision: {reason: "theo phân công",
                    basis: [{kind: DECISION, number: "01/QĐ", seen: SCAN_COMPARED}]}}) { errors { code } } }""".replace("\"p\"", "\"p-%s\"".formatted(login))
                        .replace("\"a\"", "\"a-%s\"".formatted(login))
                        .replace("\"g\"", "\"g-%s\"".formatted(login)),
                Map.of(
                        "person", person,
                        "account", account,
                        "login", login,
                        "password", RunningSystem.PASSWORD,
                        "role", role.name()));
        done.forEach(payload -> assertThat(payload.get("errors")).isEmpty());
        long granted = department.system().bean(RecordedEvents.class).head();
        await(granted);
        Role confirmer = role == Role.DIRECTOR ? Role.OFFICER : Role.DIRECTOR;
        await(send(new ConfirmRole(new AccountId(account), role, null), confirmer));
    }

    /** The views have seen everything. */
    void await(long position) {
        if (!department.system().views().await(position)) throw new AssertionError("views are late");
    }

    static TreasuryPaperLine line(long millions) {
        return new TreasuryPaperLine(
                LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, m(millions), "thù lao");
    }

    static TreasuryPaperId paper(String name) {
        return new TreasuryPaperId(Id.derived("paper", name));
    }

    static ProjectId task() {
        return ProjectExamples.TASK;
    }

    static DepositAccountId account() {
        return new DepositAccountId(Id.derived("deposit-account", "host"));
    }

    static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }

    @Override
    public void close() {
        department.close();
    }
}
