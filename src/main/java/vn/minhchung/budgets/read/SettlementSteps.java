package vn.minhchung.budgets.read;

import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.SettlementEvent;
import vn.minhchung.budgets.SettlementEvent.*;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SettlementId;

/** Whom a settlement waits for. Of a task it is the end of the strand its life goes by. */
final class SettlementSteps {
    private SettlementSteps() {}

    static void project(SettlementEvent event, WaitingList list) {
        String id = event.settlement().value();
        ProjectId task = event.project();
        String key = task == null ? key(event.settlement()) : task.value() + LifeSteps.MAIN;
        switch (event) {
            case YearlySettlementFiled _ -> list.waits(key, WaitingStep.REVIEW_YEARLY_SETTLEMENT, id, null);
            case TaskSettlementFiled _ -> list.waits(key, WaitingStep.REVIEW_TASK_SETTLEMENT, id, task);
            case SettlementReviewRecorded _ -> list.waits(key, WaitingStep.CONFIRM_SETTLEMENT_REVIEW, id, task);
            case SettlementReviewRejected _ -> {
                list.dropped(key);
                list.waits(
                        key,
                        task == null ? WaitingStep.REVIEW_YEARLY_SETTLEMENT : WaitingStep.REVIEW_TASK_SETTLEMENT,
                        id,
                        task);
            }
            case SettlementReturned _ -> {
                if (task == null) list.waits(key, WaitingStep.FILE_YEARLY_SETTLEMENT, id, null);
                else {
                    var known = list.views().get(BudgetsViews.WAITING_TASKS, task.value());
                    list.waits(
                            key, WaitingStep.FILE_TASK_SETTLEMENT, id, task, known == null ? null : known.host(), null);
                }
            }
            case SettlementNoticed e -> {
                // the notice of a year is always carried out; that of a task only where something is paid back
                if (task == null || e.toPayBack().isPositive())
                    list.waits(key, WaitingStep.CARRY_OUT_SETTLEMENT_NOTICE, id, task, null, e.effectiveOn());
                else list.done(key);
            }
            case SettlementNoticeCarriedOut _ -> list.done(key);
        }
    }

    static String key(SettlementId settlement) {
        return settlement.value();
    }
}
