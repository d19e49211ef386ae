package vn.minhchung.budgets.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.AppropriationEvent.*;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.AppropriationState;
import vn.minhchung.budgets.AppropriationView;
import vn.minhchung.budgets.AppropriationView.PendingChange;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.YearClosing;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Year appropriations, without their amounts: those are figures of the ledger. */
@Component
class AppropriationProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Appropriation";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.APPROPRIATIONS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof AppropriationEvent event)) return;
        AppropriationId id = event.appropriation();
        switch (event) {
            case AppropriationRecorded e ->
                put(
                        id,
                        view(
                                id,
                                e.code(),
                                AppropriationState.RECORDED,
                                e.carriedIn().plus(e.assigned())),
                        views);
            case AppropriationAssigned e -> {
                AppropriationView before = views.get(BudgetsViews.APPROPRIATIONS, id.value());
                put(
                        id,
                        before == null
                                ? view(id, e.code(), AppropriationState.ASSIGNED, null)
                                : before.in(AppropriationState.ASSIGNED, null),
                        views);
            }
            case AppropriationChangeRecorded e ->
                change(
                        id,
                        views,
                        v -> v.with(with(
                                v.changes(), new PendingChange(e.change(), e.kind(), e.amount(), e.effectiveOn()))));
            case AppropriationChangeRejected e -> done(id, e.change(), views);
            case AppropriationEnteredInTabmis e -> {
                done(id, e.change(), views);
                change(id, views, v -> v.in(AppropriationState.IN_TABMIS, e.enteredOn()));
            }
            case AppropriationSupplemented e -> done(id, e.change(), views);
            case AppropriationCut e -> done(id, e.change(), views);
            case AppropriationHeld e -> done(id, e.change(), views);
            case AppropriationHoldReleased e -> done(id, e.change(), views);
            case TaskAllocated e -> change(id, views, v -> v.of(with(v.tasks(), e.project())));
            case AppropriationEntryReversed e -> {
                if (e.kind() == EntryKind.ASSIGNMENT)
                    change(id, views, v -> v.in(AppropriationState.REVERSED, v.enteredInTabmisOn()));
            }
            case RecodedIn e -> change(id, views, v -> v.of(with(v.tasks(), e.project())));
            case OfRecoding _,
                    AllocationReleased _,
                    AppropriationCommitted _,
                    AppropriationCommitmentReleased _,
                    AppropriationDrawn _,
                    AppropriationDrawReversed _,
                    AppropriationGivenBack _,
                    AppropriationGiveBackReversed _ -> {
                // amounts only
            }
            case OfYear e -> ofYear(id, e, recorded.position(), views);
        }
    }

    private static void ofYear(AppropriationId id, OfYear event, long position, ViewWriter views) {
        switch (event) {
            case AppropriationSpent _,
                    AppropriationSpendingReversed _,
                    AppropriationCarryOverOpened _,
                    AppropriationCarryOverEnded _,
                    AppropriationCarriedOut _,
                    AppropriationCarriedIn _,
                    AdvanceMovedOut _,
                    AdvanceReturnDemanded _,
                    ClosedYearCorrectionRecorded _,
                    ClosedYearCorrectionRejected _,
                    ClosedYearCorrected _ -> {
                // amounts only
            }
            case AdvanceMovedIn e -> change(id, views, v -> v.of(with(v.tasks(), e.project())));
            case AppropriationCancelled e -> done(id, e.change(), views);
            case YearClosingRecorded e ->
                change(
                        id,
                        views,
                        v -> v.closing(
                                v.state(),
                                new YearClosing(
                                        e.table(),
                                        e.document(),
                                        Objects.requireNonNullElse(e.struckAt(), position),
                                        e.recordedOn(),
                                        null,
                                        null)));
            case YearClosingRejected _ -> change(id, views, v -> v.closing(v.state(), null));
            case YearClosed e ->
                change(
                        id,
                        views,
                        v -> v.closing(
                                AppropriationState.CLOSED,
                                v.closing() == null ? null : v.closing().closed(e.postedOn(), position)));
        }
    }

    private static AppropriationView view(
            AppropriationId id, AppropriationKey code, AppropriationState state, @Nullable Vnd recorded) {
        return new AppropriationView(
                id,
                code.unit(),
                code.chapter(),
                code.sector(),
                code.sourceNature(),
                code.programme(),
                code.year(),
                state,
                null,
                recorded,
                List.of(),
                List.of(),
                null);
    }

    private static void done(AppropriationId id, @Nullable Integer change, ViewWriter views) {
        if (change == null) return;
        change(
                id,
                views,
                v -> v.with(
                        v.changes().stream().filter(c -> c.number() != change).toList()));
    }

    private static <T> List<T> with(List<T> items, T item) {
        if (item instanceof ProjectId && items.contains(item)) return items;
        List<T> all = new ArrayList<>(items);
        all.add(item);
        return all;
    }

    private static void change(AppropriationId id, ViewWriter views, UnaryOperator<AppropriationView> change) {
        AppropriationView before = views.get(BudgetsViews.APPROPRIATIONS, id.value());
        if (before == null) return;
        AppropriationView after = change.apply(before);
        if (!after.equals(before)) put(id, after, views);
    }

    private static void put(AppropriationId id, AppropriationView view, ViewWriter views) {
        views.put(BudgetsViews.APPROPRIATIONS, id.value(), view);
    }
}
