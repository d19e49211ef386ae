package vn.minhchung.audit.api;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.EnumLabel;

/** Values as people write them. The names of enum values are those of the schema, which has each in both languages. */
@Component
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
    /** What stands where a text says nothing. */
    static final String NOTHING = "—";

    private final ObjectProvider<GraphQlSource> schema;
    private final Map<Class<? extends Enum<?>>, Optional<GraphQLEnumType>> enums = new ConcurrentHashMap<>();

    Wording(ObjectProvider<GraphQlSource> schema) {
        this.schema = schema;
    }

    static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }

    /** Plain values only; names behind ids and personal texts are found elsewhere. */
    String of(@Nullable Object value, Locale language) {
        return switch (value) {
            case null -> NOTHING;
            case Vnd amount ->
                english(language) ? "VND " + amount.toGroupedDigits().replace('.', ',') : amount.toText();
            case LocalDate day -> DAY.format(day);
            case PartialDate date -> date.toText();
            case Instant instant -> MINUTE.format(instant.atZone(StoryClock.ZONE));
            case BasisPoints share -> english(language) ? share.toText().replace(',', '.') : share.toText();
            case Boolean flag -> english(language) ? (flag ? "yes" : "no") : (flag ? "có" : "không");
            case Enum<?> constant -> ofEnum(constant, language);
            default -> value.toString();
        };
    }

    private String ofEnum(Enum<?> constant, Locale language) {
        GraphQlSource source = schema.getIfAvailable();
        if (source == null) return constant.name();
        return enums.computeIfAbsent(constant.getDeclaringClass(), type -> inSchema(type, source.schema()))
                .map(type -> type.getValue(constant.name()))
                .map(GraphQLEnumValueDefinition::getDescription)
                .map(description -> EnumLabel.of(description, language))
                .orElse(constant.name());
    }

    /** Has the same name there; one that stands within another class goes by a longer name, and has the same values. */
    private static Optional<GraphQLEnumType> inSchema(Class<? extends Enum<?>> type, GraphQLSchema schema) {
        if (!type.isMemberClass())
            return Optional.ofNullable(schema.getType(type.getSimpleName()))
                    .filter(GraphQLEnumType.class::isInstance)
                    .map(GraphQLEnumType.class::cast);
        Set<String> constants =
                Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLEnumType.class::isInstance)
                .map(GraphQLEnumType.class::cast)
                .filter(each -> names(each).equals(constants))
                .findFirst();
    }

    private static Set<String> names(GraphQLEnumType type) {
        return type.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .collect(Collectors.toSet());
    }
}
