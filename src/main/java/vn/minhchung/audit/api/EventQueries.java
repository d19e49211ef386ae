package vn.minhchung.audit.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;

/** Lists of recorded events. */
@Controller
final class EventQueries {
    private final EventBook events;

    EventQueries(EventBook events) {
        this.events = events;
    }

    /** In order of position; a position is its own cursor, so that a reader goes on where it stopped, for years. */
    @QueryMapping
    EventList events(
            @Argument @Nullable Long after,
            @Argument @Nullable EventFilter filter,
            @Argument @Nullable Integer first,
            Moment moment,
            Viewer viewer) {
        int wanted = PageArgs.size(first);
        EventQuery query = EventFilter.query(filter);
        long start = after == null ? 0 : after;
        List<EventView> found = events.list(query, viewer, start, moment.position(), wanted + 1);
        return EventList.of(query, moment, found, wanted, start > 0, Long::toString);
    }

    @SchemaMapping(typeName = "EventConnection", field = "totalCount")
    long eventCount(EventList list, Viewer viewer) {
        return events.count(list.query(), viewer, 0, list.moment().position());
    }
}
