package vn.minhchung.budgets.read;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.EstimateEvent;
import vn.minhchung.budgets.EstimateEvent.EstimateApproved;
import vn.minhchung.budgets.EstimateEvent.EstimateProposed;
import vn.minhchung.budgets.EstimateEvent.EstimateReturned;
import vn.minhchung.budgets.EstimateEvent.EstimateRevised;
import vn.minhchung.budgets.EstimateEvent.LineMovesPlanned;
import vn.minhchung.budgets.EstimateEvent.LineMovesReturned;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.budgets.EstimateState;
import vn.minhchung.budgets.EstimateVersionKind;
import vn.minhchung.budgets.EstimateView;
import vn.minhchung.budgets.EstimateView.Version;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Estimates of tasks, with every version. */
@Component
class EstimateProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Estimate";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.ESTIMATES);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof EstimateEvent event)) return;
        switch (event) {
            case EstimateProposed e -> put(e, e.host(), views, v -> v.asks(EstimateState.PROPOSED, e.items()));
            case EstimateReturned e -> put(e, null, views, v -> v.returned(EstimateState.RETURNED, e.reason()));
            case EstimateApproved e ->
                put(
                        e,
                        null,
                        views,
                        v -> v.holds(
                                new Version(
                                        e.version(),
                                        EstimateVersionKind.APPROVED,
                                        e.approvedOn(),
                                        e.total(),
                                        null,
                                        e.expertsException(),
                                        e.lines()),
                                e.items()));
            case LineMovesPlanned e -> put(e, null, views, v -> v.asks(EstimateState.MOVES_PLANNED, e.items()));
            case LineMovesReturned e -> put(e, null, views, v -> v.returned(EstimateState.APPROVED, e.reason()));
            case MovedBetweenLines e ->
                put(
                        e,
                        null,
                        views,
                        v -> v.holds(
                                new Version(
                                        e.version(),
                                        EstimateVersionKind.MOVED,
                                        e.effectiveOn(),
                                        Vnd.sum(e.lines().stream()
                                                .map(line -> line.after())
                                                .toList()),
                                        e.moved(),
                                        null,
                                        e.lines()),
                                e.items()));
            case EstimateRevised e ->
                put(
                        e,
                        e.host(),
                        views,
                        v -> v.holds(
                                new Version(
                                        e.version(),
                                        EstimateVersionKind.REVISED,
                                        e.revisedOn(),
                                        e.total(),
                                        null,
                                        null,
                                        e.lines()),
                                e.items()));
        }
    }

    /** @param host of an event that may be the first; null else */
    private static void put(
            EstimateEvent event, @Nullable OrganisationId host, ViewWriter views, UnaryOperator<EstimateView> change) {
        String id = event.estimate().value();
        EstimateView before = views.get(BudgetsViews.ESTIMATES, id);
        if (before == null && host != null)
            before = new EstimateView(
                    event.project(), host, EstimateState.PROPOSED, List.of(), List.of(), null, List.of());
        if (before != null) views.put(BudgetsViews.ESTIMATES, id, change.apply(before));
    }
}
