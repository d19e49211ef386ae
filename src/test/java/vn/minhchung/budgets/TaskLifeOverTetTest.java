package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LifeCommand.*;
import vn.minhchung.projects.LifeExamples;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.rules.CalendarCommand.DecideCalendarYear;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.RuleCommand.PutRuleVersionInForce;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.RunningSystem;

/**
 * The windows of the deadline table in the life of a task, each across Tết 2025 (25/01 to 02/02), and the steps it took: due,
 * done, by whom, in time or not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskLifeOverTetTest {
    private static final LocalDate CONTRACTED = LocalDate.of(2025, 1, 10);
    private static final LocalDate LAST_DAY_BEFORE = LocalDate.of(2025, 1, 24);
    private static final LocalDate END = LocalDate.of(2025, 1, 14);
    private static final ProjectId GRADED = ProjectExamples.project("graded over Tết");
    private static final ProjectId STOPPED = ProjectExamples.project("stopped over Tết");
    private static final List<String> FAMILIES = Stream.of(
                    "suspension-notice",
                    "periodic-report",
                    "inspection-notice",
                    "acceptance-dossier",
                    "acceptance-dossier-check",
                    "acceptance-dossier-supplement",
                    "acceptance-dossier-lapse",
                    "acceptance-corrections",
                    "result-registration",
                    "recognition",
                    "publicity",
                    "publicity-kept")
            .map(kind -> "deadline." + kind)
            .toList();

    private final Department department = new Department();
    private final RunningSystem.Client inspector = department.system().as("inspector");
    private LocalDate today = CONTRACTED;
    private long contracted;
    private long filed;
    private long returned;
    private long graded;
    private long certified;
    private long registered;
    private long proposed;

    @BeforeAll
    void two_tasks_over_tet() {
        on(CONTRACTED);
        department.withAccounts().withOrganisations();
        department.person(Decisions.person("DIRECTOR"));
        rulesInForce();
        contract(STOPPED, ProjectExamples.SECRETARY);
        contracted = contract(GRADED, ProjectExamples.INVESTIGATOR);
        on(LocalDate.of(2025, 1, 22));
        proposed = send(new ProposeSuspension(STOPPED), Decisions.taken(Role.OFFICER));
        on(LAST_DAY_BEFORE);
        accepted();
        on(LocalDate.of(2025, 2, 10));
        send(new SuspendTask(STOPPED), Decisions.taken(Role.DIRECTOR));
        long last = send(new RecogniseResults(GRADED), Decisions.taken(Role.COMMITTEE));
        assertThat(department.system().views().await(last)).isTrue();
    }

    private void accepted() {
        Decision host = Department.hostHead(ProjectExamples.HOST);
        send(new FileSelfEvaluation(GRADED, Grade.PASSED, "15/BC"), host);
        filed = send(new FileAcceptanceDossier(GRADED, LifeExamples.PAPERS), host);
        returned = send(new CheckAcceptanceDossier(GRADED, "Số liệu"), Decisions.taken(Role.OFFICER));
        send(new FileAcceptanceDossier(GRADED, LifeExamples.PAPERS), host);
        send(new CheckAcceptanceDossier(GRADED, null), Decisions.taken(Role.OFFICER));
        send(
                new RecordGrade(GRADED, Grade.PASSED, today, ProjectExamples.SECRETARY, null, null),
                minuted(Decisions.recorded("recorder", Role.OFFICER, Role.COMMITTEE)));
        graded = send(new ConfirmTaskDecision(GRADED), Decisions.taken("second", Role.REGISTRAR));
        send(new FileCorrections(GRADED, "30/GT", "Đã hoàn thiện"), host);
        certified = send(
                new CertifyCorrections(GRADED, ProjectExamples.SECRETARY, today, "05/XN"),
                Decisions.taken(Role.OFFICER));
        registered = send(new RecordCertificate(GRADED, "0007/KQNC", today), Decisions.taken(Role.REGISTRAR));
    }

    @AfterAll
    void stop() {
        department.close();
    }

    @Test
    void a_suspension_is_notified_within_seven_working_days() {
        expect(proposed, STOPPED, "DECIDE_SUSPENSION", "2025-02-07", "suspension-notice");
    }

    @Test
    void a_report_is_due_every_six_months_from_the_contract() {
        expect(contracted, GRADED, "FILE_PERIODIC_REPORT", "2025-07-10", "periodic-report");
    }

    @Test
    void the_acceptance_dossier_is_due_thirty_days_after_the_end() {
        expect(contracted, GRADED, "FILE_ACCEPTANCE_DOSSIER", "2025-02-13", "acceptance-dossier");
    }

    @Test
    void the_host_posts_the_task_within_thirty_days_of_its_approval() {
        expect(contracted, GRADED, "PUBLICISE_TASK", "2025-02-09", "publicity");
    }

    @Test
    void a_dossier_is_checked_in_three_working_days_and_supplemented_in_five() {
        expect(filed, GRADED, "CHECK_ACCEPTANCE_DOSSIER", "2025-02-05", "acceptance-dossier-check");
        expect(returned, GRADED, "SUPPLEMENT_ACCEPTANCE_DOSSIER", "2025-02-07", "acceptance-dossier-supplement");
    }

    @Test
    void corrections_are_due_thirty_working_days_after_the_session() {
        expect(graded, GRADED, "FILE_CORRECTIONS", "2025-03-14", "acceptance-corrections");
    }

    @Test
    void results_are_registered_in_thirty_days_and_recognised_ten_working_days_later() {
        expect(certified, GRADED, "REGISTER_RESULTS", "2025-02-23", "result-registration");
        expect(registered, GRADED, "RECOGNISE_RESULTS", "2025-02-14", "recognition");
    }

    @Test
    void an_inspection_after_tet_is_announced_five_working_days_before() {
        // 07/02 less five working days is 24/01, the last day before Tết
        LocalDate day = LocalDate.of(2025, 2, 7);
        assertThat(noticeDay(day)).isEqualTo(LAST_DAY_BEFORE);
    }

    @Test
    void the_steps_of_a_task_say_when_each_was_due_and_done_by_whom_and_whether_in_time() {
        JsonNode notified = step(STOPPED, "DECIDE_SUSPENSION");
        assertThat(notified.get("dueOn").asString()).isEqualTo("2025-02-07");
        assertThat(notified.get("doneOn").asString()).isEqualTo("2025-02-10");
        assertThat(notified.get("inTime").asBoolean()).isFalse();
        assertThat(notified.at("/doneBy/stableId").asString())
                .isEqualTo(Decisions.person("DIRECTOR").value());
        assertThat(notified.at("/event/name").asString()).isEqualTo("projects.TaskSuspended");
        JsonNode recognised = step(GRADED, "RECOGNISE_RESULTS");
        assertThat(recognised.get("doneOn").asString()).isEqualTo("2025-02-10");
        assertThat(recognised.get("inTime").asBoolean()).isTrue();
        assertThat(recognised.at("/rule/family").asString()).isEqualTo("deadline.recognition");
    }

    @Test
    void a_step_that_waits_is_late_only_once_its_day_is_over() {
        JsonNode waits = step(GRADED, "PUBLICISE_TASK");
        assertThat(waits.get("doneOn").isNull()).isTrue();
        assertThat(waits.get("inTime").asBoolean(true)).as("due yesterday").isFalse();
        JsonNode open = step(STOPPED, "FILE_PERIODIC_REPORT");
        assertThat(open.get("inTime").isNull()).isTrue();
        JsonNode handing = step(GRADED, "HAND_OVER_ASSETS");
        assertThat(handing.get("dueOn").isNull()).as("no rule sets a day").isTrue();
        assertThat(handing.get("inTime").isNull()).isTrue();
    }

    @Test
    void a_step_that_gave_way_is_not_said_to_be_done() {
        assertThat(steps(GRADED).valueStream().map(step -> step.get("step").asString()))
                .as("no further report after the dossier")
                .doesNotContain("FILE_PERIODIC_REPORT");
    }

    private void expect(long position, ProjectId task, String step, String dueOn, String deadline) {
        JsonNode waiting = inspector
                .data("""
                        query($id: ID!) { asOf(position: "%d") { project(id: $id) {
                          waitingFor { step dueOn rule { family } } } } }""".formatted(position), Map.of("id", task.value()))
                .at("/asOf/project/waitingFor");
        JsonNode found = named(waiting, step);
        assertThat(found.get("dueOn").asString()).as(step).isEqualTo(dueOn);
        assertThat(found.at("/rule/family").asString()).isEqualTo("deadline." + deadline);
    }

    private JsonNode step(ProjectId task, String step) {
        return named(steps(task), step);
    }

    private JsonNode steps(ProjectId task) {
        return inspector.data("""
                        query($id: ID!) { project(id: $id) { steps {
                          step dueOn doneOn inTime doneBy { stableId } rule { family } event { name } } } }""", Map.of("id", task.value())).at("/project/steps");
    }

    private static JsonNode named(JsonNode steps, String step) {
        return steps.valueStream()
                .filter(each -> each.get("step").asString().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not among " + steps));
    }

    private LocalDate noticeDay(LocalDate inspection) {
        JsonNode deadlines = inspector
                .data("{ deadlines(on: \"%1$s\", from: \"%1$s\") { kind dueOn } }".formatted(inspection))
                .get("deadlines");
        return deadlines
                .valueStream()
                .filter(each -> each.get("kind").asString().equals("inspection-notice"))
                .map(each -> LocalDate.parse(each.get("dueOn").asString()))
                .findFirst()
                .orElseThrow();
    }

    private long contract(ProjectId task, PersonId investigator) {
        Vnd state = Vnd.of(400_000_000);
        send(
                new RegisterApprovedTask(
                        task,
                        "ĐTKHCN." + task.value().substring(0, 20),
                        ProjectExamples.DEPARTMENT,
                        "Nhiệm vụ qua Tết",
                        TaskKind.DE_TAI,
                        TaskLevel.TINH,
                        ProjectExamples.HOST,
                        investigator,
                        List.of(),
                        List.of(new BudgetShare(FundSource.STATE_BUDGET, LineCategory.REMUNERATION, 2025, state)),
                        state,
                        state,
                        KhoanMode.TUNG_PHAN,
                        12,
                        LocalDate.of(2024, 1, 15),
                        END,
                        ProjectExamples.TRIGGERS),
                Decisions.taken(Role.COMMITTEE));
        return send(
                new SignContract(
                        task,
                        "01/2025/HĐ",
                        CONTRACTED,
                        state,
                        ProjectExamples.DEPARTMENT,
                        ProjectExamples.HOST_HEAD,
                        List.of(new TranchePlan(1, state, null, null))),
                Decisions.taken(Role.DIRECTOR));
    }

    private void rulesInForce() {
        RuleProposals proposals = department.system().bean(RuleProposals.class);
        for (String family : FAMILIES) {
            RuleVersion version = proposals.versions().stream()
                    .filter(each -> each.family().equals(family))
                    .findFirst()
                    .orElseThrow();
            send(
                    new PutRuleVersionInForce(family, version.version(), RuleHash.of(version), false),
                    Decisions.taken(Role.DIRECTOR));
        }
        CalendarYear year = proposals.calendars().stream()
                .filter(each -> each.year() == CONTRACTED.getYear())
                .findFirst()
                .orElseThrow();
        send(
                new DecideCalendarYear(
                        year.year(), year.confidence(), year.source(), year.daysOff(), year.workedWeekends()),
                Decisions.taken(Role.DIRECTOR));
    }

    private static Decision minuted(Decision d) {
        return new Decision(
                d.actor(),
                d.decidedBy(),
                List.of(new LegalBasis(
                        LegalBasis.Kind.MINUTES,
                        "03/BB-HĐ",
                        "Sở KH&CN",
                        LAST_DAY_BEFORE,
                        null,
                        null,
                        LegalBasis.Seen.SCAN_COMPARED)),
                d.reason(),
                d.today(),
                d.effectiveOn(),
                d.documentDate(),
                d.seenAt(),
                d.requestId(),
                d.mutation(),
                d.idempotencyKey(),
                d.channel());
    }

    private long send(Command command, Decision decision) {
        return department.send(command, signed(Decisions.on(today, decision))).position();
    }

    /** Signed on the day of the act. */
    private Decision signed(Decision d) {
        Decider by = d.decidedBy();
        return new Decision(
                d.actor(),
                new Decider(
                        by.person(),
                        by.role(),
                        by.office(),
                        by.capacity(),
                        by.onBehalfOf(),
                        by.delegation(),
                        today,
                        by.document(),
                        by.mode(),
                        by.confirmedBy()),
                d.basis(),
                d.reason(),
                d.today(),
                d.effectiveOn(),
                d.documentDate(),
                d.seenAt(),
                d.requestId(),
                d.mutation(),
                d.idempotencyKey(),
                d.channel());
    }

    private void on(LocalDate day) {
        today = day;
        Instant morning = day.atTime(8, 0).atZone(StoryClock.ZONE).toInstant();
        department.system().clock().moveTo(morning);
    }
}
