package vn.minhchung.explanation.api;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.NodeFinder;
import vn.minhchung.kernel.graphql.NodeSource;

/** Which values of an object can be asked about, by the schema: its fields, and those of its parts after a dot. */
@Component
final class ExplainableFields {
    private static final String STATE = "state";
    private static final String FIGURE = "Figure";

    /** Values that change with the day of the moment shown, whether or not anything is recorded. */
    private static final Set<String> BY_DAY = Set.of("appropriation:yearState");

    private final ObjectProvider<GraphQlSource> schema;
    private final Map<String, String> types = new HashMap<>();

    ExplainableFields(ObjectProvider<GraphQlSource> schema, List<NodeSource<?>> sources, List<NodeFinder> finders) {
        this.schema = schema;
        sources.forEach(source -> types.put(source.kind(), source.typeName()));
        finders.forEach(finder -> types.put(finder.kind(), finder.typeName()));
    }

    private @Nullable GraphQLObjectType type(String object) {
        return schema.getObject().schema().getObjectType(types.getOrDefault(Id.kindOf(object), ""));
    }

    /**
     * @param asked null for the object's state
     * @throws Refusal INVALID_INPUT where the object's type has no such field, or it is no single value
     */
    String of(String object, @Nullable String asked) {
        String field = asked == null ? STATE : asked;
        last(object, field);
        return field;
    }

    /** Of a field that may be asked about, in both languages; empty where the schema says nothing. */
    String description(String object, String field) {
        String description = last(object, field).getDescription();
        return description == null ? "" : description;
    }

    /** The field at the end of the path. */
    private GraphQLFieldDefinition last(String object, String field) {
        GraphQLObjectType within = type(object);
        GraphQLFieldDefinition last = null;
        for (String name : field.split("\\.", -1)) {
            last = within == null ? null : within.getFieldDefinition(name);
            if (last == null || needsMore(last)) throw unexplained(field);
            within = GraphQLTypeUtil.unwrapNonNull(last.getType()) instanceof GraphQLObjectType part ? part : null;
            if (within != null && whole(within)) within = null;
        }
        if (last == null || !value(last)) throw unexplained(field);
        return last;
    }

    private static Refusal unexplained(String field) {
        return Refusal.of(ErrorCode.INVALID_INPUT, "problem", "unexplained", "value", field)
                .at("field");
    }

    /** Pages of lists, and what is only answered for something given. */
    private static boolean needsMore(GraphQLFieldDefinition field) {
        return field.getArgument("first") != null
                || field.getArguments().stream()
                        .anyMatch(argument ->
                                argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue());
    }

    /** One value: a plain one, an amount, or another object. */
    private static boolean value(GraphQLFieldDefinition field) {
        return switch (GraphQLTypeUtil.unwrapNonNull(field.getType())) {
            case GraphQLScalarType _, GraphQLEnumType _, GraphQLInterfaceType _ -> true;
            case GraphQLObjectType object -> whole(object);
            default -> false;
        };
    }

    /** What stands for one value: a figure for its amount, another object for its id. */
    private static boolean whole(GraphQLObjectType type) {
        return type.getName().equals(FIGURE) || type.getFieldDefinition("stableId") != null;
    }

    /** Whether the coming of a day changes it. */
    boolean byDay(String object, String field) {
        return BY_DAY.contains(Id.kindOf(object) + ":" + field);
    }
}
