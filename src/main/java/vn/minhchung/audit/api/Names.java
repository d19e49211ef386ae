package vn.minhchung.audit.api;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Views;

/**
 * What people call the object behind an id: its name, title, code or number, of an account its person's,
 * at a moment. An object the viewer may not see
 * is masked; an id without a view of its own stands for itself. A constant number of statements for many ids.
 */
@Component
final class Names implements BatchSource<Names.Key, String> {
    /** @param position of the moment that is shown */
    record Key(String id, long position, Viewer viewer) {}

    private static final List<String> SPEAKING = List.of("name", "names", "title", "code", "number");

    private final Views views;
    private final PersonalTextsShown personal;
    private final Map<String, NodeSource<?>> sources = new HashMap<>();

    Names(Views views, PersonalTextsShown personal, List<NodeSource<?>> sources) {
        this.views = views;
        this.personal = personal;
        sources.forEach(source -> this.sources.put(source.kind(), source));
    }

    @Override
    public String name() {
        return "audit.names";
    }

    /** Accounts are called by their persons: one more round, and no more than one. */
    @Override
    public Map<Key, String> load(Collection<Key> keys) {
        Map<Key, Object> found = find(keys);
        Map<Key, Key> persons = new HashMap<>();
        found.forEach((key, called) -> {
            if (called instanceof PersonId person)
                persons.put(key, new Key(person.value(), key.position(), key.viewer()));
        });
        Map<Key, Object> second = persons.isEmpty() ? Map.of() : find(new LinkedHashSet<>(persons.values()));
        Map<Key, String> names = new HashMap<>();
        found.forEach((key, called) -> {
            Key person = persons.get(key);
            Object last = person == null ? called : second.getOrDefault(person, called);
            names.put(key, String.valueOf(last));
        });
        return names;
    }

    /** A text for each key, or the person whose name stands for it. */
    private Map<Key, Object> find(Collection<Key> keys) {
        Map<Key, Object> names = new HashMap<>();
        Map<Group, Set<Key>> groups = new HashMap<>();
        for (Key key : keys) {
            NodeSource<?> source = sources.get(Id.kindOf(key.id()));
            if (source == null) names.put(key, key.id());
            else
                groups.computeIfAbsent(new Group(source.kind(), key.position()), _ -> new LinkedHashSet<>())
                        .add(key);
        }
        groups.forEach((group, members) -> {
            NodeSource<?> source = sources.get(group.kind());
            if (source != null) load(source, group.position(), members, names);
        });
        return names;
    }

    private record Group(String kind, long position) {}

    private <V extends Record & Readable> void load(
            NodeSource<V> source, long position, Set<Key> keys, Map<Key, Object> names) {
        Map<String, V> found;
        try {
            found = views.findAll(
                    source.table(), keys.stream().map(Key::id).distinct().toList(), position);
        } catch (Refusal refusal) {
            // a view that is set aside takes a name from the sentence, not the sentence
            if (refusal.code() != ErrorCode.STORE_UNAVAILABLE) throw refusal;
            keys.forEach(key -> names.put(key, PersonalTextsShown.MASKED));
            return;
        }
        for (Key key : keys) {
            V view = found.get(key.id());
            names.put(key, view == null ? key.id() : named(view, key));
        }
    }

    private <V extends Record & Readable> Object named(V view, Key key) {
        if (!view.visibleTo(key.viewer())) return PersonalTextsShown.MASKED;
        for (String speaking : SPEAKING) {
            Object value = component(view, speaking);
            if (value instanceof Sealed sealed) return personal.open(sealed);
            if (value instanceof String text) return text;
            // names over time: the newest
            if (value instanceof List<?> many
                    && !many.isEmpty()
                    && many.getLast() instanceof Record last
                    && component(last, "name") instanceof String text) {
                return text;
            }
        }
        return component(view, "person") instanceof PersonId person ? person : key.id();
    }

    private static @Nullable Object component(Record view, String name) {
        for (RecordComponent component : view.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) return Components.read(component, view);
        }
        return null;
    }
}
