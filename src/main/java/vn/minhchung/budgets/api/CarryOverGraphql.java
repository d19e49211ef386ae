package vn.minhchung.budgets.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.CarryOverPart;
import vn.minhchung.budgets.CarryOverView;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** What is carried over to the next year: staff see it, nobody else does. */
@Controller
class CarryOverGraphql {
    private final Views views;

    CarryOverGraphql(Views views) {
        this.views = views;
    }

    @QueryMapping
    Connection<Shown<CarryOverView>> carryOvers(
            @Argument @Nullable String unit,
            @Argument @Nullable Integer year,
            PageArgs page,
            Moment moment,
            Viewer viewer) {
        Filter filter = Filter.none();
        if (!viewer.staff()) filter.and("false");
        if (unit != null) filter.and("v.unit = :unit", "unit", GlobalId.stable(unit));
        if (year != null) filter.and("v.year = :year", "year", year);
        return Connection.of(views, BudgetsViews.CARRY_OVERS, filter, moment, page);
    }

    @SchemaMapping(typeName = "CarryOver", field = "appropriation")
    CompletableFuture<@Nullable Shown<?>> appropriation(Shown<CarryOverView> carryOver, Loader loader) {
        return loader.node(carryOver.view().appropriation(), carryOver.moment());
    }

    @SchemaMapping(typeName = "CarryOver", field = "into")
    CompletableFuture<@Nullable Shown<?>> into(Shown<CarryOverView> carryOver, Loader loader) {
        return loader.node(carryOver.view().into(), carryOver.moment());
    }

    @SchemaMapping(typeName = "CarryOver", field = "unit")
    CompletableFuture<@Nullable Shown<?>> unit(Shown<CarryOverView> carryOver, Loader loader) {
        return loader.node(carryOver.view().unit(), carryOver.moment());
    }

    @SchemaMapping(typeName = "CarryOver", field = "parts")
    List<Shown<CarryOverPart>> parts(Shown<CarryOverView> carryOver) {
        return carryOver.view().parts().stream()
                .map(part -> new Shown<>(carryOver.moment(), carryOver.id(), part))
                .toList();
    }

    @SchemaMapping(typeName = "CarryOverPart", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<CarryOverPart> part, Loader loader) {
        return loader.node(part.view().project(), part.moment());
    }

    @SchemaMapping(typeName = "CarryOverPart", field = "advance")
    CompletableFuture<@Nullable Shown<?>> advance(Shown<CarryOverPart> part, Loader loader) {
        return loader.node(part.view().advance(), part.moment());
    }
}
