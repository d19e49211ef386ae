package vn.minhchung.audit;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.Viewer;

/** The record in words, Vietnamese or English: values, fields, objects and events as people name and tell them. */
public interface InWords {
    /** A plain value; constants by the names the schema gives them, nothing as a dash. */
    String value(@Nullable Object value, Locale language);

    /** What the API answered; null for what is only named or may not be read. */
    @Nullable
    String answer(Answer answer, Locale language);

    /** The name of a field, from its description in the schema. */
    String label(String description, Locale language);

    /** What objects are called at a position, by their ids; as far as the viewer may see them. */
    Map<String, String> names(Collection<String> ids, long position, Viewer viewer);

    /** What an object without a name is called: its kind, as in “a year's appropriation”. */
    String kind(String id, Locale language);

    /** One sentence for each event, by its id. */
    Map<String, String> sentences(Collection<EventView> events, long position, Viewer viewer, Locale language);
}
