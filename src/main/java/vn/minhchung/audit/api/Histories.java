package vn.minhchung.audit.api;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;

/** The events that name an object, as far as a viewer may see them. */
@Component
final class Histories {
    private final EventBook events;

    Histories(EventBook events) {
        this.events = events;
    }

    /** @param from events up to this position are left out */
    HistoryPage page(String object, Moment moment, long from, PageArgs page, Viewer viewer) {
        long after = Math.max(from, page.after());
        List<EventView> found =
                events.list(EventQuery.about(object), viewer, after, moment.position(), page.first() + 1);
        return HistoryPage.of(object, moment, from, found, page.first(), page.after() > 0);
    }

    long count(HistoryPage page, Viewer viewer) {
        return events.count(
                EventQuery.about(page.object()),
                viewer,
                page.after(),
                page.moment().position());
    }

    List<EventView> preceding(HistoryPage.Step step, Viewer viewer) {
        long through = step.moment().position();
        return events
                .last(
                        EventQuery.about(step.object()),
                        viewer,
                        step.node().view().position(),
                        through)
                .stream()
                .toList();
    }

    List<EventView> following(HistoryPage.Step step, Viewer viewer) {
        return events.list(
                EventQuery.about(step.object()),
                viewer,
                step.node().view().position(),
                step.moment().position(),
                1);
    }
}
