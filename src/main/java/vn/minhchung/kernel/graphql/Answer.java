package vn.minhchung.kernel.graphql;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the API answers about something, without asking who wrote it: made from the schema, so that it is the same for every
 * type. A field that answers null is not there.
 */
public sealed interface Answer {

    /**
     * A text, number, date, amount or enum value, as the API writes it.
     *
     * @param type the scalar's or the enum's name
     * @param described of an enum value its description in both languages
     */
    record Plain(String text, String type, @Nullable String described) implements Answer {}

    /** Another object, only named: what it says about itself is its own. */
    record Named(String id) implements Answer {}

    /** An object, or a part of one that has no id. */
    record Part(SequencedMap<String, Field> fields) implements Answer {}

    record Items(List<Answer> items) implements Answer {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** There may be something, and the caller may not read it. */
    record Withheld() implements Answer {}

    /** @param description of the field in both languages */
    record Field(String description, Answer answer) {}
}
