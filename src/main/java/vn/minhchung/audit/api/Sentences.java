package vn.minhchung.audit.api;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.ToldAs;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * One plain sentence per event, from the template {@code sentence.<event name>}. Placeholders are the payload's fields by
 * name (fields within a field joined by a dot) and {@code actor}, {@code decidedBy}, {@code reason}, {@code effectiveOn}
 * of its decision where the payload has none of its own.
 */
@Component
final class Sentences implements BatchSource<Sentences.Key, String> {
    /** @param position of the moment that is shown */
    record Key(EventView event, String language, long position, Viewer viewer) {
        Locale locale() {
            return Locale.of(language);
        }
    }

    private record Filled(Key key, Map<String, @Nullable Object> values) {}

    private final EventCodec codec;
    private final Texts texts;
    private final Wording wording;
    private final Names names;
    private final KindWords kinds;
    private final PersonalTextsShown personal;

    Sentences(
            EventCodec codec, Texts texts, Wording wording, Names names, KindWords kinds, PersonalTextsShown personal) {
        this.codec = codec;
        this.texts = texts;
        this.wording = wording;
        this.names = names;
        this.kinds = kinds;
        this.personal = personal;
    }

    @Override
    public String name() {
        return "audit.sentences";
    }

    @Override
    public Map<Key, String> load(Collection<Key> keys) {
        List<Filled> filled = new ArrayList<>();
        Set<Names.Key> wanted = new LinkedHashSet<>();
        for (Key key : keys) {
            Filled own = new Filled(key, values(key.event()));
            filled.add(own);
            own.values().values().forEach(value -> collect(value, key, wanted));
        }
        Map<Names.Key, String> named = names.load(wanted);
        Map<Key, String> sentences = new HashMap<>();
        filled.forEach(own -> sentences.put(own.key(), sentence(own.key(), own.values(), named)));
        return sentences;
    }

    private Map<String, @Nullable Object> values(EventView event) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Decision decision = event.envelope().decision();
        values.put("actor", decision == null ? null : decision.actor().person());
        values.put("decidedBy", decision == null ? null : decision.decidedBy().person());
        values.put("reason", event.reason());
        values.put("effectiveOn", event.effectiveOn());
        if (event.decoded(codec) instanceof Record fields) flatten("", fields, values);
        return values;
    }

    /**
     * What the event itself says goes before what its decision says: the treasury's day and its reason, not those of the
     * person who compared the voucher later.
     */
    static void flatten(String prefix, Record fields, Map<String, @Nullable Object> values) {
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            Object value = Components.read(component, fields);
            if (value != null) values.put(prefix + component.getName(), value);
            else values.putIfAbsent(prefix + component.getName(), null);
            if (value instanceof Record part && isStructure(part)) {
                String within = prefix + component.getName() + ".";
                flatten(within, part, values);
                if (part instanceof ToldAs told) told.toldAs().forEach((name, as) -> values.put(within + name, as));
            }
        }
    }

    /** Money, shares, dates and ids are records too, but one word each. */
    private static boolean isStructure(Record record) {
        return !(record instanceof Id)
                && !(record instanceof Sealed)
                && record.getClass().getRecordComponents().length > 1;
    }

    private static void collect(@Nullable Object value, Key key, Set<Names.Key> wanted) {
        switch (value) {
            case Id id -> wanted.add(nameKey(id, key));
            case Collection<?> many -> many.forEach(each -> collect(each, key, wanted));
            case Record record
            when isStructure(record) -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    collect(Components.read(component, record), key, wanted);
                }
            }
            case null, default -> {}
        }
    }

    private static Names.Key nameKey(Id id, Key key) {
        return new Names.Key(id.value(), key.position(), key.viewer());
    }

    private String sentence(Key key, Map<String, @Nullable Object> values, Map<Names.Key, String> named) {
        Map<String, String> worded = new HashMap<>();
        values.forEach((field, value) -> worded.put(field, word(value, key, named)));
        if (values.get("actor") == null) {
            worded.put("actor", Wording.english(key.locale()) ? "The system" : "Hệ thống");
        }
        String text = texts.text("sentence." + key.event().name(), key.locale(), worded);
        return text == null ? key.event().name() : text;
    }

    private String word(@Nullable Object value, Key key, Map<Names.Key, String> named) {
        return switch (value) {
            case Id id -> called(id.value(), named.get(nameKey(id, key)), key.locale());
            case Sealed sealed -> personal.of(sealed, key.viewer());
            case Collection<?> many -> joined(many, key, named);
            case Record record
            when isStructure(record) -> {
                List<@Nullable Object> parts = new ArrayList<>();
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    parts.add(Components.read(component, record));
                }
                yield String.join(
                        " ", parts.stream().map(part -> word(part, key, named)).toList());
            }
            case null, default -> wording.of(value, key.locale());
        };
    }

    private String called(String id, @Nullable String name, Locale language) {
        return name == null || name.equals(id) ? kinds.kindAndKey(id, language) : name;
    }

    private String joined(Collection<?> many, Key key, Map<Names.Key, String> named) {
        return many.isEmpty()
                ? Wording.NOTHING
                : String.join(
                        ", ", many.stream().map(each -> word(each, key, named)).toList());
    }
}
