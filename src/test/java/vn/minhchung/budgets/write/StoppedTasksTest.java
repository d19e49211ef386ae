package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Items.piece;
import static vn.minhchung.budgets.write.Items.share;
import static vn.minhchung.budgets.write.Spent.file;
import static vn.minhchung.budgets.write.Spent.item;
import static vn.minhchung.budgets.write.Spent.replace;
import static vn.minhchung.budgets.write.Spent.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhchung.budgets.EstimateCommand.ApproveEstimate;
import vn.minhchung.budgets.EstimateCommand.MoveBetweenLines;
import vn.minhchung.budgets.EstimateCommand.PlanLineMoves;
import vn.minhchung.budgets.EstimateCommand.ProposeEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnEstimate;
import vn.minhchung.budgets.SavingLine;
import vn.minhchung.budgets.SavingsCommand.DeclareSaving;
import vn.minhchung.budgets.SpendingCommand.AcceptSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReturnSpendingReport;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TaskState;
import vn.minhchung.projects.Tasks;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What is still planned, reported and saved of a task that was stopped or has ended (domain.md 1.8, 1.11, 2.4; ADR 13). */
class StoppedTasksTest {
    private static final Decision BY_HOST = Decisions.takenFor(HOST, "kế toán viện", Role.HOST_ACCOUNTANT);
    private static final TaskFacts RUNNING = Cast.task(
            TASK, true, KhoanMode.TUNG_PHAN, share(LineCategory.OTHER, 30), share(LineCategory.STATIONERY, 20));

    private TaskFacts now = RUNNING;
    private @Nullable LocalDate stoppedOn;

    private final Tasks tasks = new Tasks() {
        @Override
        public TaskFacts require(ProjectId project) {
            return now;
        }

        @Override
        public Optional<LocalDate> stoppedOn(ProjectId project) {
            return Optional.ofNullable(stoppedOn);
        }
    };

    private final AllShipped rules = new AllShipped();
    private final DecisionFixture fixture = DecisionFixture.of(aggregates -> {
        EstimateDesk estimates = new EstimateDesk(aggregates, tasks, rules, new Cast.Everybody());
        return List.of(
                estimates,
                new SpendingDesk(aggregates, tasks, estimates, rules, new Cast.Everybody()),
                new SavingsDesk(aggregates, tasks, estimates, rules));
    });

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "TERMINATED", "LIQUIDATED"})
    void nothing_is_planned_any_more(TaskState state) {
        ProposeEstimate proposal =
                new ProposeEstimate(TASK, List.of(piece(LineCategory.OTHER, 30), piece(LineCategory.STATIONERY, 20)));
        stands(state);
        fixture.when(proposal, HOST_HEAD).expectRefusal(ErrorCode.WRONG_STATE);

        stands(TaskState.CONTRACTED);
        fixture.given(proposal, HOST_HEAD);
        stands(state);
        fixture.when(new ApproveEstimate(TASK, null), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        fixture.when(new ReturnEstimate(TASK, "Nhiệm vụ đã dừng"), DIRECTOR).events();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "TERMINATED", "LIQUIDATED"})
    void no_money_moves_between_lines(TaskState state) {
        fixture.given(
                        new ProposeEstimate(
                                TASK, List.of(piece(LineCategory.OTHER, 30), piece(LineCategory.STATIONERY, 20))),
                        Decisions.takenFor(HOST, "chủ nhiệm", Role.INVESTIGATOR))
                .given(new ApproveEstimate(TASK, null), DIRECTOR);
        PlanLineMoves plan =
                new PlanLineMoves(TASK, List.of(piece(LineCategory.OTHER, 25), piece(LineCategory.STATIONERY, 25)));
        stands(state);
        fixture.when(plan, BY_HOST).expectRefusal(ErrorCode.WRONG_STATE);

        stands(TaskState.CONTRACTED);
        fixture.given(plan, BY_HOST);
        stands(state);
        fixture.when(new MoveBetweenLines(TASK), HOST_HEAD).expectRefusal(ErrorCode.WRONG_STATE);
        stands(TaskState.CONTRACTED);
        fixture.when(new MoveBetweenLines(TASK), HOST_HEAD).events();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "TERMINATED"})
    void what_was_spent_until_the_stop_is_reported_and_accepted_for_the_refund_rests_on_it(TaskState state) {
        stands(state);
        stoppedOn = TODAY.minusDays(1);
        fixture.when(file("late", false, item(LineCategory.OTHER, 5, "1")), BY_HOST)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);

        stoppedOn = TODAY;
        fixture.given(file("a", false, item(LineCategory.OTHER, 5, "1")), BY_HOST)
                .given(new AcceptSpendingReport(report("a"), null), ACCOUNTANT);
    }

    @Test
    void of_a_liquidated_task_nothing_new_is_reported_but_what_was_sent_back_is_completed() {
        fixture.given(file("a", false, item(LineCategory.OTHER, 5, "1")), BY_HOST)
                .given(file("b", false, item(LineCategory.OTHER, 5, "2")), BY_HOST);
        stands(TaskState.LIQUIDATED);

        fixture.when(file("c", false, item(LineCategory.OTHER, 5, "3")), BY_HOST)
                .expectRefusal(ErrorCode.WRONG_STATE);
        fixture.when(replace("b", item(LineCategory.OTHER, 4, "2")), BY_HOST).expectRefusal(ErrorCode.WRONG_STATE);
        fixture.given(new ReturnSpendingReport(report("a"), "Thiếu hoá đơn"), ACCOUNTANT)
                .given(replace("a", item(LineCategory.OTHER, 4, "1")), BY_HOST)
                .given(new AcceptSpendingReport(report("a"), null), ACCOUNTANT);
    }

    @Test
    void nothing_is_saved_before_the_work_was_accepted_with_dat_or_better() {
        DeclareSaving saving = new DeclareSaving(
                new SavingsReportId(Id.derived("savings-report", "a")),
                TASK,
                List.of(new SavingLine(LineCategory.OTHER, 2025, true, m(8), m(0))),
                true,
                true);
        fixture.when(saving, BY_HOST).expectRefusal(ErrorCode.SAVING_BEFORE_ACCEPTANCE);
        for (TaskState state : List.of(TaskState.SUSPENDED, TaskState.TERMINATED)) {
            stands(state);
            fixture.when(saving, BY_HOST).expectRefusal(ErrorCode.SAVING_BEFORE_ACCEPTANCE);
        }
        now = Cast.standing(RUNNING, TaskState.ASSESSED, Grade.FAILED);
        assertThat(fixture.when(saving, BY_HOST)
                        .expectRefusal(ErrorCode.SAVING_BEFORE_ACCEPTANCE)
                        .facts())
                .containsEntry("grade", "FAILED");
        now = Cast.standing(RUNNING, TaskState.ASSESSED, Grade.PASSED);
        fixture.when(saving, BY_HOST).events();
    }

    private void stands(TaskState state) {
        now = Cast.standing(RUNNING, state, null);
    }
}
