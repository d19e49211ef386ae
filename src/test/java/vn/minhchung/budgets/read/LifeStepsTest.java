package vn.minhchung.budgets.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingTask;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeEvent.SuspensionProposed;
import vn.minhchung.projects.LifeEvent.TaskDecisionRejected;
import vn.minhchung.projects.LifeEvent.TaskSuspended;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Whom a task under contract waits for, and since when. */
class LifeStepsTest {
    private static final LocalDate PROPOSED = LocalDate.of(2026, 3, 2);
    private static final ProjectId TASK = new ProjectId(Id.derived("project", "nhãn"));
    private static final OrganisationId HOST = new OrganisationId(Id.derived("organisation", "viện"));

    private final Rows rows = new Rows();

    @Test
    void a_suspension_is_due_from_its_proposal_also_after_a_recorded_one_was_rejected() {
        rows.put(
                BudgetsViews.WAITING_TASKS,
                TASK.value(),
                WaitingTask.approved(HOST, LocalDate.of(2025, 1, 2), LocalDate.of(2027, 1, 2)));
        tell(PROPOSED, new SuspensionProposed(TASK, false, "chậm tiến độ"));
        tell(
                PROPOSED.plusDays(3),
                new TaskSuspended(TASK, PROPOSED, "chậm tiến độ", List.of(Decisions.person("người ghi"))));
        tell(PROPOSED.plusDays(9), new TaskDecisionRejected(TASK, TaskDecision.SUSPENSION, "sai số quyết định"));

        WaitingView step = Objects.requireNonNull(rows.get(BudgetsViews.WAITING, TASK.value() + "/suspension"));
        assertThat(step.step()).isEqualTo(WaitingStep.DECIDE_SUSPENSION);
        assertThat(step.countsFrom()).isEqualTo(PROPOSED);
    }

    private void tell(LocalDate day, LifeEvent event) {
        LifeSteps.project(event, new WaitingList(rows, rows.recorded(event, day)));
    }
}
