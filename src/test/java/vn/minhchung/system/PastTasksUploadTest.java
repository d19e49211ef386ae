package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;

/** An officer uploads tables over HTTP, as the contract says. */
class PastTasksUploadTest {
    private static final String IMPORT = """
            mutation ($input: ImportPastTasksInput!) {
              importPastTasks(input: $input) {
                position replayed pending
                events { name position sentence(lang: VI) }
                report {
                  fileName dryRun notes ready unclear recorded already
                  lines { line sheet title state position project { id title standing source { title } }
                    problems { column raw code message blocking } }
                  open: lines(states: [UNCLEAR]) { line }
                }
                errors { code field message facts wayOut retryable }
              }
            }
            """;
    private static final String HEADER = "TT;Tên đề tài;Chủ nhiệm;Thời gian thực hiện;Kinh phí (triệu đồng)\n";
    private static final String GOOD =
            "1;Nghiên cứu giống lúa chịu mặn %s;TS. Bùi Minh Trúc;12/2015 - 6/2018;702,123\n";
    private static final String UNCLEAR = "2;Mô hình nuôi tôm %s;KS. Phan Thị Khảo;30/02/2020 - 12/2021;1.234\n";

    private static @Nullable RunningSystem running;

    @BeforeAll
    static void an_officer() {
        running = RunningSystem.start();
        system().bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
        account("officer", "Đỗ Thị Hạnh", "OFFICER");
        account("registrar", "Hồ Văn Sổ", "REGISTRAR");
    }

    @AfterAll
    static void stop() {
        system().close();
    }

    @Test
    void a_dry_run_is_the_default_and_writes_nothing() {
        long before = system().views().position();

        JsonNode answer = imported(input("dry", HEADER + GOOD.formatted("dry") + UNCLEAR.formatted("dry")));

        assertThat(answer.get("errors")).isEmpty();
        assertThat(answer.get("position").isNull()).isTrue();
        JsonNode report = answer.get("report");
        assertThat(report.get("dryRun").asBoolean()).isTrue();
        assertThat(report.get("ready").asInt()).isEqualTo(1);
        assertThat(report.get("unclear").asInt()).isEqualTo(1);
        assertThat(report.at("/open/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/lines/0/project").isNull()).isTrue();
        assertThat(report.at("/lines/1/problems/0/message").asString()).contains("30/02/2020");
        assertThat(system().views().position()).isEqualTo(before);
    }

    @Test
    void what_is_clear_is_recorded_shown_and_answered_again_for_the_same_key() {
        Map<String, Object> input = real("good", HEADER + GOOD.formatted("good"));

        JsonNode answer = imported(input);
        JsonNode again = imported(input);

        assertThat(answer.get("errors")).isEmpty();
        assertThat(answer.at("/report/recorded").asInt()).isEqualTo(1);
        JsonNode project = answer.at("/report/lines/0/project");
        assertThat(project.get("title").asString()).isEqualTo("Nghiên cứu giống lúa chịu mặn good");
        assertThat(project.get("standing").asString()).isEqualTo("AS_PUBLISHED");
        assertThat(project.at("/source/title").asString()).isEqualTo("Sổ theo dõi đề tài");
        assertThat(answer.get("events").findValuesAsString("name"))
                .containsExactly("people.PersonRegistered", "projects.PastTaskRecorded");
        assertThat(answer.at("/events/0/sentence").asString()).isNotBlank();
        assertThat(answer.get("replayed").asBoolean()).isFalse();
        assertThat(again.get("replayed").asBoolean()).isTrue();
        assertThat(again.get("position")).isEqualTo(answer.get("position"));
        // Under another key the line is on record already.
        JsonNode other = imported(real("other key", HEADER + GOOD.formatted("good")));
        assertThat(other.at("/report/already").asInt()).isEqualTo(1);
        assertThat(other.get("position").isNull()).isTrue();
        assertThat(other.at("/report/lines/0/project/id").asString())
                .isEqualTo(project.get("id").asString());
    }

    @Test
    void an_unclear_line_is_refused_with_the_report_beside_it() {
        String csv = HEADER + GOOD.formatted("held") + UNCLEAR.formatted("held");
        long before = system().views().position();

        JsonNode answer = imported(real("held", csv));

        assertThat(answer.at("/errors/0/code").asString()).isEqualTo("IMPORT_LINE_UNCLEAR");
        assertThat(answer.at("/errors/0/message").asString()).contains("1 dòng chưa rõ (dòng 3)");
        assertThat(answer.at("/errors/0/wayOut").asString()).contains("goodLinesOnly");
        assertThat(answer.at("/report/lines/0/state").asString()).isEqualTo("READY");
        assertThat(system().views().position()).isEqualTo(before);

        Map<String, Object> goodOnly = real("held, good only", csv);
        goodOnly.put("goodLinesOnly", true);
        JsonNode good = imported(goodOnly);
        assertThat(good.get("errors")).isEmpty();
        assertThat(good.at("/report/recorded").asInt()).isEqualTo(1);
        assertThat(good.at("/report/unclear").asInt()).isEqualTo(1);
    }

    @Test
    void an_investigator_is_a_person_by_name_even_where_the_telephone_stands_first() {
        imported(real("telephone", "Tên đề tài;Điện thoại;Chủ nhiệm\nNuôi cá lóc;0900 000 000;TS. Lê Minh Hạo\n"));

        JsonNode task = system().as("officer")
                .data("{ projects(filter: {text: \"nuoi ca loc\"}) { edges { node {"
                        + " principalInvestigator { name } source { cells { header raw } } } } } }")
                .at("/projects/edges/0/node");
        assertThat(task.at("/principalInvestigator/name").asString()).isEqualTo("Lê Minh Hạo");
        assertThat(task.at("/source/cells/1/raw").asString()).isEqualTo("0900 000 000");
    }

    @Test
    void a_key_used_for_another_file_is_refused() {
        imported(real("reused", HEADER + GOOD.formatted("one")));

        JsonNode answer = imported(real("reused", HEADER + GOOD.formatted("two")));

        assertThat(answer.at("/errors/0/code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void an_empty_file_is_refused_at_its_field() {
        Map<String, Object> input = real("empty", "");
        input.put("content", "");

        JsonNode answer = imported(input);

        assertThat(answer.at("/errors/0/code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(answer.at("/errors/0/field/0").asString()).isEqualTo("content");
        assertThat(answer.get("report").isNull()).isTrue();
    }

    @Test
    void running_text_and_noise_are_refused_with_a_way_out_in_the_callers_language() throws IOException {
        byte[] text = Files.readAllBytes(Path.of("src/test/resources/messy/C_hau_giang_2017_blocks.txt"));
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);

        for (byte[] content : List.of(text, noise, new byte[11 * 1024 * 1024])) {
            Map<String, Object> input = real("unreadable", "");
            input.put("content", Base64.getEncoder().encodeToString(content));
            JsonNode answer = imported(input);

            assertThat(answer.at("/errors/0/code").asString()).isEqualTo("IMPORT_FILE_UNREADABLE");
            assertThat(answer.at("/errors/0/message").asString())
                    .startsWith("Không đọc được tệp: ")
                    .doesNotContain("{");
            assertThat(answer.at("/errors/0/wayOut").asString()).contains("XLSX");
            assertThat(answer.get("report").isNull()).isTrue();
        }
        Map<String, Object> input = real("unreadable", "");
        input.put("content", Base64.getEncoder().encodeToString(noise));
        JsonNode english = system().as("officer")
                .inEnglish()
                .data(IMPORT, Map.of("input", input))
                .get("importPastTasks");
        assertThat(english.at("/errors/0/message").asString()).startsWith("The file cannot be read: ");
        input.put("content", "đây không phải Base64");
        assertThat(imported(input).at("/errors/0/code").asString()).isEqualTo("INVALID_INPUT");
    }

    @Test
    void a_file_of_30_megabytes_does_not_get_past_the_door() {
        Map<String, Object> input = real("huge", "");
        input.put("content", Base64.getEncoder().encodeToString(new byte[30 * 1024 * 1024]));

        assertThat(system().as("officer").post(IMPORT, Map.of("input", input)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void only_an_officer_imports() {
        Map<String, Object> input = input("not mine", HEADER + GOOD.formatted("mine"));

        JsonNode registrar = system().as("registrar").ask(IMPORT, Map.of("input", input));
        JsonNode nobody = system().anonymous().ask(IMPORT, Map.of("input", input));

        assertThat(registrar.at("/errors/0/extensions/code").asString()).isEqualTo("NOT_ALLOWED");
        assertThat(nobody.at("/errors/0/extensions/code").asString()).isEqualTo("NOT_SIGNED_IN");
    }

    private static JsonNode imported(Map<String, Object> input) {
        return system().as("officer").data(IMPORT, Map.of("input", input)).get("importPastTasks");
    }

    private static Map<String, Object> real(String key, String csv) {
        Map<String, Object> input = input(key, csv);
        input.put("dryRun", false);
        return input;
    }

    private static Map<String, Object> input(String key, String csv) {
        Map<String, Object> input = new HashMap<>();
        input.put("idempotencyKey", key);
        input.put("fileName", "sổ.csv");
        input.put("content", Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8)));
        input.put("source", Map.of("title", "Sổ theo dõi đề tài", "retrievedOn", "2025-03-01"));
        return input;
    }

    private static RunningSystem system() {
        return Objects.requireNonNull(running);
    }

    private static void account(String login, String name, String role) {
        String person = done("""
                mutation ($key: String!, $name: String!) { done: registerPerson(input: {
                    idempotencyKey: $key, name: $name }) { person { stableId } errors { code message } } }
                """, Map.of("key", "person-" + login, "name", name), "/person/stableId");
        String account = done(
                """
                mutation ($person: ID!, $login: String!, $password: String!) { done: createAccount(input: {
                    idempotencyKey: $login, person: $person, login: $login, password: $password }) {
                  account { stableId } errors { code message } } }
                """, Map.of("person", person, "login", login, "password", RunningSystem.PASSWORD), "/account/stableId");
        done("""
                mutation ($account: ID!, $role: Role!, $key: String!) { done: grantRole(input: {
                    idempotencyKey: $key, account: $account, role: $role }) { position errors { code message } } }
                """, Map.of("account", account, "role", role, "key", "grant-" + login), "/position");
    }

    private static String done(String mutation, Map<String, ?> variables, String answer) {
        JsonNode done = system().as("admin").data(mutation, variables).get("done");
        assertThat(done.get("errors")).as(done.toString()).isEmpty();
        return done.at(answer).asString();
    }
}
