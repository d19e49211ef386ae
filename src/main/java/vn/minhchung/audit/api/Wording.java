package vn.minhchung.audit.api;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
        String type = constant.getDeclaringClass().getSimpleName();
        if (source == null || !(source.schema().getType(type) instanceof GraphQLEnumType described))
            return constant.name();
        GraphQLEnumValueDefinition value = described.getValue(constant.name());
        return value == null || value.getDescription() == null
                ? constant.name()
                : EnumLabel.of(value.getDescription(), language);
    }
}
