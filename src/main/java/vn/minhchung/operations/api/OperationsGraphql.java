package vn.minhchung.operations.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.ViewKeeper;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.operations.OperationsViews;
import vn.minhchung.operations.ViewOrderView;

/** How the views stand, what they hold, and operators' orders with what came of them. */
@Controller
final class OperationsGraphql {
    private final ViewKeeper keeper;
    private final Views views;
    private final Progresses progresses;

    OperationsGraphql(ViewKeeper keeper, Views views, Progresses progresses) {
        this.keeper = keeper;
        this.views = views;
        this.progresses = progresses;
    }

    /** @param failedAt the event that stopped the view */
    record ViewStanding(
            String name,
            ViewKeeper.State state,
            long position,
            long behind,
            @Nullable Long failedAt,
            @Nullable String cause,
            @Nullable Instant stoppedAt) {
        static ViewStanding of(ViewKeeper.Standing standing) {
            return new ViewStanding(
                    standing.view(),
                    standing.state(),
                    standing.position(),
                    standing.behind(),
                    standing.state() == ViewKeeper.State.STOPPED ? standing.position() + 1 : null,
                    standing.cause(),
                    standing.since());
        }
    }

    /** @param endsAround at the rate so far; null before it runs and when it is over */
    record ViewOrderProgress(
            ViewKeeper.Progress state,
            @Nullable Long position,
            @Nullable Long goal,
            @Nullable Long eventsPerSecond,
            @Nullable Instant startedAt,
            @Nullable Instant endsAround,
            @Nullable Instant endedAt,
            @Nullable String cause,
            List<String> differing) {
        static ViewOrderProgress of(ViewKeeper.Order order) {
            return new ViewOrderProgress(
                    order.progress(),
                    order.position(),
                    order.goal(),
                    order.perSecond(),
                    order.startedAt(),
                    endsAround(order),
                    order.endedAt(),
                    order.cause(),
                    order.differing());
        }

        private static @Nullable Instant endsAround(ViewKeeper.Order order) {
            Instant start = order.startedAt();
            Long goal = order.goal();
            Long rate = order.perSecond();
            if (order.progress() != ViewKeeper.Progress.RUNNING || start == null || goal == null || rate == null)
                return null;
            return start.plus(Duration.ofSeconds(Math.ceilDiv(goal, Math.max(1, rate))));
        }
    }

    @QueryMapping
    List<ViewStanding> viewStandings() {
        return keeper.standings().stream().map(ViewStanding::of).toList();
    }

    @QueryMapping
    List<ViewKeeper.Receipt> viewReceipts(@Argument @Nullable List<String> views, Moment moment) {
        return keeper.receipts(views == null ? keeper.names() : views, moment.position());
    }

    @SchemaMapping(typeName = "ViewReceipt")
    String name(ViewKeeper.Receipt receipt) {
        return receipt.view();
    }

    @QueryMapping
    Connection<Shown<ViewOrderView>> viewOrders(Moment moment, PageArgs page) {
        return Connection.of(views, OperationsViews.VIEW_ORDERS, Filter.none(), moment, page);
    }

    @SchemaMapping(typeName = "ViewOrder")
    CompletableFuture<@Nullable ViewOrderProgress> progress(Shown<ViewOrderView> order, Loader loader) {
        return loader.batch(progresses, order.view().order().value())
                .thenApply(found -> found == null ? null : ViewOrderProgress.of(found));
    }

    /** What came of orders, now. */
    @Component
    static final class Progresses implements BatchSource<String, ViewKeeper.Order> {
        private final ViewKeeper keeper;

        Progresses(ViewKeeper keeper) {
            this.keeper = keeper;
        }

        @Override
        public String name() {
            return "operations.orders";
        }

        @Override
        public Map<String, ViewKeeper.Order> load(Collection<String> ids) {
            return keeper.orders(ids);
        }
    }
}
