package vn.minhchung.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Viewer;

/** The recorded events a viewer may see, oldest first. What the viewer may not see is in no list and no count. */
public interface EventBook {
    /**
     * At most {@code max} events after one position and up to another.
     *
     * @param through the moment that is asked about; later events are unknown, also as corrections
     */
    List<EventView> list(EventQuery query, Viewer viewer, long after, long through, int max);

    /** The newest event before a position; later ones than {@code through} are unknown, also as corrections. */
    Optional<EventView> last(EventQuery query, Viewer viewer, long before, long through);

    /** Events after one position and up to another. */
    long count(EventQuery query, Viewer viewer, long after, long through);

    /** By id; what is unknown or may not be seen is left out. */
    Map<String, EventView> byId(Collection<String> ids, Viewer viewer, long through);

    /** The rule versions that the events at these positions rest on; of an event that may not be seen, none. */
    Map<Long, List<RuleRef>> rules(Collection<Long> positions, Viewer viewer, long through);
}
