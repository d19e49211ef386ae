package vn.minhchung.budgets.api;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.AppropriationView;
import vn.minhchung.budgets.BudgetYearState;
import vn.minhchung.budgets.YearClosing;
import vn.minhchung.budgets.YearEntries;
import vn.minhchung.budgets.api.FigureGraphql.EntryShown;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.rules.DueDay;

/** The end of an appropriation's year: where it stands, what was reported, what was recorded late. */
@Controller
class BudgetYearGraphql {
    private final BatchSource<DueDay.Key, DueDay> dueDays;
    private final BatchSource<YearEntries.Key, YearEntries> entries;
    private final Moments moments;

    BudgetYearGraphql(
            BatchSource<DueDay.Key, DueDay> dueDays,
            BatchSource<YearEntries.Key, YearEntries> entries,
            Moments moments) {
        this.dueDays = dueDays;
        this.entries = entries;
        this.moments = moments;
    }

    @SchemaMapping(typeName = "Appropriation", field = "yearState")
    CompletableFuture<BudgetYearState> yearState(Shown<AppropriationView> appropriation, Loader loader) {
        AppropriationView view = appropriation.view();
        return day(appropriation, "lastDraw", loader)
                .thenCombine(
                        day(appropriation, "adjustmentEnds", loader),
                        (lastDraw, adjustmentEnds) -> BudgetYearState.on(
                                appropriation.moment().day(), view.year(), lastDraw, adjustmentEnds, view.closing()));
    }

    @SchemaMapping(typeName = "Appropriation", field = "closing")
    @Nullable
    Shown<YearClosingShown> closing(Shown<AppropriationView> appropriation) {
        YearClosing closing = appropriation.view().closing();
        return closing == null
                ? null
                : new Shown<>(
                        appropriation.moment(), appropriation.id(), YearClosingShown.of(appropriation.view(), closing));
    }

    @SchemaMapping(typeName = "Appropriation", field = "lateEntries")
    CompletableFuture<List<EntryShown>> lateEntries(Shown<AppropriationView> appropriation, Loader loader) {
        return loader.batch(
                        entries,
                        new YearEntries.Key(
                                appropriation.moment().position(),
                                appropriation.view().appropriation(),
                                appropriation.view().year(),
                                null))
                .thenApply(found -> found.late().stream()
                        .map(entry -> new EntryShown(appropriation.moment(), entry))
                        .toList());
    }

    /** The same object at the position whose figures were reported: every figure as it was then. */
    @SchemaMapping(typeName = "YearClosing", field = "then")
    CompletableFuture<@Nullable Shown<?>> then(Shown<YearClosingShown> closing, Loader loader) {
        return moments.at(closing.view().reportedAt())
                .map(moment -> loader.node(closing.view().appropriation(), moment))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @SchemaMapping(typeName = "YearClosing", field = "explainedBy")
    CompletableFuture<List<Shown<?>>> explainedBy(Shown<YearClosingShown> closing, Loader loader) {
        YearClosingShown view = closing.view();
        return loader.batch(
                        entries,
                        new YearEntries.Key(
                                closing.moment().position(), view.appropriation(), view.year(), view.reportedAt()))
                .thenCompose(found -> loader.nodes(found.since(), closing.moment()));
    }

    private CompletableFuture<@Nullable LocalDate> day(
            Shown<AppropriationView> appropriation, String parameter, Loader loader) {
        DueDay.Key key = DueDay.Key.yearEnd(
                appropriation.moment().position(),
                parameter,
                appropriation.view().year());
        return loader.batch(dueDays, key).thenApply(due -> due == null ? null : due.on());
    }
}
