package vn.minhchung.budgets.read;

import vn.minhchung.budgets.DepositAccountEvent;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountClosed;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountConfirmed;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountRegistered;
import vn.minhchung.budgets.WaitingStep;

/** Whom a host's deposit account waits for. */
final class DepositAccountSteps {
    private DepositAccountSteps() {}

    static void project(DepositAccountEvent event, WaitingList list) {
        String id = event.depositAccount().value();
        switch (event) {
            case DepositAccountRegistered _ -> list.waits(id, WaitingStep.CONFIRM_DEPOSIT_ACCOUNT, id, null);
            case DepositAccountConfirmed _, DepositAccountClosed _ -> list.done(id);
        }
    }
}
