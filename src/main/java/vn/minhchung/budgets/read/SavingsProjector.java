package vn.minhchung.budgets.read;

import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.SavingsEvent;
import vn.minhchung.budgets.SavingsEvent.SavingAccepted;
import vn.minhchung.budgets.SavingsEvent.SavingDeclared;
import vn.minhchung.budgets.SavingsEvent.SavingReturned;
import vn.minhchung.budgets.SavingsReportState;
import vn.minhchung.budgets.SavingsReportView;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Hosts' reports of what they saved. */
@Component
class SavingsProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Savings";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.SAVINGS_REPORTS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof SavingsEvent event)) return;
        String id = event.saving().value();
        switch (event) {
            case SavingDeclared e ->
                views.put(
                        BudgetsViews.SAVINGS_REPORTS,
                        id,
                        new SavingsReportView(
                                e.project(),
                                e.host(),
                                SavingsReportState.DECLARED,
                                e.lines(),
                                e.total(),
                                e.declaredOn(),
                                List.of(),
                                null));
            case SavingReturned e -> change(id, views, v -> v.returned(e.reason()));
            case SavingAccepted e -> change(id, views, v -> v.accepted(e.parts()));
        }
    }

    private static void change(String id, ViewWriter views, UnaryOperator<SavingsReportView> change) {
        SavingsReportView before = views.get(BudgetsViews.SAVINGS_REPORTS, id);
        if (before != null) views.put(BudgetsViews.SAVINGS_REPORTS, id, change.apply(before));
    }
}
