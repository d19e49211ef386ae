package vn.minhchung.audit.api;

import java.util.List;
import java.util.function.LongFunction;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/**
 * A page of recorded events; the count is only made when it is asked for.
 *
 * @param position up to where the record was read: a reader goes on after it
 */
record EventList(
        Moment moment,
        EventQuery query,
        List<Connection.Edge<Shown<EventView>>> edges,
        Connection.PageInfo pageInfo,
        long position)
        implements HasMoment {

    /** @param events one more than wanted when more follow */
    static EventList of(
            EventQuery query,
            Moment moment,
            List<EventView> events,
            int first,
            boolean hasPrevious,
            LongFunction<String> cursor) {
        boolean more = events.size() > first;
        List<Connection.Edge<Shown<EventView>>> edges = events.stream()
                .limit(first)
                .map(e -> new Connection.Edge<>(cursor.apply(e.position()), new Shown<>(moment, e.id(), e)))
                .toList();
        String start = edges.isEmpty() ? null : edges.getFirst().cursor();
        String end = edges.isEmpty() ? null : edges.getLast().cursor();
        long read = more ? edges.getLast().node().view().position() : moment.position();
        return new EventList(moment, query, edges, new Connection.PageInfo(more, hasPrevious, start, end), read);
    }
}
