package vn.minhchung.budgets.read;

import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.DepositAccountEvent;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountClosed;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountConfirmed;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountRegistered;
import vn.minhchung.budgets.DepositAccountView;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Hosts' deposit accounts. */
@Component
class DepositAccountProjector implements Projector {
    @Override
    public String name() {
        return "budgets.DepositAccount";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.DEPOSIT_ACCOUNTS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof DepositAccountEvent event)) return;
        String id = event.depositAccount().value();
        switch (event) {
            case DepositAccountRegistered e ->
                views.put(
                        BudgetsViews.DEPOSIT_ACCOUNTS,
                        id,
                        new DepositAccountView(e.host(), e.number(), e.treasury(), e.validFrom(), e.validTo(), false));
            case DepositAccountConfirmed _ ->
                change(
                        id,
                        views,
                        v -> new DepositAccountView(
                                v.host(), v.number(), v.treasury(), v.validFrom(), v.validTo(), true));
            case DepositAccountClosed e ->
                change(
                        id,
                        views,
                        v -> new DepositAccountView(
                                v.host(), v.number(), v.treasury(), v.validFrom(), e.validTo(), v.confirmed()));
        }
    }

    private static void change(String id, ViewWriter views, UnaryOperator<DepositAccountView> change) {
        DepositAccountView before = views.get(BudgetsViews.DEPOSIT_ACCOUNTS, id);
        if (before != null) views.put(BudgetsViews.DEPOSIT_ACCOUNTS, id, change.apply(before));
    }
}
