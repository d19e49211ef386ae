package vn.minhchung.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQL;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.graphql.execution.GraphQlSource;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Changes;

/** What people read when something is refused: in both languages, with the way out, amounts as people write them. */
class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Locale VI = Locale.of("vi");

    /** Numbers, days, ids, and words of people or of the schema; {@code missing} is the name of a field to be filled in. */
    private static final Set<String> PLAIN = Set.of(
            "actual",
            "atLeast",
            "basis",
            "by",
            "code",
            "difference",
            "expected",
            "ownSize",
            "size",
            "field",
            "from",
            "limit",
            "lines",
            "missing",
            "position",
            "problem",
            "remaining",
            "since",
            "tasks",
            "to",
            "tranche",
            "unclear",
            "value",
            "version",
            "year");

    private final GraphQLSchema schema =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(new File("schema.graphqls")));
    private final CodeWords words = new CodeWords(provided(GraphQlSource.class, schemaOnly()));
    private final Errors errors = new Errors(new PropertiesTexts(), words, nothing(Changes.class));
    private final Properties vietnamese = read("messages_vi.properties");
    private final Properties english = read("messages_en.properties");

    @Test
    void each_text_stands_in_both_languages_with_the_same_placeholders() {
        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
        for (String key : vietnamese.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(placeholders(vietnamese.getProperty(key)));
        }
    }

    @Test
    void each_refusal_says_what_is_wrong_and_what_would_be_lawful() {
        for (ErrorCode code : ErrorCode.values()) {
            for (String kind : List.of("refusal.", "wayOut.")) {
                assertThat(vietnamese.getProperty(kind + code)).as(kind + code).isNotBlank();
            }
        }
    }

    @Test
    void an_amount_in_a_refusal_is_grouped_as_people_write_it() {
        Refusal refusal =
                Refusal.of(ErrorCode.LINE_EXCEEDED, "line", "OTHER", "limit", 1_250_000_000, "actual", "-1250000001");

        assertThat(errors.message(refusal, VI)).contains("1.250.000.000 đồng", "-1.250.000.001 đồng");
        assertThat(errors.message(refusal, Locale.ENGLISH)).contains("1,250,000,000 đồng");
        assertThat(errors.message(Refusal.of(ErrorCode.OBJECTION_WINDOW_OPEN, "limit", "2025-01-31"), VI))
                .contains("2025-01-31");
        assertThat(errors.message(Refusal.of(ErrorCode.CODE_TAKEN, "code", "12345"), VI))
                .contains("12345");
    }

    @Test
    void an_amount_beyond_all_amounts_is_grouped_too() {
        Refusal refusal = Refusal.of(
                ErrorCode.INVALID_INPUT, "problem", "sum", "value", "18000000000000000000", "limit", Long.MAX_VALUE);

        assertThat(errors.message(refusal, VI)).contains("18.000.000.000.000.000.000", "9.223.372.036.854.775.807");
    }

    /** They are asked for as they are told. */
    @Test
    void positions_in_a_refusal_are_spelled_alike() {
        for (String problem : List.of("notSeen", "afterSeen")) {
            Refusal refusal = Refusal.of(ErrorCode.INVALID_INPUT, "problem", problem, "value", 1_001, "limit", 1_000);
            assertThat(errors.message(refusal.at("asOf"), VI)).contains("asOf", " 1001", " 1000");
        }
        Refusal order = Refusal.of(ErrorCode.ASOF_ARGUMENT, "problem", "order", "value", 4_000, "limit", 1_000);
        assertThat(errors.message(order.at("from"), VI)).isEqualTo("`from` (vị trí 4000) nằm sau `to` (vị trí 1000).");
    }

    @Test
    void a_line_of_the_budget_is_named_as_people_name_it() {
        Refusal refusal = Refusal.of(
                ErrorCode.EXECUTED_MORE_THAN_ASKED, "line", "EQUIPMENT 6950", "limit", "5000", "actual", "6000");

        assertThat(errors.message(refusal, VI)).contains("khoản mục sửa chữa, mua sắm, thuê tài sản 6950 (6.000 đồng)");
        assertThat(errors.message(refusal, Locale.ENGLISH)).contains("repair, purchase and rent of assets 6950");
        assertThat(refusal.facts()).as("programs read codes").containsEntry("line", "EQUIPMENT 6950");
    }

    @Test
    void roles_opinions_and_exceptions_are_named_by_words() {
        Refusal apart = Refusal.of(ErrorCode.ROLES_INCOMPATIBLE, "role", Role.INSPECTOR, "held", Role.DIRECTOR);
        assertThat(errors.message(apart, VI))
                .isEqualTo("Vai trò thanh tra, kiểm toán không giao cho người đang giữ vai trò giám đốc Sở.");
        assertThat(errors.wayOut(apart, VI)).contains("giám đốc Sở");
        assertThat(errors.message(
                        Refusal.of(ErrorCode.OPINION_REQUIRED, "needed", "COUNCIL_AND_ORDERING_UNIT"), Locale.ENGLISH))
                .endsWith("council and ordering unit agree.");
        assertThat(errors.message(Refusal.of(ErrorCode.EXCEPTION_REQUIRED, "exception", "SECOND_EXTENSION"), VI))
                .endsWith("gia hạn lần thứ hai.");
    }

    /** A placeholder is either a code the schema has words for, or nothing but digits, days, ids and words. */
    @Test
    void no_refusal_shows_a_bare_code() {
        Set<String> shown = new TreeSet<>();
        for (String key : vietnamese.stringPropertyNames()) {
            if (key.startsWith("refusal.") || key.startsWith("wayOut."))
                placeholders(vietnamese.getProperty(key)).forEach(each -> shown.add(each.replaceAll("[{}]", "")));
        }
        Set<String> known = new TreeSet<>(PLAIN);
        known.addAll(CodeWords.ENUMS.keySet());
        assertThat(shown).isSubsetOf(known);

        CodeWords.ENUMS.forEach((fact, enums) -> enums.forEach(type -> {
            GraphQLEnumType described = (GraphQLEnumType) Objects.requireNonNull(schema.getType(type), type);
            described.getValues().forEach(constant -> {
                for (Locale language : List.of(VI, Locale.ENGLISH))
                    assertThat(words.read(fact, constant.getName(), language))
                            .isNotBlank()
                            .doesNotContain(constant.getName());
            });
        }));
    }

    private GraphQlSource schemaOnly() {
        return new GraphQlSource() {
            @Override
            public GraphQL graphQl() {
                throw new UnsupportedOperationException();
            }

            @Override
            public GraphQLSchema schema() {
                return schema;
            }
        };
    }

    private static <T> ObjectProvider<T> provided(Class<T> type, T bean) {
        return new StaticListableBeanFactory(Map.of("it", bean)).getBeanProvider(type);
    }

    private static <T> ObjectProvider<T> nothing(Class<T> type) {
        return new StaticListableBeanFactory().getBeanProvider(type);
    }

    private static List<String> placeholders(String text) {
        try (Stream<MatchResult> found = PLACEHOLDER.matcher(text).results()) {
            return found.map(MatchResult::group).distinct().toList();
        }
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(MessagesTest.class.getClassLoader().getResourceAsStream(name))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
