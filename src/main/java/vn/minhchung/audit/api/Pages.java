package vn.minhchung.audit.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Moment;

/** A page of a list that is known as a whole and is the same at a moment whenever it is made. */
final class Pages {
    private Pages() {}

    static <I, T> Connection<T> of(List<I> all, Function<I, T> node, Moment moment, PageArgs page) {
        int from = (int) Math.min(page.after(), all.size());
        int to = Math.min(from + page.first(), all.size());
        List<Integer> places = new ArrayList<>();
        for (int place = from; place < to; place++) places.add(place);
        return Connection.of(
                places,
                place -> node.apply(all.get(place)),
                place -> place + 1L,
                moment,
                page,
                to < all.size(),
                all::size);
    }
}
