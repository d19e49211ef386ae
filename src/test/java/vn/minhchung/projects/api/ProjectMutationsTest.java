package vn.minhchung.projects.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** Every mutation about tasks over HTTP, with real log-ins: what the schema takes is what the command gets. */
class ProjectMutationsTest {
    private static @Nullable RunningSystem running;
    private static int requests;
    private static String department = "";
    private static String host = "";
    private static String committee = "";

    @BeforeAll
    static void two_clerks_and_the_organisations() {
        running = RunningSystem.start(
                TestPostgres.freshDatabase(),
                "--minhchung.admin.login=root",
                "--minhchung.admin.password=" + RunningSystem.PASSWORD);
        account("officer", "OFFICER");
        account("registrar", "REGISTRAR");
        account("citizen", "CITIZEN");
        department = organisation("Sở Khoa học và Công nghệ", "DEPARTMENT");
        host = organisation("Viện Nông nghiệp Sông Hồng", "RESEARCH_INSTITUTE");
        committee = person("Hoàng Uỷ Ban");
    }

    @AfterAll
    static void stop() {
        if (running != null) running.close();
    }

    @Test
    void an_approval_on_paper_goes_from_record_to_contract_and_publication() {
        JsonNode recorded =
                send("officer", "registerApprovedTask", recorded(approval("ĐTKHCN.HY-01/2025"), "COMMITTEE"));
        assertThat(recorded.at("/project/standing").asString()).isEqualTo("PROVISIONAL");
        assertThat(recorded.at("/project/state").asString()).isEqualTo("APPROVAL_RECORDED");
        assertThat(recorded.at("/events/0/name").asString()).isEqualTo("projects.ApprovedTaskRegistered");
        assertThat(recorded.at("/events/0/sentence").asString()).contains("ĐTKHCN.HY-01/2025", "1.000.000.000 đồng");
        String task = recorded.at("/project/stableId").asString();

        assertThat(send("registrar", "confirmApproval", seen(Map.of("project", task)))
                        .at("/project/standing")
                        .asString())
                .isEqualTo("DECIDED");

        Map<String, Object> contract = seen(Map.of(
                "project",
                task,
                "number",
                "07/2025/HĐ-SKHCN",
                "signedOn",
                today().toString(),
                "value",
                "900000000",
                "department",
                department,
                "hostSignatory",
                person("Ngô Chủ Trì"),
                "tranches",
                List.of(
                        Map.of(
                                "number",
                                1,
                                "amount",
                                "450000000",
                                "due",
                                today().plusDays(30).toString()),
                        Map.of("number", 2, "amount", "450000000", "condition", "Nghiệm thu đạt"))));
        send("officer", "signContract", recorded(contract, "DIRECTOR"));
        JsonNode confirmed = send("registrar", "confirmContract", seen(Map.of("project", task)));
        assertThat(confirmed.at("/project/state").asString()).isEqualTo("CONTRACTED");
        assertThat(confirmed.at("/project/contract/value").asString()).isEqualTo("900000000");
        assertThat(confirmed.at("/project/contract/tranches/1/condition").asString())
                .isEqualTo("Nghiệm thu đạt");

        assertThat(answer("citizen", task).isNull()).isTrue();
        send("officer", "publishTask", seen(Map.of("project", task)));
        assertThat(answer("citizen", task).at("/code").asString()).isEqualTo("ĐTKHCN.HY-01/2025");
    }

    @Test
    void a_code_is_reissued_and_a_title_corrected() {
        String task = send("officer", "registerApprovedTask", recorded(approval("ĐTKHCN.HY-02/2025"), "COMMITTEE"))
                .at("/project/stableId")
                .asString();
        JsonNode reissued = send(
                "officer",
                "reissueTaskCode",
                seen(Map.of(
                        "project",
                        task,
                        "code",
                        "ĐTKHCN.33-02/2025",
                        "issuer",
                        department,
                        "validFrom",
                        today().plusDays(60).toString())));
        assertThat(reissued.at("/project/code").asString()).isEqualTo("ĐTKHCN.33-02/2025");
        assertThat(reissued.at("/project/codes")).hasSize(2);
        JsonNode corrected = send("officer", "correctTask", seen(Map.of("project", task, "title", "Tên đúng")));
        assertThat(corrected.at("/project/title").asString()).isEqualTo("Tên đúng");
    }

    @Test
    void a_refused_approval_names_the_field_and_the_figures() {
        Map<String, Object> wrong = approval("ĐTKHCN.HY-03/2025");
        wrong.put("totalBudget", "1000000001");
        JsonNode payload = ask("officer", "registerApprovedTask", recorded(wrong, "COMMITTEE"))
                .at("/data/registerApprovedTask");
        assertThat(payload.at("/project").isNull()).isTrue();
        assertThat(payload.at("/errors/0/code").asString()).isEqualTo("BUDGET_NOT_BALANCED");
        assertThat(payload.at("/errors/0/field/0").asString()).isEqualTo("totalBudget");
        assertThat(payload.at("/errors/0/facts/difference").asString()).isEqualTo("1");
        assertThat(payload.at("/errors/0/wayOut").asString()).isNotEmpty();
    }

    @Test
    void a_citizen_registers_nothing() {
        assertThat(ask("citizen", "registerApprovedTask", recorded(approval("ĐTKHCN.HY-04/2025"), "COMMITTEE"))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_ALLOWED");
    }

    @Test
    void a_past_task_is_recorded_with_its_names_sealed() {
        String person = "person:01890a5d-ac96-7741-b9f0-7f2a4b8c0901";
        JsonNode recorded = send(
                "registrar",
                "recordPastTask",
                new HashMap<>(Map.of(
                        "sourceTitle",
                        "Báo cáo tổng kết",
                        "cells",
                        List.of(
                                Map.of(
                                        "field",
                                        "TITLE",
                                        "raw",
                                        List.of(Map.of("text", "Nuôi cua biển")),
                                        "reading",
                                        "Nuôi cua biển",
                                        "certainty",
                                        "EXACT"),
                                Map.of(
                                        "field",
                                        "PRINCIPAL_INVESTIGATOR",
                                        "raw",
                                        List.of(
                                                Map.of("text", "ThS. "),
                                                Map.of("person", person, "name", "Phan Văn Biển")),
                                        "certainty",
                                        "EXACT")))));
        assertThat(recorded.at("/project/title").asString()).isEqualTo("Nuôi cua biển");
        assertThat(recorded.at("/project/source/cells/1/raw").asString()).isEqualTo("ThS. Phan Văn Biển");
        assertThat(recorded.at("/project/principalInvestigator/name").asString())
                .isEqualTo("Phan Văn Biển");
        assertThat(recorded.at("/events").toString()).doesNotContain("Phan Văn Biển");
    }

    // ---- helpers

    private static RunningSystem system() {
        return Objects.requireNonNull(running);
    }

    private static LocalDate today() {
        return system().clock().today();
    }

    private static Map<String, Object> approval(String code) {
        LocalDate start = today().withDayOfMonth(1).plusMonths(1);
        return new HashMap<>(Map.ofEntries(
                Map.entry("code", code),
                Map.entry("issuer", department),
                Map.entry("title", "Nghiên cứu phân bón cho nhãn chín muộn"),
                Map.entry("kind", "DE_TAI"),
                Map.entry("level", "TINH"),
                Map.entry("host", host),
                Map.entry("principalInvestigator", person("Người chủ nhiệm " + code)),
                Map.entry("members", List.of(Map.of("person", person("Thư ký " + code), "role", "SECRETARY"))),
                Map.entry(
                        "budget",
                        List.of(
                                share("STATE_BUDGET", "REMUNERATION", start.getYear(), "900000000"),
                                share("COUNTERPART", "MATERIALS", start.getYear(), "100000000"))),
                Map.entry("totalBudget", "1000000000"),
                Map.entry("stateBudget", "900000000"),
                Map.entry("khoanMode", "TUNG_PHAN"),
                Map.entry("durationMonths", 24),
                Map.entry("start", start.toString()),
                Map.entry("end", start.plusMonths(24).minusDays(1).toString()),
                Map.entry(
                        "triggers",
                        List.of(
                                Map.of("kind", "ORDER_LIST_APPROVED", "date", "2024-07-04", "document", "2374/QĐ-UBND"),
                                Map.of("kind", "CALL_PUBLISHED", "date", "2024-08-01")))));
    }

    private static Map<String, Object> share(String source, String line, int year, String amount) {
        return Map.of("source", source, "line", line, "year", year, "amount", amount);
    }

    private static Map<String, Object> seen(Map<String, ?> input) {
        Map<String, Object> with = new HashMap<>(input);
        with.put("seenAt", Long.toString(system().views().position()));
        return with;
    }

    /** The same input as a decision on paper, signed yesterday by somebody of this role. */
    private static Map<String, Object> recorded(Map<String, Object> input, String role) {
        Map<String, Object> decision = new HashMap<>(decision());
        decision.put("mode", "RECORDED");
        decision.put(
                "decidedBy",
                Map.of(
                        "person",
                        committee,
                        "role",
                        role,
                        "office",
                        "Chủ tịch",
                        "capacity",
                        "SELF",
                        "signedOn",
                        today().minusDays(1).toString(),
                        "document",
                        "1094/QĐ-UBND"));
        input.put("decision", decision);
        return input;
    }

    private static Map<String, Object> decision() {
        return Map.of(
                "reason",
                "theo hồ sơ",
                "basis",
                List.of(Map.of("kind", "DECISION", "number", "1094/QĐ-UBND", "seen", "SCAN_COMPARED")));
    }

    private static JsonNode ask(String login, String mutation, Map<String, Object> input) {
        Map<String, Object> whole = new HashMap<>(input);
        whole.put("idempotencyKey", "projects-" + requests++);
        whole.putIfAbsent("decision", decision());
        String type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1);
        String document = """
                mutation($input: %sInput!) { %s(input: $input) {
                  project { stableId code codes { value } title state standing
                    principalInvestigator { name }
                    contract { value tranches { number amount condition due } } source { cells { raw } } }
                  events { name sentence payload } errors { code field message facts wayOut } } }""".formatted(type, mutation);
        return system().as(login).ask(document, Map.of("input", whole));
    }

    private static JsonNode send(String login, String mutation, Map<String, Object> input) {
        JsonNode answer = ask(login, mutation, input);
        assertThat(answer.at("/errors").isMissingNode() || answer.at("/errors").isNull())
                .as(answer.toPrettyString())
                .isTrue();
        JsonNode payload = answer.at("/data/" + mutation);
        assertThat(payload.get("errors")).as(payload.toPrettyString()).isEmpty();
        return payload;
    }

    private static JsonNode answer(String login, String task) {
        return system().as(login)
                .data("query($id: ID!) { project(id: $id) { code } }", Map.of("id", task))
                .get("project");
    }

    private static String made(String login, String mutation, Map<String, Object> input, String object) {
        Map<String, Object> whole = new HashMap<>(input);
        whole.put("idempotencyKey", "projects-" + requests++);
        whole.put("decision", decision());
        String type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1);
        JsonNode payload = system().as(login)
                .data(
                        "mutation($input: %sInput!) { %s(input: $input) { %s { stableId } errors { code facts } } }"
                                .formatted(type, mutation, object),
                        Map.of("input", whole))
                .get(mutation);
        assertThat(payload.get("errors")).as(payload.toPrettyString()).isEmpty();
        return payload.at("/" + object + "/stableId").asString();
    }

    private static String person(String name) {
        return made("root", "registerPerson", Map.of("name", name), "person");
    }

    private static String organisation(String name, String kind) {
        return made("root", "registerOrganisation", Map.of("name", name, "kind", kind), "organisation");
    }

    private static void account(String login, String role) {
        String account = made(
                "root",
                "createAccount",
                Map.of("person", person("Người " + login), "login", login, "password", RunningSystem.PASSWORD),
                "account");
        made("root", "grantRole", Map.of("account", account, "role", role), "account");
    }
}
