package vn.minhchung.budgets.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.AppropriationView;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.Figure;
import vn.minhchung.budgets.Formula;
import vn.minhchung.budgets.LedgerQuery.Sum;
import vn.minhchung.budgets.LedgerQuery.SumKey;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** Year appropriations: staff see them all, nobody else any. */
@Controller
class AppropriationGraphql {
    private final Views views;
    private final BatchSource<SumKey, List<Sum>> sums;

    AppropriationGraphql(Views views, BatchSource<SumKey, List<Sum>> sums) {
        this.views = views;
        this.sums = sums;
    }

    @QueryMapping
    Connection<Shown<AppropriationView>> appropriations(
            @Argument @Nullable String unit,
            @Argument @Nullable Integer year,
            PageArgs page,
            Moment moment,
            Viewer viewer) {
        Filter filter = Filter.none();
        if (!viewer.staff()) filter.and("false");
        if (unit != null) filter.and("v.unit = :unit", "unit", GlobalId.stable(unit));
        if (year != null) filter.and("v.year = :year", "year", year);
        return Connection.of(views, BudgetsViews.APPROPRIATIONS, filter, moment, page);
    }

    @SchemaMapping(typeName = "Appropriation", field = "unit")
    CompletableFuture<@Nullable Shown<?>> unit(Shown<AppropriationView> appropriation, Loader loader) {
        return loader.node(appropriation.view().unit(), appropriation.moment());
    }

    @SchemaMapping(typeName = "Appropriation", field = "allocations")
    List<Shown<AllocationShown>> allocations(Shown<AppropriationView> appropriation) {
        return appropriation.view().tasks().stream()
                .map(task -> new Shown<>(
                        appropriation.moment(),
                        appropriation.id(),
                        new AllocationShown(appropriation.view().appropriation(), task)))
                .toList();
    }

    /** A cut may leave more given to tasks than there is. */
    @SchemaMapping(typeName = "Appropriation", field = "overAllocated")
    CompletableFuture<Boolean> overAllocated(Shown<AppropriationView> appropriation, Loader loader) {
        Figure left = FigureFields.of(appropriation, Formula.UNALLOCATED, null);
        return loader.batch(sums, left.sums())
                .thenApply(found -> left.amount(found).isNegative());
    }

    @SchemaMapping(typeName = "Allocation", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<AllocationShown> allocation, Loader loader) {
        return loader.node(allocation.view().project(), allocation.moment());
    }
}
