package vn.minhchung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** People and access over HTTP, with real log-ins and a real vault. */
class AccessSystemTest {
    private static final String NAME = "Trần Thị Bình An";
    private static final String CITIZEN_ID = "033180000017";
    private static final String BANK = "970436123456789";

    private static RunningSystem system;
    private static int requests;

    @BeforeAll
    static void an_empty_system_with_its_first_administrator_and_a_director() {
        system = RunningSystem.start(
                TestPostgres.freshDatabase(),
                "--minhchung.admin.login=root",
                "--minhchung.admin.password=" + RunningSystem.PASSWORD);
        account("officer", "OFFICER");
        account("director", "DIRECTOR");
        confirm("officer", "director", "DIRECTOR");
    }

    @AfterAll
    static void closed() {
        system.close();
    }

    @Test
    void a_log_in_shows_the_roles_in_force_and_a_money_role_only_once_confirmed() {
        account("accountant", "ACCOUNTANT");

        assertThat(me("accountant").at("/roles/0/standing").asString()).isEqualTo("PROVISIONAL");
        confirm("director", "accountant", "ACCOUNTANT");

        JsonNode role = me("accountant").at("/roles/0");
        assertThat(role.get("standing").asString()).isEqualTo("IN_FORCE");
        assertThat(role.at("/confirmedBy/name").asString()).isEqualTo("Người director");
        assertThat(system.anonymous().data("{ me { login } }").get("me").isNull())
                .isTrue();
    }

    @Test
    void a_locked_account_and_a_replaced_password_open_nothing() {
        String account = account("locked", "CITIZEN");
        assertThat(status("locked", RunningSystem.PASSWORD)).isEqualTo(200);

        send("root", "lockAccount", Map.of("account", account), "account { locked }");
        assertThat(status("locked", RunningSystem.PASSWORD)).isEqualTo(401);
        send("root", "unlockAccount", Map.of("account", account), "account { locked }");
        send("locked", "resetCredential", Map.of("account", account, "password", "a-newer-password"), "position");

        assertThat(status("locked", RunningSystem.PASSWORD)).isEqualTo(401);
        assertThat(status("locked", "a-newer-password")).isEqualTo(200);
        assertThat(status("LOCKED ", "a-newer-password")).isEqualTo(200);
    }

    @Test
    void a_delegated_role_is_exercised_within_its_days_and_rests_with_the_role_above() {
        String deputy = account("deputy", "REGISTRAR");
        String director = me("director").get("stableId").asString();
        String today = system.clock().today().toString();
        JsonNode delegated = send(
                "director",
                "delegateRole",
                Map.of(
                        "delegator",
                        director,
                        "delegate",
                        deputy,
                        "role",
                        "DIRECTOR",
                        "start",
                        today,
                        "end",
                        system.clock().today().plusDays(9).toString(),
                        "mayPassOn",
                        true),
                "delegation { stableId standing }");
        account("chief", "CHIEF_ACCOUNTANT");
        Map<String, Object> confirmation =
                seen(Map.of("delegation", delegated.at("/delegation/stableId").asString()));
        assertThat(delegated.at("/delegation/standing").asString()).isEqualTo("PROVISIONAL");
        assertThat(system.as("deputy")
                        .ask(mutation("confirmRole", "position"), input(confirmation("chief", "CHIEF_ACCOUNTANT")))
                        .at("/errors/0/extensions/code")
                        .asString())
                .as("before somebody else has confirmed it")
                .isEqualTo("NOT_ALLOWED");
        send("officer", "confirmDelegation", confirmation, "delegation { standing }");

        confirm("deputy", "chief", "CHIEF_ACCOUNTANT");

        assertThat(me("chief").at("/roles/0/confirmedBy/name").asString()).isEqualTo("Người deputy");
        assertThat(me("deputy").at("/delegations/0/role").asString()).isEqualTo("DIRECTOR");
        send(
                "director",
                "endDelegation",
                Map.of("delegation", delegated.at("/delegation/stableId").asString()),
                "delegation { standing }");
        account("chief2", "CHIEF_ACCOUNTANT");
        JsonNode refused = system.as("deputy")
                .ask(mutation("confirmRole", "position"), input(confirmation("chief2", "CHIEF_ACCOUNTANT")));
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void an_erased_person_reads_as_erased_now_and_as_of_before_and_cannot_log_in() {
        String person = person(NAME);
        send(
                "officer",
                "addPersonIdentifier",
                Map.of("person", person, "kind", "CITIZEN_ID", "value", CITIZEN_ID),
                "person { identifiers { value } }");
        send("officer", "correctPerson", Map.of("person", person, "bankAccount", BANK), "person { bankAccount }");
        open("erased", person, "CITIZEN");
        long before = system.views().position();
        assertThat(personOf("officer", person).toString()).contains(NAME, CITIZEN_ID, BANK);
        assertThat(personOf("erased", person).toString()).contains(NAME, CITIZEN_ID, BANK);

        send("officer", "requestErasure", Map.of("person", person), "person { erasureRequested }");
        send("director", "erasePerson", seen(Map.of("person", person)), "person { erased }");

        String asOf =
                "{ asOf(position: \"%d\") { node(id: \"%s\") { ... on Person { name } } } }".formatted(before, person);
        assertThat(personOf("officer", person).get("name").asString()).isEqualTo("[đã xoá]");
        assertThat(system.as("officer").data(asOf).at("/asOf/node/name").asString())
                .isEqualTo("[đã xoá]");
        assertThat(status("erased", RunningSystem.PASSWORD)).isEqualTo(401);
    }

    @Test
    void strangers_see_neither_numbers_nor_lists_of_persons() {
        account("citizen", "CITIZEN");
        String person = person("Lê Hoài Nghiệm");

        JsonNode seen = system.as("citizen").ask("""
                { node(id: "%s") { ... on Person { name birthDate identifiers { value } } }
                  persons { totalCount } accounts { totalCount } }""".formatted(person));

        assertThat(seen.at("/data/node/identifiers").isNull()).isTrue();
        assertThat(seen.at("/extensions/withheld").toString()).contains("identifiers", "birthDate");
        assertThat(seen.at("/data/persons/totalCount").asInt()).isEqualTo(1);
        assertThat(seen.at("/data/accounts/totalCount").asInt()).isEqualTo(1);
        assertThat(system.anonymous()
                        .ask("{ node(id: \"%s\") { id } }".formatted(person))
                        .at("/data/node")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_stored_bytes_hold_no_name_number_or_password() {
        String person = person("Nguyễn Minh Khảo");
        send("officer", "correctPerson", Map.of("person", person, "contact", "0912345678"), "person { contact }");
        open("secretive", person, "CITIZEN");

        List<byte[]> stored = JdbcClient.create(system.database().app())
                .sql("select payload from event_store.event union all select envelope from event_store.event")
                .query((row, _) -> row.getBytes(1))
                .list();

        assertThat(stored)
                .hasSizeGreaterThan(20)
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .doesNotContain("Nguyễn Minh Khảo", "0912345678", "secretive", RunningSystem.PASSWORD));
    }

    @Test
    void signatories_are_registered_and_shown_to_staff() {
        String unit = send(
                        "officer",
                        "registerOrganisation",
                        Map.of("name", "Sở Khoa học và Công nghệ", "kind", "DEPARTMENT"),
                        "organisation { stableId name }")
                .at("/organisation/stableId")
                .asString();
        String director = me("director").at("/person/stableId").asString();

        send(
                "director",
                "registerSignatory",
                Map.of(
                        "unit",
                        unit,
                        "person",
                        director,
                        "position",
                        "FIRST",
                        "rank",
                        "HEAD",
                        "from",
                        system.clock().today().toString()),
                "signatories { signatories { number } }");

        JsonNode list = system.as("officer")
                .data("{ signatories(unit: \"%s\") { unit { name } signatories { rank person { name } } } }"
                        .formatted(unit))
                .get("signatories");
        assertThat(list.at("/signatories/0/person/name").asString()).isEqualTo("Người director");
        assertThat(list.at("/unit/name").asString()).isEqualTo("Sở Khoa học và Công nghệ");
    }

    private static String account(String login, String role) {
        return open(login, person("Người " + login), role);
    }

    private static String person(String name) {
        return send("root", "registerPerson", Map.of("name", name), "person { stableId name }")
                .at("/person/stableId")
                .asString();
    }

    private static String open(String login, String person, String role) {
        String account = send(
                        "root",
                        "createAccount",
                        Map.of("person", person, "login", login, "password", RunningSystem.PASSWORD),
                        "account { stableId login }")
                .at("/account/stableId")
                .asString();
        send("root", "grantRole", Map.of("account", account, "role", role), "account { roles { standing } }");
        return account;
    }

    private static void confirm(String confirmer, String login, String role) {
        send(confirmer, "confirmRole", confirmation(login, role), "account { roles { standing } }");
    }

    private static Map<String, Object> confirmation(String login, String role) {
        return seen(Map.of("account", me(login).get("stableId").asString(), "role", role));
    }

    private static Map<String, Object> seen(Map<String, ?> input) {
        Map<String, Object> with = new HashMap<>(input);
        with.put("seenAt", Long.toString(system.views().position()));
        return with;
    }

    private static JsonNode me(String login) {
        return system.as(login).data("""
                { me { stableId person { stableId } delegations { role standing }
                       roles { role standing confirmedBy { name } } } }""").get("me");
    }

    private static JsonNode personOf(String login, String person) {
        return system.as(login).data("""
                { node(id: "%s") { ... on Person { name bankAccount identifiers { value } } } }""".formatted(person)).get("node");
    }

    private static int status(String login, String password) {
        return system.as(login)
                .withPassword(password)
                .post("{ me { login } }", Map.of())
                .statusCode();
    }

    /** The payload; fails on a refusal. */
    private static JsonNode send(String login, String mutation, Map<String, ?> input, String selection) {
        JsonNode payload = system.as(login)
                .data(mutation(mutation, selection), input(input))
                .get(mutation);
        assertThat(payload.get("errors")).as(payload.toString()).isEmpty();
        return payload;
    }

    private static String mutation(String name, String selection) {
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Input";
        return "mutation($input: %s!) { %s(input: $input) { %s errors { code message facts } } }"
                .formatted(type, name, selection);
    }

    private static Map<String, Object> input(Map<String, ?> input) {
        Map<String, Object> whole = new HashMap<>(input);
        whole.put("idempotencyKey", "access-test-" + requests++);
        whole.put(
                "decision",
                Map.of(
                        "reason",
                        "theo hồ sơ",
                        "basis",
                        new ArrayList<>(List.of(
                                Map.of("kind", "DECISION", "number", "12/QĐ-SKHCN", "seen", "SCAN_COMPARED")))));
        return Map.of("input", whole);
    }
}
