package vn.minhchung.projects.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.AdjustmentExamples.SUCCESSOR;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.TASK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.Department;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.AdjustmentCommand.AskAdjustmentSupplement;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.NotifyAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentCommand.SupplementAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentExamples;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.projects.ReplacementCause;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.rules.CalendarCommand.DecideCalendarYear;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.RuleCommand.PutRuleVersionInForce;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.RunningSystem;

/** Adjustments in a running system: whom they wait for over Tết, what the ledger shows, and what races them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdjustmentSystemTest {
    private static final LocalDate START = LocalDate.of(2026, 2, 2);
    private static final LocalDate BEFORE_TET = LocalDate.of(2026, 2, 13);
    private static final AdjustmentId EXTENSION = AdjustmentExamples.adjustment("extension");
    private static final AdjustmentId REPHASING = AdjustmentExamples.adjustment("rephasing");
    private static final AdjustmentId MEMBERS = AdjustmentExamples.adjustment("members");
    private static final AdjustmentId INVESTIGATOR = AdjustmentExamples.adjustment("investigator");
    private static final AppropriationId MONEY = new AppropriationId(Id.derived("appropriation", "race"));
    private static final DepositAccountId DEPOSIT = new DepositAccountId(Id.derived("deposit-account", "race"));
    private static final int ROUNDS = 8;

    private final Department department = new Department();
    private final RunningSystem.Client inspector = department.system().as("inspector");
    private final ExecutorService callers = Executors.newFixedThreadPool(2);
    private LocalDate today = START;
    private long requested;
    private long asked;
    private long supplemented;
    private long beforeRephasing;
    private long last;

    @BeforeAll
    void a_task_that_is_adjusted_around_tet() {
        department.withAccounts().withOrganisations();
        department.person(SUCCESSOR);
        on(START);
        rulesInForce();
        send(ProjectExamples.register(), Decisions.taken(Role.COMMITTEE));
        send(ProjectExamples.sign(), Decisions.taken(Role.DIRECTOR));
        requested = send(
                new RequestAdjustment(
                        EXTENSION,
                        TASK,
                        AdjustmentKind.EXTENSION,
                        AdjustmentContent.until(LocalDate.of(2027, 9, 30), null),
                        "Chậm vụ"),
                head());
        on(START.plusDays(3));
        asked = send(new AskAdjustmentSupplement(EXTENSION, "Thiếu báo cáo"), Decisions.taken(Role.OFFICER));
        on(BEFORE_TET);
        supplemented = send(new SupplementAdjustment(EXTENSION, "Báo cáo A-2", null), head());
        beforeRephasing = send(
                new RequestAdjustment(
                        REPHASING,
                        TASK,
                        AdjustmentKind.REPHASING,
                        AdjustmentContent.budget(AdjustmentExamples.REPHASED, List.of()),
                        "Mua sớm"),
                head());
        send(approve(REPHASING), Decisions.taken(Role.DIRECTOR));
        send(
                new NotifyAdjustment(
                        MEMBERS,
                        TASK,
                        AdjustmentKind.MEMBERS,
                        AdjustmentContent.members(List.of()),
                        "Thành viên chuyển công tác"),
                head());
        last = send(
                new NotifyAdjustment(
                        INVESTIGATOR,
                        TASK,
                        AdjustmentKind.INVESTIGATOR,
                        AdjustmentContent.investigator(SUCCESSOR, ReplacementCause.OWN_REQUEST),
                        "Theo nguyện vọng"),
                head());
        assertThat(department.system().views().await(last)).isTrue();
    }

    @AfterAll
    void stop() {
        callers.shutdownNow();
        department.close();
    }

    @Test
    void the_authority_answers_within_thirty_days_of_a_valid_request() {
        JsonNode first = step(requested, EXTENSION);
        assertThat(first.get("step").asString()).isEqualTo("DECIDE_ADJUSTMENT");
        assertThat(first.get("dueOn").asString()).isEqualTo("2026-03-04");
        assertThat(first.get("calendar").asString()).isEqualTo("DAYS");
        assertThat(first.at("/rule/family").asString()).isEqualTo("deadline.adjustment-answer");

        JsonNode waitsForHost = step(asked, EXTENSION);
        assertThat(waitsForHost.get("step").asString()).isEqualTo("SUPPLEMENT_ADJUSTMENT");
        assertThat(waitsForHost.at("/party/stableId").asString()).isEqualTo(HOST.value());
        assertThat(waitsForHost.get("dueOn").isNull()).isTrue();

        JsonNode again = step(supplemented, EXTENSION);
        assertThat(again.get("dueOn").asString())
                .as("thirty days from the supplement, Tết among them")
                .isEqualTo("2026-03-15");
    }

    @Test
    void the_window_for_objections_does_not_count_tet() {
        JsonNode window = step(last, MEMBERS);

        assertThat(window.get("step").asString()).isEqualTo("OBJECT_TO_ADJUSTMENT");
        assertThat(window.get("calendar").asString()).isEqualTo("WORKING_DAYS");
        assertThat(window.get("dueOn").asString()).isEqualTo("2026-02-27");
    }

    /** The system itself completes what nobody objected to, once and only after the window. */
    @Test
    void a_window_that_went_by_takes_effect_by_itself_once() {
        WhenWindowEndsThenTakeEffect process = department.system().bean(WhenWindowEndsThenTakeEffect.class);
        assertThat(process.completeBefore(LocalDate.of(2026, 2, 27))).isEmpty();

        assertThat(process.completeBefore(LocalDate.of(2026, 2, 28))).containsExactlyInAnyOrder(MEMBERS, INVESTIGATOR);

        assertThat(process.completeBefore(LocalDate.of(2026, 2, 28))).isEmpty();
        JsonNode task = task("principalInvestigator { stableId } members { role } adjustments { state windowEnded }");
        assertThat(task.at("/principalInvestigator/stableId").asString()).isEqualTo(SUCCESSOR.value());
        assertThat(task.get("members").isEmpty()).isTrue();
        assertThat(task.get("adjustments").findValuesAsString("state"))
                .containsExactly("REQUESTED", "APPROVED", "IN_EFFECT", "IN_EFFECT");
    }

    @Test
    void the_ledger_shows_the_money_where_it_is_approved_now_and_where_it_was() {
        assertThat(approved("asOf(position: \"%d\")".formatted(beforeRephasing), 2025))
                .isEqualTo("500000000");
        assertThat(approved("asOf(position: \"%d\")".formatted(last), 2025)).isEqualTo("550000000");
        assertThat(approved("asOf(position: \"%d\")".formatted(last), 2026)).isEqualTo("450000000");
        JsonNode postings = inspector
                .data(
                        "query($id: ID!) { project(id: $id) { budget { approved { postings(first: 50) { totalCount "
                                + "nodes { amount } } } } } }",
                        Map.of("id", TASK.value()))
                .at("/project/budget/approved/postings");
        assertThat(postings.get("nodes").findValuesAsString("amount"))
                .as("the approval's four shares, and the two differences")
                .contains("50000000", "-50000000")
                .hasSize(6);
    }

    private String approved(String moment, int year) {
        return inspector
                .data(
                        "query($id: ID!) { %s { project(id: $id) { budget { approved(year: %d) { amount } } } } }"
                                .formatted(moment, year),
                        Map.of("id", TASK.value()))
                .at("/asOf/project/budget/approved/amount")
                .asString();
    }

    /** A line of 200 million: one draws 180, the other lowers it to 150. Whoever comes second is refused. */
    @Test
    void a_withdrawal_and_an_adjustment_of_its_line_never_both_pass() throws Exception {
        money();
        List<String> withdrawn = List.of("ok", ErrorCode.BUDGET_BELOW_DRAWN.name());
        List<String> lowered = List.of(ErrorCode.LINE_EXCEEDED.name(), "ok");
        for (int round = 0; round < ROUNDS; round++) {
            Race race = new Race(round);
            assertThat(race(race.withdrawal(), race.adjustment()))
                    .as("round " + round)
                    .isIn(withdrawn, lowered);
        }
    }

    private List<String> race(Callable<Void> one, Callable<Void> other) throws InterruptedException {
        List<String> outcomes = new ArrayList<>();
        for (Future<Void> each : callers.invokeAll(List.of(one, other))) {
            try {
                each.get();
                outcomes.add("ok");
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof Refusal refusal)) throw new AssertionError(e);
                outcomes.add(refusal.code().name());
            }
        }
        return outcomes;
    }

    /** A task of its own under contract, with an adjustment ready to be decided. */
    private final class Race {
        private final ProjectId task;
        private final AdjustmentId adjustment;
        private final Command withdrawal;

        Race(int round) {
            task = ProjectExamples.project("race " + round);
            adjustment = AdjustmentExamples.adjustment("race " + round);
            PersonId leader = ProjectExamples.person("race " + round);
            department.person(leader);
            send(
                    ProjectExamples.register(task, "ĐTKHCN.HY-R%d/2025".formatted(round), leader),
                    Decisions.taken(Role.COMMITTEE));
            SignContract sign = ProjectExamples.sign();
            send(
                    new SignContract(
                            task,
                            "R%d/2025/HĐ-SKHCN".formatted(round),
                            sign.signedOn(),
                            sign.value(),
                            sign.department(),
                            sign.hostSignatory(),
                            sign.tranches()),
                    Decisions.taken(Role.DIRECTOR));
            send(new AllocateToTask(MONEY, task, m(200)), Decisions.taken(Role.DIRECTOR));
            send(
                    new RequestAdjustment(
                            adjustment,
                            task,
                            AdjustmentKind.NON_KHOAN_BUDGET,
                            AdjustmentContent.budget(lowered(), plan()),
                            "Giảm vật tư"),
                    head());
            TreasuryPaperLine line =
                    new TreasuryPaperLine(LineCategory.MATERIALS, "7017", FundSource.STATE_BUDGET, m(180), "vật tư");
            withdrawal = new PrepareWithdrawal(
                    new TreasuryPaperId(Id.derived("paper", "race " + round)),
                    null,
                    task,
                    MONEY,
                    "GR-R" + round,
                    2026,
                    1,
                    List.of(line),
                    m(180),
                    DEPOSIT,
                    null,
                    null);
        }

        Callable<Void> withdrawal() {
            return () -> {
                department.send(withdrawal, Decisions.on(today, Decisions.taken(Role.ACCOUNTANT)));
                return null;
            };
        }

        Callable<Void> adjustment() {
            return () -> {
                department.send(approve(adjustment), Decisions.on(today, Decisions.taken(Role.DIRECTOR)));
                return null;
            };
        }

        private static List<BudgetShare> lowered() {
            return ProjectExamples.BUDGET.stream()
                    .map(share -> share.source().state() && share.line() == LineCategory.MATERIALS
                            ? new BudgetShare(share.source(), share.line(), share.year(), m(150))
                            : share)
                    .toList();
        }

        private static List<TranchePlan> plan() {
            return List.of(
                    new TranchePlan(1, m(450), null, null),
                    new TranchePlan(2, m(270), null, null),
                    new TranchePlan(3, m(130), null, null));
        }
    }

    private void money() {
        send(
                new AssignAppropriation(
                        MONEY, ProjectExamples.DEPARTMENT, "417", "102", "12", "00000", 2026, Vnd.ZERO, m(5_000)),
                Decisions.taken(Role.COMMITTEE));
        send(new EnterInTabmis(MONEY, today), Decisions.taken(Role.FINANCE));
        send(
                new RegisterDepositAccount(
                        DEPOSIT, HOST, "3713.0.1099905", "KBNN tỉnh", LocalDate.of(2025, 1, 1), null),
                head());
        send(new ConfirmDepositAccount(DEPOSIT), Decisions.taken(Role.OFFICER));
    }

    private DecideAdjustment approve(AdjustmentId id) {
        return new DecideAdjustment(
                id, AdjustmentOutcome.APPROVED, null, "Đủ điều kiện", "07/2025/PLHĐ-01", today, null);
    }

    private void rulesInForce() {
        RuleProposals proposals = department.system().bean(RuleProposals.class);
        Stream.of(
                        "deadline.adjustment-answer",
                        "deadline.adjustment-objection",
                        "deadline.extension-request",
                        "withdrawal.line-limit")
                .flatMap(family -> proposals.versions().stream()
                        .filter(each -> each.family().equals(family) && each.validOn(today)))
                .forEach(version -> send(
                        new PutRuleVersionInForce(version.family(), version.version(), RuleHash.of(version), false),
                        Decisions.taken(Role.DIRECTOR)));
        CalendarYear year = proposals.calendars().stream()
                .filter(each -> each.year() == today.getYear())
                .findFirst()
                .orElseThrow();
        send(
                new DecideCalendarYear(
                        year.year(), year.confidence(), year.source(), year.daysOff(), year.workedWeekends()),
                Decisions.taken(Role.DIRECTOR));
    }

    private static Decision head() {
        return Decisions.takenFor(HOST, "host head", Role.HOST_HEAD);
    }

    private long send(Command command, Decision decision) {
        return department.send(command, Decisions.on(today, decision)).position();
    }

    private void on(LocalDate day) {
        today = day;
        Instant morning = day.atTime(8, 0).atZone(StoryClock.ZONE).toInstant();
        department.system().clock().moveTo(morning);
    }

    private JsonNode task(String fields) {
        department
                .system()
                .views()
                .await(department
                        .system()
                        .bean(vn.minhchung.kernel.RecordedEvents.class)
                        .head());
        return inspector
                .data("query($id: ID!) { project(id: $id) { %s } }".formatted(fields), Map.of("id", TASK.value()))
                .get("project");
    }

    /** What the adjustment waited for at a position. */
    private JsonNode step(long position, AdjustmentId of) {
        return inspector
                .data("""
                        query($id: ID!) { asOf(position: "%d") { project(id: $id) {
                          waitingFor { step dueOn calendar rule { family } party { stableId }
                            object { ... on Adjustment { stableId } } } } } }""".formatted(position), Map.of("id", TASK.value()))
                .at("/asOf/project/waitingFor")
                .valueStream()
                .filter(step -> step.at("/object/stableId").asString("").equals(of.value()))
                .findFirst()
                .orElseThrow();
    }

    private static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }
}
