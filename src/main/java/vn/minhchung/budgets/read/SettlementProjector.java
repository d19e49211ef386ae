package vn.minhchung.budgets.read;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.SettlementEvent;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Settlements of years and tasks, and where they stand. */
@Component
class SettlementProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Settlement";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.SETTLEMENTS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof SettlementEvent event)) return;
        String id = event.settlement().value();
        SettlementDraft draft = new SettlementDraft(views.get(BudgetsViews.SETTLEMENTS, id));
        draft.apply(event);
        views.put(BudgetsViews.SETTLEMENTS, id, draft.view());
    }
}
