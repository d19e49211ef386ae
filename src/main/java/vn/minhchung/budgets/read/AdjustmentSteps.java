package vn.minhchung.budgets.read;

import java.time.LocalDate;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.projects.AdjustmentEvent;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecided;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecisionRecorded;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentNotified;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentObjected;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentOpinionRecorded;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentRequested;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplementAsked;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplemented;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentTookEffect;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentWithdrawn;
import vn.minhchung.projects.OpinionNeed;

/**
 * Whom an adjustment waits for: always one step. The authority answers a valid request in time: it counts from the request,
 * or from the day what was missing came.
 */
final class AdjustmentSteps {
    private AdjustmentSteps() {}

    static void project(AdjustmentEvent event, WaitingList list) {
        String id = event.adjustment().value();
        switch (event) {
            case AdjustmentRequested e -> answer(event, e.need() != OpinionNeed.NONE, e.requestedOn(), list);
            case AdjustmentSupplementAsked _ ->
                list.waits(id, WaitingStep.SUPPLEMENT_ADJUSTMENT, id, event.project(), event.host(), null);
            case AdjustmentSupplemented e -> answer(event, e.opinionsMissing(), e.suppliedOn(), list);
            case AdjustmentOpinionRecorded e -> answer(event, e.opinionsMissing(), since(id, list), list);
            case AdjustmentDecisionRecorded _ ->
                list.waits(id, WaitingStep.CONFIRM_ADJUSTMENT, id, event.project(), null, since(id, list));
            case AdjustmentNotified e ->
                list.waits(id, WaitingStep.OBJECT_TO_ADJUSTMENT, id, event.project(), null, e.notifiedOn());
            case AdjustmentDecided _, AdjustmentWithdrawn _, AdjustmentObjected _, AdjustmentTookEffect _ ->
                list.done(id);
        }
    }

    private static void answer(AdjustmentEvent event, boolean opinion, LocalDate from, WaitingList list) {
        String id = event.adjustment().value();
        list.waits(
                id,
                opinion ? WaitingStep.RECORD_ADJUSTMENT_OPINION : WaitingStep.DECIDE_ADJUSTMENT,
                id,
                event.project(),
                null,
                from);
    }

    /** The authority's time goes on from where it began. */
    private static LocalDate since(String id, WaitingList list) {
        WaitingView before = list.views().get(BudgetsViews.WAITING, id);
        return before == null || before.countsFrom() == null ? list.today() : before.countsFrom();
    }
}
