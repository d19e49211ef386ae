package vn.minhchung.platform.graphql;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.graphql.GlobalId;

/**
 * From the coerced {@code input} of a mutation to the values of its command: ids lose the position of the moment they were
 * read at, personal fields are sealed, a missing id of a new object is derived from account, mutation and key.
 */
final class MutationInput {
    private static final Set<String> ENVELOPE = Set.of("idempotencyKey", "seenAt", "decision");

    private final PersonalData personalData;

    MutationInput(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** @param type the input type in the schema, which says what is an id and what is personal */
    Map<String, Object> commandValues(
            GraphQLInputObjectType type,
            Map<String, Object> input,
            Class<? extends Command> command,
            String account,
            String mutation,
            String key) {
        Map<String, Object> values = new LinkedHashMap<>(input);
        ENVELOPE.forEach(values::remove);
        RecordComponent first = command.getRecordComponents()[0];
        if (Id.class.isAssignableFrom(first.getType()) && values.get(first.getName()) == null) {
            values.put(first.getName(), Id.derived(Id.kindOf(first.getType()), account, mutation, key));
        }
        return object(type, values, values);
    }

    private Map<String, Object> object(
            GraphQLInputObjectType type, Map<String, Object> values, Map<String, Object> parent) {
        Map<String, Object> clean = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            GraphQLInputObjectField field = type.getFieldDefinition(name);
            if (field == null) {
                clean.put(name, value);
                return;
            }
            GraphQLAppliedDirective personal = field.getAppliedDirective("personal");
            clean.put(
                    name,
                    personal == null || value == null
                            ? value(field.getType(), value, values)
                            : sealed(personal, (String) value, values, parent));
        });
        return clean;
    }

    private @Nullable Object value(GraphQLType type, @Nullable Object value, Map<String, Object> parent) {
        if (value == null) return null;
        return switch (type) {
            case GraphQLNonNull nonNull -> value(nonNull.getWrappedType(), value, parent);
            case GraphQLList list
            when value instanceof List<?> items -> {
                List<@Nullable Object> clean = new ArrayList<>();
                items.forEach(item -> clean.add(value(list.getWrappedType(), item, parent)));
                yield clean;
            }
            case GraphQLInputObjectType nested
            when value instanceof Map<?, ?> map -> {
                @SuppressWarnings("unchecked")
                Map<String, Object> object = (Map<String, Object>) map;
                yield object(nested, object, parent);
            }
            case GraphQLScalarType scalar when scalar.getName().equals("ID") -> GlobalId.stable(value.toString());
            default -> value;
        };
    }

    private Object sealed(
            GraphQLAppliedDirective personal, String text, Map<String, Object> siblings, Map<String, Object> parent) {
        String of = personal.getArgument("of").getValue();
        Object person = siblings.get(of) != null ? siblings.get(of) : parent.get(of);
        if (person == null) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "whose", "field", String.valueOf(of))
                    .at(String.valueOf(of));
        }
        return personalData.seal(new PersonId(GlobalId.stable(person.toString())), text);
    }

    /** A value in the form that is fingerprinted: texts, lists and maps only. */
    static Object canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> {
                Map<String, Object> texts = new LinkedHashMap<>();
                map.forEach((name, item) -> texts.put((String) name, canonical(item)));
                yield texts;
            }
            case List<?> list -> list.stream().map(MutationInput::canonical).toList();
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }
}
