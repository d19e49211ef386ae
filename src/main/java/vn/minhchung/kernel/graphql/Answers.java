package vn.minhchung.kernel.graphql;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code asOf} answers about objects: asked of the schema itself as the caller, so that nothing can be told here that
 * is not told there. The own fields of an object: plain values, amounts of figures, parts without an id, and the ids of
 * other objects; no pages of lists, and nothing that changes with the day alone.
 */
public interface Answers {
    /** An object, by its stable id, at a position. */
    record Asked(String id, long position) {}

    /**
     * Which of the own fields.
     *
     * @param only names of fields of the object, or of a part of it after a dot ({@code budget.paid}); empty for all
     * @param lists whether also lists of parts
     */
    record Wanted(List<String> only, boolean lists) {
        public static final Wanted ALL = new Wanted(List.of(), true);

        public Wanted {
            only = List.copyOf(only);
        }
    }

    /** Objects the caller does not see at that position are left out, as are ids of no type. */
    Map<Asked, Answer.Part> of(Collection<Asked> asked, Wanted wanted, Viewer viewer, Locale language);
}
