package vn.minhchung.platform.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.graphql.NodeFinder;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** Every kind of object by id. What the viewer may not see is not there. */
@Component
final class Nodes {
    private final Map<String, NodeFinder> finders = new HashMap<>();

    Nodes(List<NodeFinder> finders, List<NodeSource<?>> sources, Views views) {
        finders.forEach(this::add);
        sources.forEach(source -> add(new InTable<>(source, views)));
    }

    private void add(NodeFinder finder) {
        if (finders.put(finder.kind(), finder) != null) throw new IllegalStateException("two kinds " + finder.kind());
    }

    @Nullable
    String typeOf(String id) {
        NodeFinder finder = finders.get(Id.kindOf(id));
        return finder == null ? null : finder.typeName();
    }

    NodeFinder.Sight sight(String id, Moment moment, Viewer viewer) {
        NodeFinder finder = finders.get(Id.kindOf(id));
        return finder == null ? NodeFinder.Sight.UNKNOWN : finder.sight(id, moment, viewer);
    }

    Map<OperationLoader.NodeKey, Shown<?>> load(Collection<OperationLoader.NodeKey> keys, Viewer viewer) {
        record Group(String kind, Moment moment) {}
        Map<Group, List<OperationLoader.NodeKey>> groups = new LinkedHashMap<>();
        keys.forEach(key -> groups.computeIfAbsent(new Group(Id.kindOf(key.id()), key.moment()), _ -> new ArrayList<>())
                .add(key));
        Map<OperationLoader.NodeKey, Shown<?>> found = new HashMap<>();
        groups.forEach((group, wanted) -> {
            NodeFinder finder = finders.get(group.kind());
            if (finder == null) return;
            List<String> ids = wanted.stream().map(OperationLoader.NodeKey::id).toList();
            finder.load(ids, group.moment(), viewer)
                    .forEach((id, shown) -> found.put(new OperationLoader.NodeKey(group.moment(), id), shown));
        });
        return found;
    }

    private record InTable<V extends Record & Readable>(NodeSource<V> source, Views views) implements NodeFinder {
        @Override
        public String kind() {
            return source.kind();
        }

        @Override
        public String typeName() {
            return source.typeName();
        }

        @Override
        public Sight sight(String id, Moment moment, Viewer viewer) {
            return views.find(source.table(), id, moment.position())
                    .map(view -> view.visibleTo(viewer) ? Sight.SEEN : Sight.HIDDEN)
                    .orElse(Sight.UNKNOWN);
        }

        @Override
        public Map<String, Shown<?>> load(Collection<String> ids, Moment moment, Viewer viewer) {
            Map<String, Shown<?>> visible = new HashMap<>();
            views.findAll(source.table(), ids, moment.position()).forEach((id, view) -> {
                if (view.visibleTo(viewer)) visible.put(id, new Shown<>(moment, id, view));
            });
            return visible;
        }
    }
}
