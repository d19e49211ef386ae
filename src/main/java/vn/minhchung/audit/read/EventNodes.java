package vn.minhchung.audit.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.graphql.EventLookup;
import vn.minhchung.kernel.graphql.NodeFinder;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Recorded events as objects of the schema: by id, and by the positions a command wrote. */
@Component
final class EventNodes implements NodeFinder, EventLookup {
    private static final String BOOKKEEPING = "platform.RequestAccepted";

    private final EventBook events;

    EventNodes(EventBook events) {
        this.events = events;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public String typeName() {
        return "RecordedEvent";
    }

    @Override
    public Map<String, Shown<?>> load(Collection<String> ids, Moment moment, Viewer viewer) {
        Map<String, Shown<?>> found = new LinkedHashMap<>();
        events.byId(ids, viewer, moment.position()).forEach((id, event) -> found.put(id, shown(event, moment)));
        return found;
    }

    @Override
    public List<Shown<?>> between(long first, long last, Moment moment, Viewer viewer) {
        List<Shown<?>> found = new ArrayList<>();
        long through = Math.min(last, moment.position());
        int most = Math.toIntExact(Math.max(0, through - first + 1));
        for (EventView event : events.list(EventQuery.ALL, viewer, first - 1, through, most)) {
            if (!event.name().equals(BOOKKEEPING)) found.add(shown(event, moment));
        }
        return found;
    }

    private static Shown<EventView> shown(EventView event, Moment moment) {
        return new Shown<>(moment, event.id(), event);
    }
}
