package vn.minhchung.platform.graphql;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How large a document is with its fragments written out wherever they are spread, in time linear in the document: each
 * fragment is measured once. Fragments that spread each other twice in a chain double with every line.
 */
final class WrittenOut {
    private static final Size NOTHING = new Size(0, 0);

    /** @param fields selections of every kind, all operations together */
    record Size(long fields, int depth) {
        Size beside(Size other) {
            return new Size(saturated(fields, other.fields), Math.max(depth, other.depth));
        }

        private static long saturated(long a, long b) {
            return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
        }
    }

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> measured = new HashMap<>();
    private final Set<String> within = new HashSet<>();

    private WrittenOut() {}

    static Size of(Document document) {
        WrittenOut all = new WrittenOut();
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) all.fragments.put(fragment.getName(), fragment);
        }
        Size size = NOTHING;
        for (Definition<?> definition : document.getDefinitions()) {
            switch (definition) {
                case OperationDefinition operation -> size = size.beside(all.of(operation.getSelectionSet()));
                // one that nobody spreads is validated too
                case FragmentDefinition fragment -> size = size.beside(all.of(fragment.getName()));
                default -> {}
            }
        }
        return size;
    }

    private Size of(@Nullable SelectionSet selections) {
        Size size = NOTHING;
        if (selections == null) return size;
        for (Selection<?> selection : selections.getSelections()) {
            Size below = switch (selection) {
                case Field field -> {
                    Size inside = of(field.getSelectionSet());
                    yield new Size(inside.fields(), inside.depth() + 1);
                }
                case InlineFragment inline -> of(inline.getSelectionSet());
                case FragmentSpread spread -> of(spread.getName());
                default -> NOTHING;
            };
            size = size.beside(below).beside(new Size(1, 0));
        }
        return size;
    }

    /** A fragment within itself is refused by the validation; here it ends there. */
    private Size of(String name) {
        Size known = measured.get(name);
        if (known != null) return known;
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null || !within.add(name)) return NOTHING;
        Size size = of(fragment.getSelectionSet());
        within.remove(name);
        measured.put(name, size);
        return size;
    }
}
