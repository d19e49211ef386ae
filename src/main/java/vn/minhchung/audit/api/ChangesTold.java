package vn.minhchung.audit.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.graphql.Changes;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Views;

/** Changes as their sentences. */
@Component
final class ChangesTold implements Changes {
    private static final int MOST = 50;

    private final EventBook events;
    private final Sentences sentences;
    private final Views views;

    ChangesTold(EventBook events, Sentences sentences, Views views) {
        this.events = events;
        this.sentences = sentences;
        this.views = views;
    }

    @Override
    public List<Map<String, String>> since(String object, long position, Viewer viewer, Locale language) {
        long now = views.position();
        List<EventView> found = events.list(EventQuery.about(object), viewer, position, now, MOST);
        List<Sentences.Key> keys = found.stream()
                .map(event -> new Sentences.Key(event, language.getLanguage(), now, viewer))
                .toList();
        Map<Sentences.Key, String> told = sentences.load(keys);
        return keys.stream()
                .map(key -> told(key.event(), told.getOrDefault(key, key.event().name())))
                .toList();
    }

    private static Map<String, String> told(EventView event, String sentence) {
        return new TreeMap<>(Map.of(
                "id", event.id(),
                "position", Long.toString(event.position()),
                "name", event.name(),
                "sentence", sentence));
    }
}
