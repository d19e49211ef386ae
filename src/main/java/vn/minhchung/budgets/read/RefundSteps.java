package vn.minhchung.budgets.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.RefundEvent;
import vn.minhchung.budgets.RefundEvent.*;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;

/** Whom a refund waits for: the authority's decision, then the host's money. */
final class RefundSteps {
    /** Of the life of a task: from the end that was not completed to the last đồng. */
    static final String STRAND = "/refund";

    private RefundSteps() {}

    static void project(RefundEvent event, WaitingList list) {
        String id = event.refund().value();
        ProjectId task = event.project();
        String key = task.value() + STRAND;
        switch (event) {
            case NonCompletionReported e -> list.waits(key, WaitingStep.DECIDE_REFUND, id, task, null, e.reportedOn());
            case RefundDecisionRecorded _ -> list.waits(key, WaitingStep.CONFIRM_REFUND, id, task);
            case RefundDecisionRejected _ -> {
                list.dropped(key);
                list.waits(key, WaitingStep.DECIDE_REFUND, id, task);
            }
            case RefundDecided e -> pays(id, task, e.host(), e.effectiveOn(), list);
            case RefundReopened e -> pays(id, task, e.host(), list.today(), list);
            case RefundTransferred e -> {
                WaitingView before = list.views().get(BudgetsViews.WAITING, key);
                pays(id, task, e.to(), before == null ? null : before.countsFrom(), list);
            }
            case RefundSettled _ -> list.done(key);
            case RefundPaymentRecorded e ->
                list.waits(id + "/" + e.payment(), WaitingStep.CONFIRM_REFUND_PAYMENT, id, task);
            case RefundPaymentRejected e -> list.dropped(id + "/" + e.payment());
            case RefundPaid e -> list.done(id + "/" + e.payment());
        }
    }

    private static void pays(
            String id, ProjectId task, OrganisationId host, @Nullable LocalDate from, WaitingList list) {
        list.waits(task.value() + STRAND, WaitingStep.PAY_REFUND, id, task, host, from);
    }
}
