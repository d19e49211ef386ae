package vn.minhchung.explanation.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventBook;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Viewer;

/** The rule versions that events rest on, each once, in the order they first occur. */
@Component
final class RulesBehind implements BatchSource<RulesBehind.Key, List<RuleRef>> {
    /**
     * @param positions of the events
     * @param through the moment that is shown
     */
    record Key(List<Long> positions, long through, Viewer viewer) {}

    private record Group(long through, Viewer viewer) {}

    private final EventBook events;

    RulesBehind(EventBook events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "explanation.rules";
    }

    @Override
    public Map<Key, List<RuleRef>> load(Collection<Key> keys) {
        Map<Group, List<Key>> groups = new LinkedHashMap<>();
        for (Key key : keys)
            groups.computeIfAbsent(new Group(key.through(), key.viewer()), _ -> new ArrayList<>())
                    .add(key);
        Map<Key, List<RuleRef>> behind = new HashMap<>();
        groups.forEach((group, some) -> {
            Set<Long> positions = new LinkedHashSet<>();
            some.forEach(key -> positions.addAll(key.positions()));
            Map<Long, List<RuleRef>> found = events.rules(positions, group.viewer(), group.through());
            for (Key key : some) {
                Set<RuleRef> rules = new LinkedHashSet<>();
                key.positions().forEach(position -> rules.addAll(found.getOrDefault(position, List.of())));
                behind.put(key, List.copyOf(rules));
            }
        });
        return behind;
    }
}
