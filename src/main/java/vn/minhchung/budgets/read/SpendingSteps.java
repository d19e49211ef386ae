package vn.minhchung.budgets.read;

import vn.minhchung.budgets.SpendingEvent;
import vn.minhchung.budgets.SpendingEvent.SpendingAccepted;
import vn.minhchung.budgets.SpendingEvent.SpendingReplaced;
import vn.minhchung.budgets.SpendingEvent.SpendingReported;
import vn.minhchung.budgets.SpendingEvent.SpendingReturned;
import vn.minhchung.budgets.WaitingStep;

/** Whom a report of spending waits for: the department within its window, or the host. */
final class SpendingSteps {
    private SpendingSteps() {}

    static void project(SpendingEvent event, WaitingList list) {
        String id = event.report().value();
        switch (event) {
            case SpendingReported _, SpendingReplaced _ ->
                list.waits(id, WaitingStep.ACCEPT_SPENDING, id, event.project(), null, list.today());
            case SpendingReturned e ->
                list.waits(id, WaitingStep.CORRECT_SPENDING, id, event.project(), e.host(), null);
            case SpendingAccepted _ -> list.done(id);
        }
    }
}
