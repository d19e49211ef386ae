package vn.minhchung.budgets.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.RefundEvent;
import vn.minhchung.budgets.RefundEvent.NonCompletionReported;
import vn.minhchung.budgets.RefundEvent.RefundDecided;
import vn.minhchung.budgets.RefundEvent.RefundDecisionRecorded;
import vn.minhchung.budgets.RefundEvent.RefundDecisionRejected;
import vn.minhchung.budgets.RefundEvent.RefundRevisionDue;
import vn.minhchung.budgets.RefundEvent.RefundRevisionNotDue;
import vn.minhchung.budgets.RefundEvent.RefundSettled;
import vn.minhchung.budgets.RefundEvent.RefundTransferred;
import vn.minhchung.budgets.RefundTerms;
import vn.minhchung.budgets.TaskWaitingView;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Vnd;

/** Whom a refund waits for while a second decision would take the place of the first. */
class RefundStepsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ProjectId TASK = new ProjectId(Id.derived("project", "nhãn"));
    private static final RefundId REFUND = RefundId.of(TASK);
    private static final OrganisationId HOST = new OrganisationId(Id.derived("organisation", "viện"));
    private static final OrganisationId SUCCESSOR = new OrganisationId(Id.derived("organisation", "kế thừa"));
    private static final RefundTerms TERMS = new RefundTerms(List.of(), Vnd.ZERO, true, false);

    private final Rows rows = new Rows();

    @Test
    void the_host_owes_on_while_a_revision_is_compared_and_after_it_is_rejected() {
        tell(decided(), recorded());
        assertThat(waiting()).containsExactlyInAnyOrder(WaitingStep.PAY_REFUND, WaitingStep.CONFIRM_REFUND);
        tell(new RefundDecisionRejected(REFUND, TASK, "không có quyết định này"));
        assertThat(waiting()).containsExactly(WaitingStep.PAY_REFUND);
        assertThat(rows.done).isEmpty();
    }

    @Test
    void a_revision_that_is_confirmed_leaves_one_debt() {
        tell(decided(), recorded(), decided());
        assertThat(waiting()).containsExactly(WaitingStep.PAY_REFUND);
        assertThat(rows.done).containsExactly(WaitingStep.CONFIRM_REFUND);
    }

    @Test
    void a_first_decision_that_is_rejected_is_to_be_taken() {
        tell(
                new NonCompletionReported(REFUND, TASK, HOST, Vnd.ZERO, "thiên tai", DAY),
                recorded(),
                new RefundDecisionRejected(REFUND, TASK, "sai số"));
        assertThat(waiting()).containsExactly(WaitingStep.DECIDE_REFUND);
    }

    @Test
    void nobody_waits_for_a_settled_refund_whose_revision_was_rejected() {
        tell(decided(), new RefundSettled(REFUND, TASK, HOST, Vnd.ZERO), recorded());
        tell(new RefundDecisionRejected(REFUND, TASK, "không có quyết định này"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_clearing_booked_after_the_decision_waits_for_a_new_one() {
        tell(decided(), new RefundRevisionDue(REFUND, TASK, HOST, Vnd.ZERO, Vnd.of(1)));
        assertThat(waiting()).containsExactly(WaitingStep.DECIDE_REFUND);
        assertThat(rows.done).as("the host has paid nothing").isEmpty();
        tell(recorded());
        assertThat(waiting()).containsExactly(WaitingStep.CONFIRM_REFUND);
        tell(decided());
        assertThat(waiting()).containsExactly(WaitingStep.PAY_REFUND);
    }

    @Test
    void a_late_clearing_that_is_reversed_leaves_the_debt_as_it_was_decided() {
        tell(
                decided(),
                new RefundRevisionDue(REFUND, TASK, HOST, Vnd.ZERO, Vnd.of(1)),
                new RefundRevisionNotDue(REFUND, TASK, HOST, DAY));
        assertThat(waiting()).containsExactly(WaitingStep.PAY_REFUND);
        assertThat(steps()).singleElement().satisfies(step -> {
            assertThat(step.party()).isEqualTo(HOST);
            assertThat(step.countsFrom()).isEqualTo(DAY);
        });
    }

    @Test
    void a_new_decision_that_is_due_stays_due_when_the_debt_moves() {
        tell(
                decided(),
                new RefundRevisionDue(REFUND, TASK, HOST, Vnd.ZERO, Vnd.of(1)),
                new RefundTransferred(REFUND, TASK, HOST, SUCCESSOR, Vnd.of(1)));
        assertThat(waiting()).containsExactly(WaitingStep.DECIDE_REFUND);
        tell(decided(), new RefundTransferred(REFUND, TASK, HOST, SUCCESSOR, Vnd.of(1)));
        assertThat(steps()).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo(WaitingStep.PAY_REFUND);
            assertThat(step.party()).isEqualTo(SUCCESSOR);
        });
    }

    @Test
    void a_decision_that_was_recorded_still_waits_for_its_second_person_when_it_is_no_longer_due() {
        tell(
                decided(),
                new RefundRevisionDue(REFUND, TASK, HOST, Vnd.ZERO, Vnd.of(1)),
                recorded(),
                new RefundRevisionNotDue(REFUND, TASK, HOST, DAY));
        assertThat(waiting()).containsExactlyInAnyOrder(WaitingStep.PAY_REFUND, WaitingStep.CONFIRM_REFUND);
        tell(new RefundDecisionRejected(REFUND, TASK, "không còn phải quyết định"));
        assertThat(waiting()).containsExactly(WaitingStep.PAY_REFUND);
    }

    private void tell(RefundEvent... events) {
        for (RefundEvent event : events) {
            Recorded recorded = rows.recorded(event);
            RefundSteps.project(event, new WaitingList(rows, recorded));
        }
    }

    private List<WaitingStep> waiting() {
        return steps().stream().map(WaitingView::step).toList();
    }

    private List<WaitingView> steps() {
        TaskWaitingView waiting = rows.get(BudgetsViews.TASK_WAITING, TASK.value());
        return waiting == null ? List.of() : waiting.steps();
    }

    private static RefundDecisionRecorded recorded() {
        return new RefundDecisionRecorded(REFUND, TASK, HOST, TERMS, DAY, Evidence.DOCUMENT, List.of());
    }

    private static RefundDecided decided() {
        return new RefundDecided(
                REFUND,
                TASK,
                HOST,
                TERMS,
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                null,
                null,
                List.of(),
                "entry",
                DAY,
                DAY,
                Evidence.DOCUMENT,
                List.of());
    }
}
