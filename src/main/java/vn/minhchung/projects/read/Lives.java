package vn.minhchung.projects.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.projects.LifeView;
import vn.minhchung.projects.ProjectViews;

/** The lives of tasks, many at a time; empty for a task in whose life nothing has happened. */
@Component
class Lives implements BatchSource<LifeView.Key, Optional<LifeView>> {
    private final Views views;

    Lives(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "projects.lives";
    }

    @Override
    public Map<LifeView.Key, Optional<LifeView>> load(Collection<LifeView.Key> keys) {
        Map<Long, List<String>> byPosition = new TreeMap<>();
        keys.forEach(key -> byPosition
                .computeIfAbsent(key.position(), _ -> new ArrayList<>())
                .add(key.project()));
        Map<LifeView.Key, Optional<LifeView>> found = new HashMap<>();
        keys.forEach(key -> found.put(key, Optional.empty()));
        byPosition.forEach((position, ids) -> views.findAll(ProjectViews.LIVES, ids, position)
                .forEach((id, life) -> found.put(new LifeView.Key(position, id), Optional.of(life))));
        return found;
    }
}
