package vn.minhchung.budgets.read;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.RefundEvent;
import vn.minhchung.budgets.RefundView;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Refunds and where they stand. */
@Component
class RefundProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Refund";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.REFUNDS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof RefundEvent event)) return;
        String id = event.refund().value();
        RefundView before = views.get(BudgetsViews.REFUNDS, id);
        RefundDraft draft = new RefundDraft(event.project(), before);
        draft.apply(event, TreasuryPaperProjector.day(recorded));
        views.put(BudgetsViews.REFUNDS, id, draft.view());
    }
}
