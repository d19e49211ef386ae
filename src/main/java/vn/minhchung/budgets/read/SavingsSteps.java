package vn.minhchung.budgets.read;

import vn.minhchung.budgets.SavingsEvent;
import vn.minhchung.budgets.SavingsEvent.SavingAccepted;
import vn.minhchung.budgets.SavingsEvent.SavingDeclared;
import vn.minhchung.budgets.SavingsEvent.SavingReturned;
import vn.minhchung.budgets.WaitingStep;

/** Whom a savings report waits for. */
final class SavingsSteps {
    private SavingsSteps() {}

    static void project(SavingsEvent event, WaitingList list) {
        String id = event.saving().value();
        switch (event) {
            case SavingDeclared _ -> list.waits(id, WaitingStep.ACCEPT_SAVING, id, event.project());
            case SavingReturned _, SavingAccepted _ -> list.done(id);
        }
    }
}
