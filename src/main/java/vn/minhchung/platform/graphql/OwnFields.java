package vn.minhchung.platform.graphql;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Answers;

/**
 * What an object says about itself, as a selection of the schema: its plain fields, figures by their amounts, its parts
 * with theirs, other objects by their ids. Left out are pages of lists, fields that need an argument, and what no event
 * changes.
 *
 * @param fields how many there are, fragments written out
 */
record OwnFields(String selection, int fields) {
    /** Parts within parts; deeper there is nothing in the schema. */
    private static final int DEEPEST = 6;

    /** Answers that depend on the day of the moment, or on that of asking: they differ though no event changed anything. */
    static final Set<String> PASSING =
            Set.of("WaitingFor.overdueDays", "TaskStep.inTime", "RecordedEvent.proof", "ViewOrder.progress");

    private static final String FIGURE = "Figure";

    static OwnFields of(GraphQLObjectType type, Answers.Wanted wanted) {
        Walk walk = new Walk(wanted);
        String selection = walk.selection(type);
        return new OwnFields(selection, walk.fields);
    }

    private static final class Walk {
        private final Answers.Wanted wanted;
        private final Deque<String> path = new ArrayDeque<>();
        private String within = "";
        private int fields;

        Walk(Answers.Wanted wanted) {
            this.wanted = wanted;
        }

        /** What is wanted, what it lies within, and what lies within it. */
        private boolean chosen(String field) {
            String place = within + field;
            return wanted.only().isEmpty()
                    || wanted.only().stream()
                            .anyMatch(only ->
                                    only.equals(place) || only.startsWith(place + ".") || place.startsWith(only + "."));
        }

        private boolean inScope(GraphQLObjectType type, GraphQLFieldDefinition field) {
            return chosen(field.getName()) && asked(type, field) && (wanted.lists() || !list(field));
        }

        private String selection(GraphQLObjectType type) {
            path.push(type.getName());
            List<String> chosen = new ArrayList<>();
            for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                if (!inScope(type, field)) continue;
                String above = within;
                within = above + field.getName() + ".";
                String below = below((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType()));
                within = above;
                if (below == null) continue;
                chosen.add(field.getName() + below);
                fields++;
            }
            path.pop();
            // an object of which nothing is asked is still there or not
            return chosen.isEmpty() ? "__typename" : String.join(" ", chosen);
        }

        /** What stands behind a field's name; null when the field is not asked. */
        private @Nullable String below(GraphQLNamedType type) {
            return switch (type) {
                case GraphQLScalarType scalar -> scalar.getName().equals("JSON") ? null : "";
                case GraphQLEnumType _ -> "";
                case GraphQLInterfaceType _ -> named("id");
                case GraphQLObjectType object -> {
                    if (object.getName().equals(FIGURE)) yield named("amount");
                    // what a part says of the object it belongs to is known
                    if (path.contains(object.getName())) yield null;
                    if (identified(object)) yield named("stableId");
                    yield path.size() > DEEPEST ? null : " { " + selection(object) + " }";
                }
                default -> null;
            };
        }

        private String named(String field) {
            fields++;
            return " { " + field + " }";
        }
    }

    private static boolean list(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
    }

    static boolean identified(GraphQLObjectType type) {
        return type.getFieldDefinition("stableId") != null;
    }

    static boolean figure(GraphQLObjectType type) {
        return type.getName().equals(FIGURE);
    }

    static boolean asked(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String name = field.getName();
        return !name.equals("id")
                && !name.equals("stableId")
                && field.getArgument("first") == null
                && !PASSING.contains(type.getName() + "." + name)
                && field.getArguments().stream()
                        .noneMatch(argument ->
                                argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue());
    }
}
