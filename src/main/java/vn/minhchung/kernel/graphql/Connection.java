package vn.minhchung.kernel.graphql;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.Views;

/**
 * A Relay connection.
 *
 * @param counting asked only where {@code totalCount} is
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, LongSupplier counting) {

    public record Edge<T>(String cursor, T node) {}

    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    public long totalCount() {
        return counting.getAsLong();
    }

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /** A page of a view at the moment, as the arguments ask for it. */
    public static <V extends Record> Connection<Shown<V>> of(
            Views views, ViewTable<V> table, Filter filter, Moment moment, PageArgs args) {
        return of(views.page(table, filter, moment.position(), args.after(), args.first()), moment, args);
    }

    public static <V extends Record> Connection<Shown<V>> of(Page<V> page, Moment moment, PageArgs args) {
        return of(
                page.items(),
                item -> new Shown<>(moment, item.id(), item.view()),
                Page.Item::order,
                moment,
                args,
                page.hasNext(),
                page::totalCount);
    }

    public static <I, T> Connection<T> of(
            List<I> items,
            Function<I, T> node,
            Function<I, Long> order,
            Moment moment,
            PageArgs args,
            boolean hasNext,
            LongSupplier counting) {
        List<Edge<T>> edges = items.stream()
                .map(i -> new Edge<>(Cursor.write(moment.position(), order.apply(i)), node.apply(i)))
                .toList();
        return new Connection<>(
                edges,
                new PageInfo(
                        hasNext,
                        args.after() > 0,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                counting);
    }
}
