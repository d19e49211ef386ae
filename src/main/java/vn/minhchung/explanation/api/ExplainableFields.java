package vn.minhchung.explanation.api;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.EnumLabel;
import vn.minhchung.kernel.graphql.NodeFinder;
import vn.minhchung.kernel.graphql.NodeSource;

/** Which values of an object can be asked about, by the schema: its fields, and those of its parts after a dot. */
@Component
final class ExplainableFields {
    private static final String STATE = "state";

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
     * @throws Refusal INVALID_INPUT where the object's type has no such field
     */
    String of(String object, @Nullable String asked) {
        String field = asked == null ? STATE : asked;
        GraphQLObjectType type = schema.getObject().schema().getObjectType(types.getOrDefault(Id.kindOf(object), ""));
        for (String name : field.split("\\.", -1)) {
            if (type == null || type.getFieldDefinition(name) == null)
                throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "unexplained", "value", field)
                        .at("field");
            type = GraphQLTypeUtil.unwrapAll(type.getFieldDefinition(name).getType()) instanceof GraphQLObjectType below
                    ? below
                    : null;
        }
        return field;
    }

    /** Whether the coming of a day changes it. */
    boolean byDay(String object, String field) {
        return BY_DAY.contains(Id.kindOf(object) + ":" + field);
    }

    /** What objects of this type are called in general: the beginning of the type's description, up to its first colon. */
    String kindInWords(String object, Locale language) {
        GraphQLObjectType type = type(object);
        String description = type == null ? null : type.getDescription();
        if (description == null || description.isBlank()) return object;
        return EnumLabel.of(description, language).replaceFirst("[:.].*$", "");
    }
}
