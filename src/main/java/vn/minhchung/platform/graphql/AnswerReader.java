package vn.minhchung.platform.graphql;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.GlobalId;

/**
 * Reads an answer back by the types of the schema.
 *
 * @param withheld paths of the answer at which nothing may be read
 */
record AnswerReader(Set<List<Object>> withheld) {

    Answer.Part part(GraphQLObjectType type, Map<?, ?> object, List<Object> path) {
        SequencedMap<String, Answer.Field> fields = new LinkedHashMap<>();
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            String name = field.getName();
            if (!object.containsKey(name)) continue;
            List<Object> here = beside(path, name);
            Answer answer = withheld.contains(here)
                    ? new Answer.Withheld()
                    : answer((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType()), object.get(name), here);
            if (answer != null) fields.put(name, new Answer.Field(description(field.getDescription()), answer));
        }
        return new Answer.Part(fields);
    }

    private @Nullable Answer answer(GraphQLNamedType type, @Nullable Object value, List<Object> path) {
        if (value == null) return null;
        if (value instanceof List<?> list) {
            List<Answer> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                Answer item = answer(type, list.get(i), beside(path, i));
                if (item != null) items.add(item);
            }
            return new Answer.Items(items);
        }
        return switch (type) {
            case GraphQLInterfaceType _ -> {
                String id = String.valueOf(((Map<?, ?>) value).get("id"));
                yield new Answer.Named(GlobalId.stable(id));
            }
            case GraphQLObjectType object -> object(object, (Map<?, ?>) value, path);
            case GraphQLEnumType words -> {
                GraphQLEnumValueDefinition word = words.getValue(value.toString());
                yield new Answer.Plain(
                        value.toString(), type.getName(), word == null ? null : description(word.getDescription()));
            }
            default -> new Answer.Plain(value.toString(), type.getName(), null);
        };
    }

    private @Nullable Answer object(GraphQLObjectType type, Map<?, ?> value, List<Object> path) {
        if (OwnFields.figure(type)) {
            Object amount = value.get("amount");
            if (withheld.contains(beside(path, "amount"))) return new Answer.Withheld();
            return amount == null ? null : new Answer.Plain(amount.toString(), "Vnd", null);
        }
        if (OwnFields.identified(type) && value.get("stableId") instanceof String id) return new Answer.Named(id);
        return part(type, value, path);
    }

    private static String description(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static List<Object> beside(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
