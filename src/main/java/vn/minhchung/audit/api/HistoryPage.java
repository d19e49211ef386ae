package vn.minhchung.audit.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Cursor;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/**
 * A page of an object's history; the count is only made when it is asked for.
 *
 * @param object its stable id
 * @param after events up to here are not of this history
 */
record HistoryPage(Moment moment, String object, long after, List<Step> edges, Connection.PageInfo pageInfo)
        implements HasMoment {

    /**
     * One event of the history.
     *
     * @param preceding the event before it, where it is on the same page; {@code following} likewise
     */
    record Step(
            Moment moment,
            String object,
            String cursor,
            Shown<EventView> node,
            @Nullable EventView preceding,
            @Nullable EventView following)
            implements HasMoment {

        /** The last position before the command this event is part of: before any of its events there was nothing of it. */
        long before() {
            return node.view().position() - node.view().envelope().partNumber();
        }

        /** The last position of its command: what asking at any of its events answers. */
        long after() {
            return before() + node.view().envelope().parts();
        }

        @Nullable
        Long seen() {
            var decision = node.view().envelope().decision();
            return decision == null ? null : decision.seenAt();
        }
    }

    /** @param events one more than wanted when more follow */
    static HistoryPage of(
            String object, Moment moment, long after, List<EventView> events, int first, boolean hasPrevious) {
        List<Step> steps = new ArrayList<>();
        int shown = Math.min(first, events.size());
        for (int i = 0; i < shown; i++) {
            EventView event = events.get(i);
            steps.add(new Step(
                    moment,
                    object,
                    Cursor.write(moment.position(), event.position()),
                    new Shown<>(moment, event.id(), event),
                    i > 0 ? events.get(i - 1) : null,
                    i + 1 < events.size() ? events.get(i + 1) : null));
        }
        return new HistoryPage(
                moment,
                object,
                after,
                List.copyOf(steps),
                new Connection.PageInfo(
                        events.size() > first,
                        hasPrevious,
                        steps.isEmpty() ? null : steps.getFirst().cursor(),
                        steps.isEmpty() ? null : steps.getLast().cursor()));
    }
}
