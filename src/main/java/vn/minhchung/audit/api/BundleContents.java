package vn.minhchung.audit.api;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.RestsOn;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.log.LeafFields;
import vn.minhchung.kernel.log.Tile;

/**
 * Which events bear on an object: those that name it, with all parts of their commands; and those they rest on: what they
 * were caused by or correct, what they say themselves to rest on, the families of the rules they name, the delegations under
 * which was acted, and whoever acted as an account. Streams that are of the object, those rested on, and those of events that
 * its own events say to rest on, are taken whole, so that nothing is missing in them.
 */
@Component
final class BundleContents {
    private static final int PAGE = 500;

    private final EventBook events;
    private final EventCodec codec;
    private final SealedLog log;

    BundleContents(EventBook events, EventCodec codec, SealedLog log) {
        this.events = events;
        this.codec = codec;
        this.log = log;
    }

    /**
     * @param positions of the events
     * @param streams of which every event up to the moment is among them
     * @param about those of the events that name the object
     * @param rules that these name
     */
    record Contents(BitSet positions, SortedSet<String> streams, List<EventView> about, Set<RuleRef> rules) {}

    /** @param size of a sealed state that has all events up to {@code asOf} */
    Contents of(String object, long asOf, long size, Viewer viewer) {
        BitSet positions = new BitSet();
        Set<String> streams = new LinkedHashSet<>(List.of(object));
        Set<String> restedOn = new LinkedHashSet<>();
        Set<String> ownGrounds = new LinkedHashSet<>();
        Set<RuleRef> rules = new LinkedHashSet<>();
        List<EventView> about = about(object, asOf, viewer);
        for (EventView event : about) {
            add(event, positions);
            if (event.sequence() == 0) streams.add(event.stream());
            restedOn(event, restedOn);
            rules.addAll(event.envelope().rules());
            if (event.decoded(codec) instanceof RestsOn told) {
                rules.add(told.rule());
                restedOn.addAll(told.restsOn());
                if (event.stream().equals(object)) ownGrounds.addAll(told.restsOn());
            }
        }
        rules.forEach(rule -> restedOn.add(rule.stream()));
        for (EventView event : events.byId(restedOn, viewer, asOf).values()) {
            add(event, positions);
            if (ownGrounds.contains(event.id())) streams.add(event.stream());
        }
        streams.addAll(restedOn);
        return new Contents(positions, whole(streams, asOf, size, positions), about, rules);
    }

    private List<EventView> about(String object, long asOf, Viewer viewer) {
        List<EventView> all = new ArrayList<>();
        List<EventView> page;
        do {
            page = events.list(
                    EventQuery.about(object),
                    viewer,
                    all.isEmpty() ? 0 : all.getLast().position(),
                    asOf,
                    PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    /** With the other parts of its command. */
    private static void add(EventView event, BitSet positions) {
        int first = Math.toIntExact(event.position() - event.envelope().partNumber() + 1);
        positions.set(first, first + event.envelope().parts());
    }

    /** Adds ids of events and streams. */
    private static void restedOn(EventView event, Set<String> found) {
        add(event.causedById(), found);
        add(event.correctsId(), found);
        Decision decision = event.envelope().decision();
        if (decision == null) return;
        found.add(decision.actor().account().value());
        add(decision.decidedBy().delegation(), found);
        for (Actor.Delegated role : decision.actor().delegations().values()) found.add(role.delegation());
    }

    private static void add(@Nullable String id, Set<String> found) {
        if (id != null) found.add(id);
    }

    /** Adds all events of these streams as the sealed entries tell; answers the streams there are. */
    private SortedSet<String> whole(Set<String> streams, long asOf, long size, BitSet positions) {
        SortedSet<String> found = new TreeSet<>();
        for (long index = 0; index * Tile.WIDTH < asOf; index++) {
            for (byte[] entry : log.entries(index, size)) {
                LeafFields fields = LeafFields.parse(entry);
                if (fields.position() > asOf || !streams.contains(fields.stream())) continue;
                found.add(fields.stream());
                positions.set(Math.toIntExact(fields.position()));
            }
        }
        return found;
    }
}
