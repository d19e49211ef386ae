package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.BudgetsExamples.APPROPRIATION;
import static vn.minhchung.budgets.BudgetsExamples.DEPOSIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
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
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.rules.CalendarCommand.DecideCalendarYear;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.RuleCommand.PutRuleVersionInForce;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.RunningSystem;

/** Whom a task waits for, until when and by which rule: over Tết, overdue, and as of days when neither was known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingForTest {
    private static final LocalDate BEFORE_TET = LocalDate.of(2026, 2, 13);
    private static final LocalDate AFTER_TET = LocalDate.of(2026, 2, 23);
    private static final TreasuryPaperId RECEIVABLE = paper("receivable");
    private static final TreasuryPaperId AT_TREASURY = paper("at treasury");
    private static final TreasuryPaperId UNSIGNED = paper("unsigned");
    private static final TreasuryPaperId CLEARING = paper("clearing");

    private final Department department = new Department();
    private final RunningSystem.Client inspector = department.system().as("inspector");
    private LocalDate today = LocalDate.of(2026, 2, 2);
    private long withoutRules;
    private long sent;
    private long dueToday;
    private long overdue;

    @BeforeAll
    void one_paper_at_the_treasury_over_tet() {
        department.withAccounts().withOrganisations();
        on(today);
        send(ProjectExamples.register(), Role.COMMITTEE);
        send(
                ProjectExamples.register(
                        ProjectExamples.project("rice"), "ĐTKHCN.HY-02/2025", ProjectExamples.HOST_HEAD),
                Role.COMMITTEE);
        send(ProjectExamples.sign(), Role.DIRECTOR);
        send(new PublishTask(ProjectExamples.TASK), Role.OFFICER);
        send(
                new AssignAppropriation(
                        APPROPRIATION, ProjectExamples.DEPARTMENT, "417", "101", "12", "00000", 2026, Vnd.ZERO, m(700)),
                Role.COMMITTEE);
        send(new EnterInTabmis(APPROPRIATION, today), Role.FINANCE);
        send(new AllocateToTask(APPROPRIATION, ProjectExamples.TASK, m(400)), Role.DIRECTOR);
        department.send(
                new RegisterDepositAccount(
                        DEPOSIT, ProjectExamples.HOST, "3713.0.1099901", "KBNN tỉnh", LocalDate.of(2025, 1, 1), null),
                Decisions.on(today, Department.hostHead(ProjectExamples.HOST)));
        send(new ConfirmDepositAccount(DEPOSIT), Role.OFFICER);

        sentToTreasury(RECEIVABLE, "GR-01");
        department.send(
                new RecordExecution(RECEIVABLE, "0001", today, null),
                Department.voucher(Decisions.on(today, Decisions.taken(Role.ACCOUNTANT))));
        send(new ConfirmTreasuryFact(RECEIVABLE), Role.OFFICER);

        on(BEFORE_TET);
        withoutRules = sentToTreasury(AT_TREASURY, "GR-02");
        rulesInForce();
        sent = send(
                new DecideCalendarYear(
                        calendar().year(),
                        calendar().confidence(),
                        calendar().source(),
                        calendar().daysOff(),
                        calendar().workedWeekends()),
                Role.DIRECTOR);
        on(AFTER_TET);
        dueToday = prepared(UNSIGNED, "GR-03");
        on(AFTER_TET.plusDays(2));
        overdue = send(new SignSecond(UNSIGNED), Role.CHIEF_ACCOUNTANT);
        TreasuryPaperLine line =
                new TreasuryPaperLine(LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, m(10), "đợt 1");
        long clearing = send(
                new PrepareClearing(CLEARING, RECEIVABLE, "TT-01", List.of(line), m(10), null, null), Role.ACCOUNTANT);
        assertThat(department.system().views().await(clearing)).isTrue();
    }

    @Test
    void a_clearing_waits_for_its_signatures_as_a_withdrawal_does_but_not_for_the_end_of_drawing() {
        JsonNode step = step(waitingNow(), CLEARING);

        assertThat(step.get("step").asString()).isEqualTo("SIGN_SECOND");
        assertThat(step.get("dueOn").isNull()).isTrue();
    }

    @AfterAll
    void stop() {
        department.close();
    }

    @Test
    void the_treasury_has_one_working_day_and_tet_is_none() {
        JsonNode step = step(waitingAsOf(sent), AT_TREASURY);

        assertThat(step.get("step").asString()).isEqualTo("RECORD_TREASURY_FACT");
        assertThat(step.get("dueOn").asString()).isEqualTo(AFTER_TET.toString());
        assertThat(step.get("calendar").asString()).isEqualTo("WORKING_DAYS");
        assertThat(step.at("/rule/family").asString()).isEqualTo("deadline.treasury-payment");
        assertThat(step.at("/rule/confidence").asString()).isEqualTo("ASSUMED");
        assertThat(step.at("/rule/source/number").asString()).isEqualTo("17/2024/TT-BTC");
        assertThat(step.get("overdueDays").asInt()).isZero();
    }

    @Test
    void what_is_overdue_depends_on_the_moment_asked_about() {
        assertThat(step(waitingAsOf(dueToday), AT_TREASURY).get("overdueDays").asInt())
                .isZero();
        assertThat(step(waitingAsOf(overdue), AT_TREASURY).get("overdueDays").asInt())
                .isEqualTo(2);
        assertThat(step(waitingNow(), AT_TREASURY).get("overdueDays").asInt()).isEqualTo(2);
    }

    @Test
    void before_a_rule_was_in_force_nothing_was_due() {
        JsonNode step = step(waitingAsOf(withoutRules), AT_TREASURY);

        for (String field : List.of("dueOn", "calendar", "rule", "overdueDays"))
            assertThat(step.get(field).isNull()).as(field).isTrue();
    }

    @Test
    void papers_reach_the_treasury_by_the_day_set_for_the_end_of_the_year() {
        JsonNode step = step(waitingNow(), UNSIGNED);

        assertThat(step.get("step").asString()).isEqualTo("SIGN_FIRST");
        assertThat(step.get("dueOn").asString()).isEqualTo("2026-12-30");
        assertThat(step.get("calendar").asString()).isEqualTo("DAYS");
        assertThat(step.at("/rule/family").asString()).isEqualTo("budget.year-end");
    }

    @Test
    void the_soonest_due_comes_first_and_what_has_no_day_last() {
        assertThat(objects(waitingNow()))
                .containsExactly(AT_TREASURY.value(), UNSIGNED.value(), RECEIVABLE.value(), CLEARING.value());
        JsonNode last = step(waitingNow(), RECEIVABLE);
        assertThat(last.get("step").asString()).isEqualTo("CONFIRM_RECEIPT");
        assertThat(last.get("dueOn").isNull()).isTrue();
    }

    @Test
    void tasks_are_found_by_the_role_they_wait_for_now_and_then() {
        assertThat(tasks("waitingForRole: DIRECTOR"))
                .as("one for a signature, the other for its contract")
                .containsExactly(TASK, OTHER_TASK);
        assertThat(tasks("waitingForRole: HOST_HEAD")).containsExactly(TASK);
        assertThat(tasks("waitingForRole: COMMITTEE")).isEmpty();
        assertThat(tasksAsOf(dueToday, "waitingForRole: DIRECTOR"))
                .as("the second signature was still missing")
                .containsExactly(OTHER_TASK);
        assertThat(tasksAsOf(dueToday, "waitingForRole: CHIEF_ACCOUNTANT")).containsExactly(TASK);
    }

    @Test
    void overdue_tasks_are_found_and_the_others_too_now_and_then() {
        assertThat(tasks("overdue: true")).containsExactly(TASK);
        assertThat(tasks("overdue: false")).containsExactly(OTHER_TASK);
        assertThat(tasksAsOf(dueToday, "overdue: true")).isEmpty();
        assertThat(tasksAsOf(dueToday, "overdue: false")).containsExactly(TASK, OTHER_TASK);
    }

    @Test
    void role_and_overdue_speak_of_the_same_step() {
        assertThat(tasks("overdue: true, waitingForRole: ACCOUNTANT")).containsExactly(TASK);
        assertThat(tasks("overdue: true, waitingForRole: DIRECTOR")).isEmpty();
        assertThat(tasks("overdue: false, waitingForRole: DIRECTOR")).containsExactly(TASK, OTHER_TASK);
    }

    @Test
    void who_may_not_read_the_steps_of_a_published_task_learns_nothing_by_a_filter() {
        assertThat(tasks(department.system().anonymous(), "states: [CONTRACTED]"))
                .containsExactly(TASK);
        for (String filter : List.of("overdue: true", "overdue: false", "waitingForRole: DIRECTOR"))
            assertThat(tasks(department.system().anonymous(), filter))
                    .as(filter)
                    .isEmpty();
    }

    private List<String> tasks(String filter) {
        return tasks(inspector, filter);
    }

    private static List<String> tasks(RunningSystem.Client client, String filter) {
        return found(client.data("{ projects(filter: {%s}) { totalCount nodes { stableId } } }".formatted(filter)));
    }

    private List<String> tasksAsOf(long position, String filter) {
        return found(inspector
                .data("{ asOf(position: \"%d\") { projects(filter: {%s}) { totalCount nodes { stableId } } } }"
                        .formatted(position, filter))
                .get("asOf"));
    }

    /** The count tells the same as the list. */
    private static List<String> found(JsonNode data) {
        List<String> ids = data.at("/projects/nodes").findValuesAsString("stableId");
        assertThat(data.at("/projects/totalCount").asInt()).isEqualTo(ids.size());
        return ids;
    }

    private JsonNode waitingNow() {
        return inspector
                .data("query($id: ID!) { project(id: $id) { %s } }".formatted(FIELDS), Map.of("id", TASK))
                .at("/project/waitingFor");
    }

    private JsonNode waitingAsOf(long position) {
        return inspector
                .data(
                        "query($id: ID!) { asOf(position: \"%d\") { project(id: $id) { %s } } }"
                                .formatted(position, FIELDS),
                        Map.of("id", TASK))
                .at("/asOf/project/waitingFor");
    }

    private static final String TASK = ProjectExamples.TASK.value();
    private static final String OTHER_TASK = ProjectExamples.project("rice").value();
    private static final String FIELDS = """
            waitingFor { step since dueOn calendar overdueDays rule { family confidence source { number } }
              object { ... on TreasuryPaper { stableId } } }""";

    private static JsonNode step(JsonNode steps, TreasuryPaperId of) {
        return steps.valueStream()
                .filter(step -> step.at("/object/stableId").asString().equals(of.value()))
                .findFirst()
                .orElseThrow();
    }

    /** The papers among what is waited for; the task itself waits for its acceptance dossier too. */
    private static List<String> objects(JsonNode steps) {
        List<String> objects = new ArrayList<>();
        steps.forEach(step -> {
            if (step.at("/object").has("stableId"))
                objects.add(step.at("/object/stableId").asString());
        });
        return objects;
    }

    private void rulesInForce() {
        for (String family : List.of("deadline.treasury-payment", "budget.year-end")) {
            RuleVersion version = proposals().versions().stream()
                    .filter(each -> each.family().equals(family))
                    .max(Comparator.comparing(RuleVersion::validFrom))
                    .orElseThrow();
            send(new PutRuleVersionInForce(family, version.version(), RuleHash.of(version), false), Role.DIRECTOR);
        }
    }

    private CalendarYear calendar() {
        return proposals().calendars().stream()
                .filter(year -> year.year() == BEFORE_TET.getYear())
                .findFirst()
                .orElseThrow();
    }

    private RuleProposals proposals() {
        return department.system().bean(RuleProposals.class);
    }

    private long sentToTreasury(TreasuryPaperId paper, String number) {
        prepared(paper, number);
        send(new SignSecond(paper), Role.CHIEF_ACCOUNTANT);
        send(new SignFirst(paper), Role.DIRECTOR);
        return send(new SendToTreasury(paper), Role.ACCOUNTANT);
    }

    private long prepared(TreasuryPaperId paper, String number) {
        TreasuryPaperLine line =
                new TreasuryPaperLine(LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, m(50), "đợt 1");
        return send(
                new PrepareWithdrawal(
                        paper,
                        null,
                        ProjectExamples.TASK,
                        APPROPRIATION,
                        number,
                        2026,
                        1,
                        List.of(line),
                        m(50),
                        DEPOSIT,
                        null,
                        null),
                Role.ACCOUNTANT);
    }

    private long send(Command command, Role role) {
        Decision decision = Decisions.on(today, Decisions.taken(role));
        return department.send(command, decision).position();
    }

    private void on(LocalDate day) {
        today = day;
        Instant morning = day.atTime(8, 0).atZone(StoryClock.ZONE).toInstant();
        department.system().clock().moveTo(morning);
    }

    private static TreasuryPaperId paper(String name) {
        return new TreasuryPaperId(Id.derived("paper", name));
    }

    private static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }
}
