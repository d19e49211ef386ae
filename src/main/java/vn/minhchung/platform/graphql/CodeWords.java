package vn.minhchung.platform.graphql;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.graphql.EnumLabel;

/**
 * The facts of a refusal that are constants of enums stay codes for programs; in a sentence they are the names the schema
 * gives them.
 */
@Component
final class CodeWords {
    /** Of which enums the codes under a fact are; the first that has the code names it. */
    static final Map<String, List<String>> ENUMS = Map.of(
            "contradiction", List.of("LogContradictionKind"),
            "line", List.of("LineCategory"),
            "exception", List.of("ExceptionKind"),
            "needed", List.of("OpinionNeed", "Role"),
            "role", List.of("Role"),
            "held", List.of("Role"));

    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");

    private final ObjectProvider<GraphQlSource> schema;

    CodeWords(ObjectProvider<GraphQlSource> schema) {
        this.schema = schema;
    }

    /** The fact as it is read: every code in it by its name, what is none as it stands ({@code EQUIPMENT 6950}). */
    String read(String fact, String value, Locale language) {
        List<String> enums = ENUMS.get(fact);
        GraphQlSource source = schema.getIfAvailable();
        if (enums == null || source == null) return value;
        return CODE.matcher(value)
                .replaceAll(code -> Matcher.quoteReplacement(name(source.schema(), enums, code, language)));
    }

    private static String name(GraphQLSchema schema, List<String> enums, MatchResult code, Locale language) {
        return enums.stream()
                .map(type -> schema.getType(type) instanceof GraphQLEnumType described
                        ? described.getValue(code.group())
                        : null)
                .flatMap(value -> description(value).stream())
                .findFirst()
                .map(description -> EnumLabel.of(description, language))
                .orElse(code.group());
    }

    private static Optional<String> description(@Nullable GraphQLEnumValueDefinition value) {
        return Optional.ofNullable(value).map(GraphQLEnumValueDefinition::getDescription);
    }
}
