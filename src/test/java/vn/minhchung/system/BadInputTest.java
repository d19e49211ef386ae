package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** What no input may be, at every door of the API: refused by name, and nothing is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String ADMIN = "admin";
    private static final String INSPECTOR = "thanh-tra-doc";
    private static final String OFFICER = "can-bo-doc";
    private static final String HIT = "audit-hit:00000000-0000-7000-8000-000000000079";

    private final RunningSystem system = RunningSystem.start(TestPostgres.freshDatabase());
    private final Sender sender = new Sender(system);

    @BeforeAll
    void an_administrator() {
        system.bean(Bootstrap.class).administrator("Quản trị", ADMIN, new Secret(RunningSystem.PASSWORD));
        eventually(() -> assertThat(system.as(ADMIN)
                        .data("{ me { login } }")
                        .at("/me/login")
                        .asString())
                .isEqualTo(ADMIN));
        Scene.account(sender, INSPECTOR, Role.INSPECTOR);
        Scene.account(sender, OFFICER, Role.OFFICER);
    }

    @AfterAll
    void close() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001bb"})
    void text_that_is_none_is_refused_at_its_field_and_nothing_is_written(String text) {
        JsonNode refusal = refused("registerPerson", Map.of("name", "Quách Thử", "titles", text));

        assertThat(refusal.get("code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(refusal.get("field").get(0).asString()).isEqualTo("titles");
        String shown = "a\\u%04xb".formatted((int) text.charAt(1));
        assertThat(refusal.at("/facts/value").asString()).isEqualTo(shown);
        assertThat(refusal.get("message").asString()).contains("titles", shown);
    }

    @Test
    void what_is_personal_is_not_repeated_in_a_refusal() {
        JsonNode refusal = refused("registerPerson", Map.of("name", "Quách\u0000Thử"));

        assertThat(refusal.get("field").get(0).asString()).isEqualTo("name");
        assertThat(refusal.toString()).doesNotContain("Quách");
    }

    @Test
    void in_a_question_too_whether_in_a_variable_or_in_the_text_of_the_operation() {
        JsonNode byVariable =
                system.as(ADMIN).ask("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", "person:\u0000"));
        JsonNode inText = system.as(ADMIN).ask("{ node(id: \"person:\\u0000\") { id } }");

        for (JsonNode answer : List.of(byVariable, inText)) {
            JsonNode extensions = answer.at("/errors/0/extensions");
            assertThat(extensions.get("code").asString()).isEqualTo("INVALID_INPUT");
            assertThat(extensions.get("field").get(0).asString()).isEqualTo("id");
            assertThat(answer.at("/errors/0/message").asString()).contains("person:\\u0000");
        }
    }

    @Test
    void a_text_is_as_long_as_its_field_takes() {
        sender.does(ADMIN, "registerPerson", Map.of("name", "Quách Dài", "titles", "x".repeat(200)));
        JsonNode refusal = refused("registerPerson", Map.of("name", "Quách Dài", "titles", "x".repeat(201)));

        assertThat(refusal.get("code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(refusal.at("/facts/limit").asInt()).isEqualTo(200);
        assertThat(refused("registerPerson", Map.of("name", "Quách Dài", "contact", "x".repeat(4_001)))
                        .at("/facts/limit")
                        .asInt())
                .isEqualTo(4_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", " \t\n", "\u00A0", "\u200B", "\uFEFF\u2060\u200D", "\u00AD \u3164\u2800"})
    void a_required_text_says_something(String blank) {
        JsonNode refusal = refused("registerOrganisation", Map.of("name", blank, "kind", "UNIVERSITY"));

        assertThat(refusal.get("field").get(0).asString()).isEqualTo("name");
        assertThat(refusal.get("message").asString()).isEqualTo("Trường name không được để trống.");
    }

    /** Whoever closes a hit or explains it leaves something that the next person can read. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\u200B", "\u00A0\uFEFF", "\u200C\u3164\n"})
    void a_hit_is_neither_closed_nor_explained_by_a_text_that_nobody_sees(String unseen) {
        Map<String, Object> closing = Map.of("hit", HIT, "reason", unseen, "seenAt", Sender.NOW);
        JsonNode closed = refused(INSPECTOR, "acceptFalseAlarm", closing);
        JsonNode explained = refused(OFFICER, "explainHit", Map.of("hit", HIT, "explanation", unseen));

        for (JsonNode refusal : List.of(closed, explained)) {
            assertThat(refusal.get("code").asString()).isEqualTo("INVALID_INPUT");
            assertThat(refusal.at("/facts/problem").asString()).isEqualTo("blank");
        }
        assertThat(closed.get("field").get(0).asString()).isEqualTo("reason");
        assertThat(explained.get("field").get(0).asString()).isEqualTo("explanation");
    }

    @Test
    void what_is_wrong_with_an_operation_is_said_in_the_language_of_the_caller() {
        assertThat(system.anonymous()
                        .ask("{ viewedAt {")
                        .at("/errors/0/message")
                        .asString())
                .startsWith("Truy vấn không hợp lệ: ");
        assertThat(system.anonymous()
                        .inEnglish()
                        .ask("{ nothing }")
                        .at("/errors/0/message")
                        .asString())
                .startsWith("The operation is not valid: ");
    }

    /** The engine says it in words of its own; a reader of Vietnamese is told which value, and what is taken. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Position    | -1                        | asOf(position: $i) { viewedAt { position } }
            DateTime    | hôm qua                   | asOf(at: $i) { viewedAt { position } }
            DateTime    | 2025-01-31T08:00:00       | asOf(at: $i) { viewedAt { position } }
            Date        | 31/01/2025                | refusals(day: $i) { totalCount }
            """)
    void a_malformed_value_is_refused_by_name_in_the_language_of_the_caller(String scalar, String value, String field) {
        String question = "query ($i: %s) { %s }".formatted(scalar, field);
        JsonNode error = system.as(ADMIN).ask(question, Map.of("i", value)).at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(error.at("/extensions/field/0").asString()).isEqualTo("i");
        assertThat(error.at("/extensions/facts/value").asString()).isEqualTo(value);
        assertThat(error.at("/extensions/facts/expected").asString()).isEqualTo(scalar);
        assertThat(error.get("message").asString())
                .startsWith("Trường i: cần ")
                .endsWith(", không phải `%s`.".formatted(value))
                .doesNotContain("not a ", "invalid");
        assertThat(system.as(ADMIN)
                        .inEnglish()
                        .ask(question, Map.of("i", value))
                        .at("/errors/0/message")
                        .asString())
                .startsWith("Field i takes ")
                .endsWith(", not `%s`.".formatted(value));
    }

    @Test
    void a_malformed_value_is_refused_wherever_it_stands() {
        JsonNode inText = system.as(ADMIN).ask("{ asOf(position: \"-1\") { viewedAt { position } } }");
        JsonNode number = system.as(ADMIN)
                .ask("query ($i: Position) { asOf(position: $i) { viewedAt { position } } }", Map.of("i", 7));
        JsonNode inside = system.as(ADMIN)
                .ask(
                        Sender.document("registerPerson"),
                        Map.of(
                                "input",
                                Map.of("idempotencyKey", "k", "name", "Q", "decision", Map.of("effectiveOn", "mai"))));

        assertThat(inText.at("/errors/0/message").asString())
                .isEqualTo(
                        "Trường position: cần vị trí trong sổ (số nguyên không âm, viết thành chuỗi, ví dụ \"4331\"),"
                                + " không phải `-1`.");
        assertThat(inText.at("/errors/0/extensions/field/0").asString()).isEqualTo("position");
        assertThat(number.at("/errors/0/message").asString()).endsWith("không phải `7`.");
        assertThat(inside.at("/errors/0/message").asString())
                .isEqualTo("Trường input: cần ngày (dạng \"2025-01-31\"), không phải `mai`.");
    }

    @Test
    void a_list_has_an_end() {
        Map<String, Object> basis = Map.of("kind", "DECISION", "number", "1/QĐ", "seen", "NUMBER_ONLY");
        Map<String, Object> input = new HashMap<>(Map.of("name", "Quách Nhiều"));

        input.put("decision", Map.of("basis", Collections.nCopies(500, basis)));
        sender.does(ADMIN, "registerPerson", input);
        input.put("decision", Map.of("basis", Collections.nCopies(501, basis)));
        JsonNode refusal = refused("registerPerson", input);

        assertThat(refusal.at("/facts/problem").asString()).isEqualTo("tooMany");
        assertThat(refusal.get("field").get(1).asString()).isEqualTo("basis");
    }

    /** Nine trillion million twice: neither is an amount anybody means, and together they are no number. */
    @Test
    void amounts_that_no_sum_could_hold_are_refused_at_the_first_of_them() {
        String officer = "can-bo-so-lon";
        Scene.account(sender, officer, Role.OFFICER);
        String huge = "9000000000000000000";
        Map<String, Object> row = Map.of("content", "Công việc", "contractValue", "1", "completed", huge);
        Map<String, Object> input = Map.of(
                "project",
                "project:00000000-0000-7000-8000-000000000078",
                "unit",
                ORGANISATION,
                "number",
                "01/BXN",
                "tranche",
                1,
                "requestedOn",
                "2026-01-05",
                "throughOn",
                "2026-01-05",
                "rows",
                List.of(row, row),
                "total",
                "1");
        JsonNode refusal = refused(officer, "drawUpVolume", input);

        assertThat(refusal.get("code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(refusal.get("field").valueStream().map(JsonNode::asString))
                .containsExactly("rows", "[0]", "completed");
        assertThat(refusal.at("/facts/value").asString()).isEqualTo(huge);
        assertThat(refusal.at("/facts/limit").asString()).isEqualTo("1000000000000000");
        assertThat(refusal.get("message").asString())
                .isEqualTo("Trường rows.[0].completed: số tiền 9.000.000.000.000.000.000 vượt quá"
                        + " 1.000.000.000.000.000 đồng.");
    }

    @Test
    void a_day_lies_in_our_time() {
        Map<String, Object> input = new HashMap<>(Map.of("name", "Quách Xưa"));
        input.put("decision", Map.of("effectiveOn", "0001-01-01"));
        assertThat(refused("registerPerson", input).at("/facts/problem").asString())
                .isEqualTo("day");
        JsonNode answer =
                system.as(ADMIN).ask("{ events(filter: {recordedFrom: \"-0001-01-01T00:00:00Z\"}) { totalCount } }");
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(answer.at("/errors/0/message").asString()).contains("1900–2200");
    }

    @Test
    void long_before_anything_was_recorded_nothing_was_known() {
        for (String longAgo : List.of("1969-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z")) {
            JsonNode answer =
                    system.as(ADMIN).data("{ asOf(at: \"%s\") { viewedAt { position } } }".formatted(longAgo));
            assertThat(answer.at("/asOf/viewedAt/position").asString())
                    .as(longAgo)
                    .isEqualTo("0");
        }
    }

    @Test
    void a_page_has_at_least_one_item_and_says_so() {
        for (String list : List.of("projects", "events"))
            for (int first : List.of(0, -1, 101)) {
                JsonNode answer = system.as(ADMIN).ask("{ %s(first: %d) { totalCount } }".formatted(list, first));
                assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
                assertThat(answer.at("/errors/0/message").asString())
                        .isEqualTo("Một trang có từ 1 đến 100 mục, không phải %d.".formatted(first));
            }
    }

    @Test
    void nobody_has_seen_a_position_that_is_not_there_yet() {
        JsonNode refusal = refused("confirmCalendarYear", Map.of("year", 2025, "seenAt", "99999999"));

        assertThat(refusal.get("code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(refusal.get("field").get(0).asString()).isEqualTo("seenAt");
        assertThat(refusal.at("/facts/limit").asLong()).isEqualTo(system.views().position());
    }

    @Test
    void a_position_in_an_id_has_one_form() {
        sender.does(
                ADMIN,
                "registerOrganisation",
                Map.of("organisation", ORGANISATION, "name", "Viện Thử", "kind", "UNIVERSITY"));
        String position = Long.toString(system.views().position());

        assertThat(node(ORGANISATION + "@" + position).isNull()).isFalse();
        assertThat(node(ORGANISATION + "@0" + position).isNull()).isTrue();
    }

    private static final String ORGANISATION = "organisation:00000000-0000-7000-8000-000000000077";

    private JsonNode node(String id) {
        return system.as(ADMIN)
                .data("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .get("node");
    }

    /** Each line doubles what the one before it costs; a gigabyte of fields in a kilobyte. */
    @Test
    void fragments_that_double_are_refused_before_anybody_writes_them_out() {
        String bomb = IntStream.range(0, 60)
                .mapToObj(n -> "fragment A%d on Query { ...A%d ...A%d }".formatted(n, n + 1, n + 1))
                .collect(Collectors.joining("\n"));
        JsonNode answer =
                system.anonymous().ask("{ ...A0 }\n" + bomb + "\nfragment A60 on Query { viewedAt { position } }");

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.at("/errors/0/extensions/facts/of").asString()).isEqualTo("fields");
        assertThat(answer.at("/errors/0/message").asString()).startsWith("Truy vấn quá dài");
    }

    @Test
    void many_searches_in_one_operation_are_dear() {
        String searches = IntStream.range(0, 200)
                .mapToObj(n -> "a%d: projects(first: 100) { nodes { id } }".formatted(n))
                .collect(Collectors.joining(" "));
        JsonNode answer = system.as(ADMIN).ask("{ " + searches + " }");

        assertThat(answer.at("/errors/0/extensions/facts/of").asString()).isEqualTo("cost");
        assertThat(answer.at("/errors/0/message").asString()).startsWith("Truy vấn quá lớn");
    }

    /** The first refusal of a mutation that has written nothing. */
    private JsonNode refused(String mutation, Map<String, ?> input) {
        return refused(ADMIN, mutation, input);
    }

    private JsonNode refused(String login, String mutation, Map<String, ?> input) {
        long before = system.views().position();
        JsonNode answer = sender.asked(login, mutation, input, "position errors { code field message facts }");
        assertThat(answer.get("position").isNull()).as(answer.toString()).isTrue();
        assertThat(system.views().position()).isEqualTo(before);
        return answer.get("errors").get(0);
    }
}
