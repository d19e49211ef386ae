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

    /** Beside what waits of the decision that it would take the place of. */
    private static final String REVISION = "/revision";

    private RefundSteps() {}

    static void project(RefundEvent event, WaitingList list) {
        String id = event.refund().value();
        ProjectId task = event.project();
        String key = task.value() + STRAND;
        switch (event) {
            case NonCompletionReported e -> list.waits(key, WaitingStep.DECIDE_REFUND, id, task, null, e.reportedOn());
            case RefundDecisionRecorded _ ->
                list.waits(revises(key, list) ? id + REVISION : key, WaitingStep.CONFIRM_REFUND, id, task);
            case RefundDecisionRejected _ -> {
                if (list.step(id + REVISION) != null) list.dropped(id + REVISION);
                else {
                    list.dropped(key);
                    list.waits(key, WaitingStep.DECIDE_REFUND, id, task);
                }
            }
            case RefundDecided e -> {
                list.done(id + REVISION);
                pays(id, task, e.host(), e.effectiveOn(), list);
            }
            case RefundRevisionDue _ -> {
                // what the host owes is not known before: its step gives way and comes back with the new decision
                list.dropped(key);
                list.waits(key, WaitingStep.DECIDE_REFUND, id, task, null, list.today());
            }
            case RefundRevisionNotDue e -> {
                // a decision that was recorded meanwhile still waits, now as a revision
                if (list.step(key) == WaitingStep.CONFIRM_REFUND)
                    list.waits(id + REVISION, WaitingStep.CONFIRM_REFUND, id, task);
                list.dropped(key);
                pays(id, task, e.host(), e.decidedOn(), list);
            }
            case RefundReopened e -> pays(id, task, e.host(), list.today(), list);
            case RefundTransferred e -> {
                // a new decision that is due stays due
                if (revises(key, list)) {
                    WaitingView before = list.views().get(BudgetsViews.WAITING, key);
                    pays(id, task, e.to(), before == null ? null : before.countsFrom(), list);
                }
            }
            case RefundSettled _ -> list.done(key);
            case RefundPaymentRecorded e ->
                list.waits(id + "/" + e.payment(), WaitingStep.CONFIRM_REFUND_PAYMENT, id, task);
            case RefundPaymentRejected e -> list.dropped(id + "/" + e.payment());
            case RefundPaid e -> list.done(id + "/" + e.payment());
        }
    }

    /** The first decision holds until a second takes its place: the host owes meanwhile, or has paid. */
    private static boolean revises(String key, WaitingList list) {
        WaitingStep now = list.step(key);
        return now == null || now == WaitingStep.PAY_REFUND;
    }

    private static void pays(
            String id, ProjectId task, OrganisationId host, @Nullable LocalDate from, WaitingList list) {
        list.waits(task.value() + STRAND, WaitingStep.PAY_REFUND, id, task, host, from);
    }
}
