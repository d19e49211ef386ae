package vn.minhchung.budgets.read;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.SpendingEvent;
import vn.minhchung.budgets.SpendingEvent.SpendingAccepted;
import vn.minhchung.budgets.SpendingEvent.SpendingReplaced;
import vn.minhchung.budgets.SpendingEvent.SpendingReported;
import vn.minhchung.budgets.SpendingEvent.SpendingReturned;
import vn.minhchung.budgets.SpendingReportState;
import vn.minhchung.budgets.SpendingReportView;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Hosts' reports of spending. */
@Component
class SpendingProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Spending";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.SPENDING_REPORTS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof SpendingEvent event)) return;
        String id = event.report().value();
        switch (event) {
            case SpendingReported e ->
                views.put(
                        BudgetsViews.SPENDING_REPORTS,
                        id,
                        new SpendingReportView(
                                e.project(),
                                e.host(),
                                SpendingReportState.FILED,
                                1,
                                e.from(),
                                e.to(),
                                e.last(),
                                e.items(),
                                e.total(),
                                null,
                                List.of(),
                                e.postedOn(),
                                filer(recorded),
                                null,
                                null));
            case SpendingReturned e -> change(id, views, v -> v.returned(e.reason()));
            case SpendingAccepted e -> change(id, views, v -> v.accepted(e.accepted(), e.notAccepted()));
            case SpendingReplaced e ->
                views.put(
                        BudgetsViews.SPENDING_REPORTS,
                        id,
                        new SpendingReportView(
                                e.project(),
                                e.host(),
                                SpendingReportState.FILED,
                                e.version(),
                                e.from(),
                                e.to(),
                                e.last(),
                                e.items(),
                                e.total(),
                                null,
                                List.of(),
                                e.postedOn(),
                                filer(recorded),
                                null,
                                e.reason()));
        }
    }

    private static @Nullable PersonId filer(Recorded recorded) {
        var decision = recorded.envelope().decision();
        return decision == null ? null : decision.person();
    }

    private static void change(String id, ViewWriter views, UnaryOperator<SpendingReportView> change) {
        SpendingReportView before = views.get(BudgetsViews.SPENDING_REPORTS, id);
        if (before != null) views.put(BudgetsViews.SPENDING_REPORTS, id, change.apply(before));
    }
}
