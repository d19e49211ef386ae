package vn.minhchung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.graphql.ReadingLog;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** Reading is recorded: all that inspectors ask, and whatever opens a confidential record; and without that nothing is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingsSystemTest {
    private static final String BIRTH = "query ($id: ID!) { node(id: $id) { ... on Person { name birthDate } } }";
    private static final String NAME = "query ($id: ID!) { node(id: $id) { ... on Person { name } } }";
    private static final String READINGS = """
            query SoDoc($filter: ReadingFilter, $after: String) {
              readings(filter: $filter, first: 100, after: $after) {
                totalCount pageInfo { hasNextPage endCursor } edges { node {
                  id at day kind person { stableId } account { stableId } roles operation document fields
                  asked unnamed asOf opened openedBy position requestId } } } }
            """;

    private final RunningSystem system = RunningSystem.start();
    private String khao = "";
    private String officer = "";
    private String inspector = "";

    @BeforeAll
    void people() {
        system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
        officer = account("officer", "Đỗ Thị Hạnh", "OFFICER");
        inspector = account("inspector", "Lý Minh Tra", "INSPECTOR");
        account("registrar", "Hồ Văn Sổ", "REGISTRAR");
        khao = account("khao", "Kiều Văn Khảo", "CITIZEN");
        JsonNode corrected =
                system.as("officer").data("""
                mutation ($person: ID!) { correctPerson(input: { idempotencyKey: "birth", person: $person,
                  birthDate: "1980-02-03", decision: { reason: "theo căn cước" } }) { errors { code message } } }
                """, Map.of("person", khao)).get("correctPerson");
        assertThat(corrected.get("errors").size()).as(corrected.toString()).isZero();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void whatever_an_inspector_asks_is_recorded_with_what_was_named_and_shown() {
        String document = "query ThanhTra($id: ID!) { asOf(position: \"2\") { node(id: $id) { id } }"
                + " events(filter: { subject: $id }) { totalCount } node(id: \"Kiều Văn Khảo\") { id } }";
        system.as("inspector").data(document, Map.of("id", khao));

        JsonNode reading = readings(Map.of("object", khao, "person", inspector)).getLast();
        assertThat(reading.get("kind").stringValue()).isEqualTo("QUERY");
        assertThat(reading.get("operation").stringValue()).isEqualTo("ThanhTra");
        assertThat(reading.get("document").stringValue()).isEqualTo(Sha256.hex(document));
        assertThat(texts(reading, "fields")).containsExactly("asOf", "events", "node");
        assertThat(texts(reading, "asked")).containsExactly(khao);
        assertThat(reading.get("unnamed").intValue())
                .as("what is no id is counted, not kept: it may be anything")
                .isEqualTo(1);
        assertThat(texts(reading, "asOf")).containsExactly("2");
        assertThat(texts(reading, "roles")).contains("INSPECTOR");
        assertThat(texts(reading, "opened")).isEmpty();
        assertThat(reading.at("/person/stableId").stringValue()).isEqualTo(inspector);
        assertThat(Long.parseLong(reading.get("position").stringValue())).isPositive();
        assertThat(reading.toString()).doesNotContain("Kiều Văn Khảo");
    }

    @Test
    void reading_the_readings_is_recorded_too() {
        long before = count(Map.of("person", inspector));

        assertThat(count(Map.of("person", inspector))).isEqualTo(before + 1);
    }

    @Test
    void a_confidential_record_is_not_opened_unrecorded_whoever_asks() {
        Map<String, Object> ofOfficer = Map.of("object", khao, "person", officer);
        long before = count(ofOfficer);

        system.as("officer").data(NAME, Map.of("id", khao));
        assertThat(count(ofOfficer)).as("a name is not confidential").isEqualTo(before);
        assertThat(system.as("registrar")
                        .data(NAME, Map.of("id", khao))
                        .at("/node/name")
                        .stringValue())
                .isEqualTo("Kiều Văn Khảo");

        assertThat(system.as("officer")
                        .data(BIRTH, Map.of("id", khao))
                        .at("/node/birthDate")
                        .stringValue())
                .isEqualTo("1980-02-03");

        List<JsonNode> found = readings(ofOfficer);
        assertThat(found).hasSize((int) before + 1);
        JsonNode reading = found.getLast();
        assertThat(texts(reading, "opened")).containsExactly(khao);
        assertThat(texts(reading, "openedBy")).containsExactly("Person.birthDate");
        assertThat(texts(reading, "asked"))
                .as("only an inspector's ids are kept")
                .isEmpty();
    }

    @Test
    void who_may_not_read_it_opens_nothing() {
        long before = count(Map.of("object", khao));

        assertThat(system.as("khao2").post(BIRTH, Map.of("id", khao)).statusCode())
                .isEqualTo(401);
        JsonNode answer = system.anonymous().ask(BIRTH, Map.of("id", khao));

        assertThat(answer.at("/data/node").isNull()).isTrue();
        assertThat(count(Map.of("object", khao))).as("this count names it").isEqualTo(before + 1);
    }

    @Test
    void an_opened_payload_and_an_opened_difference_are_recorded_for_the_person_they_tell_about() {
        Map<String, Object> ofOfficer = Map.of("object", khao, "person", officer);
        String payloads = "query ($of: ID!) { history(of: $of) { edges { node { payload } } } }";
        long before = count(ofOfficer);

        system.as("registrar").data(payloads, Map.of("of", khao));
        system.as("officer").data(payloads, Map.of("of", khao));
        assertThat(texts(readings(ofOfficer).getLast(), "openedBy")).containsExactly("RecordedEvent.payload");
        system.as("officer").data("""
                query ($of: ID!) { difference(of: $of, from: { position: "1" }) { changes { path } } }
                """, Map.of("of", khao));

        assertThat(count(ofOfficer)).isGreaterThan(before + 1);
        assertThat(texts(readings(ofOfficer).getLast(), "openedBy")).contains("Person.birthDate");
    }

    @Test
    void a_person_is_told_who_opened_the_own_record_and_nothing_else() {
        system.as("officer").data(BIRTH, Map.of("id", khao));
        String own = "{ ownReadings(first: 100) { totalCount edges { node { at person { name } roles openedBy } } } }";

        JsonNode told = system.as("khao").data(own).get("ownReadings");

        assertThat(told.findValuesAsString("name")).contains("Đỗ Thị Hạnh");
        assertThat(told.get("totalCount").intValue())
                .isEqualTo(told.get("edges").size());
        assertThat(told.toString()).contains("Person.birthDate").doesNotContain("document");
        assertThat(system.as("registrar").data(own).at("/ownReadings/edges").size())
                .as("nobody opened the registrar's")
                .isZero();
        assertThat(system.as("officer")
                        .data("{ readings { totalCount } }")
                        .get("readings")
                        .isNull())
                .as("the whole log is for inspectors and the director")
                .isTrue();
    }

    @Test
    void without_a_record_there_is_no_answer() throws SQLException {
        asSuperuser("REVOKE INSERT ON event_store.reading FROM minhchung_app");
        try {
            JsonNode asked = system.as("inspector").ask(NAME, Map.of("id", khao));
            JsonNode opened = system.as("officer").inEnglish().ask(BIRTH, Map.of("id", khao));
            JsonNode plain = system.as("officer").ask(NAME, Map.of("id", khao));

            assertThat(asked.path("data").isNull()).isTrue();
            assertThat(asked.at("/errors/0/extensions/code").stringValue()).isEqualTo("STORE_UNAVAILABLE");
            assertThat(asked.at("/errors/0/message").stringValue()).startsWith("Chưa ghi được lượt đọc");
            assertThat(opened.toString()).doesNotContain("1980-02-03");
            assertThat(opened.at("/errors/0/message").stringValue()).startsWith("This reading could not be recorded");
            assertThat(plain.at("/data/node/name").stringValue()).isEqualTo("Kiều Văn Khảo");
            assertThat(entries("inspector").statusCode()).isGreaterThanOrEqualTo(500);
        } finally {
            asSuperuser("GRANT INSERT ON event_store.reading TO minhchung_app");
        }
        assertThat(system.as("inspector")
                        .data(NAME, Map.of("id", khao))
                        .at("/node/name")
                        .stringValue())
                .isEqualTo("Kiều Văn Khảo");
    }

    @Test
    void a_page_of_entries_and_a_subscription_are_recorded() throws Exception {
        eventually(() -> assertThat(entries("inspector").statusCode()).isEqualTo(200));
        assertThat(entries("officer").statusCode()).isEqualTo(403);
        List<JsonNode> pages = of("ENTRIES", readings(Map.of("person", inspector)));
        assertThat(pages.getLast().get("operation").stringValue()).isEqualTo("/log/tile/entries/000.p/1");

        system.as("inspector").first("subscription Truc { events(after: \"0\") { position event { name } } }");
        system.as("officer").first("""
                subscription { events(after: "0", filter: { subject: "%s" }) { position event { payload } } }
                """.formatted(khao));

        List<JsonNode> followed = of("SUBSCRIPTION", readings(Map.of("person", inspector)));
        assertThat(followed.stream()
                        .filter(each -> each.get("operation").asString("").equals("Truc")))
                .as("once, however many messages come")
                .hasSize(1);
        List<JsonNode> opened = of("SUBSCRIPTION", readings(Map.of("person", officer, "object", khao)));
        assertThat(opened).as("a message that opens something").isNotEmpty();
    }

    @Test
    void the_readings_of_a_day_are_sealed_and_a_missing_one_shows() throws SQLException {
        LocalDate day = system.clock().today();
        system.as("officer").data(BIRTH, Map.of("id", khao));
        long kept = count(Map.of("day", day.toString()));
        system.clock().moveTo(system.clock().now().plus(Duration.ofDays(1)));
        String seal = "mutation { sealReadings(input: { idempotencyKey: \"seal\", day: \"" + day + "\" })"
                + " { readingSeal { count matches } errors { code } } }";

        JsonNode sealed = system.as("admin").data(seal).get("sealReadings");

        assertThat(sealed.at("/errors").size()).isZero();
        assertThat(sealed.at("/readingSeal/count").longValue()).isGreaterThanOrEqualTo(kept);
        assertThat(matches(day)).isTrue();

        asSuperuser(
                "ALTER TABLE event_store.reading DISABLE TRIGGER append_only",
                "UPDATE event_store.reading SET detail = replace(detail, 'Person.birthDate', 'Person.name')"
                        + " WHERE detail LIKE '%Person.birthDate%' AND day = '" + day + "'",
                "ALTER TABLE event_store.reading ENABLE ALWAYS TRIGGER append_only");

        assertThat(matches(day)).isFalse();
    }

    @Test
    void many_who_read_at_once_share_the_writing_and_each_is_kept_once() throws Exception {
        ReadingLog log = system.bean(ReadingLog.class);
        int readers = 16;
        int each = 50;
        long alone = micros(() -> keep(log, "alone", 200)) / 200;
        List<Future<?>> asked = new ArrayList<>();
        long together = micros(() -> {
            try (ExecutorService callers = Executors.newFixedThreadPool(readers)) {
                for (int i = 0; i < readers; i++) {
                    String caller = "caller-" + i;
                    asked.add(callers.submit(() -> keep(log, caller, each)));
                }
            }
        });
        for (Future<?> one : asked) one.get();

        List<String> kept = readings(Map.of("person", "person:reader")).stream()
                .map(reading -> reading.get("requestId").stringValue())
                .toList();
        assertThat(kept).hasSize(200 + readers * each).doesNotHaveDuplicates();
        System.out.printf(
                "readings kept: alone %d µs each, %d readers together %d µs each%n",
                alone, readers, together / ((long) readers * each));
    }

    private static void keep(ReadingLog log, String caller, int times) {
        for (int i = 0; i < times; i++) {
            log.keep(new ReadingLog.Reading(
                    new AccountId("account:reader"),
                    new PersonId("person:reader"),
                    Set.of(Role.INSPECTOR),
                    ReadingLog.Kind.QUERY,
                    "Do",
                    Sha256.hex(caller),
                    new TreeSet<>(Set.of("node")),
                    new TreeSet<>(Set.of("project:" + i)),
                    0,
                    new TreeSet<>(),
                    new ReadingLog.Opened(List.of(), new TreeSet<>()),
                    1,
                    caller + "-" + i));
        }
    }

    private static long micros(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1_000;
    }

    private boolean matches(LocalDate day) {
        JsonNode seals = system.as("inspector").data("{ readingSeals { edges { node { day matches } } } }");
        for (JsonNode edge : seals.at("/readingSeals/edges")) {
            if (edge.at("/node/day").stringValue().equals(day.toString()))
                return edge.at("/node/matches").booleanValue();
        }
        throw new AssertionError("no seal of " + day);
    }

    private long count(Map<String, Object> filter) {
        return system.as("inspector")
                .data(
                        "query ($filter: ReadingFilter) { readings(filter: $filter) { totalCount } }",
                        Map.of("filter", filter))
                .at("/readings/totalCount")
                .longValue();
    }

    private List<JsonNode> readings(Map<String, Object> filter) {
        List<JsonNode> found = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = system.as("inspector")
                    .data(READINGS, after == null ? Map.of("filter", filter) : Map.of("filter", filter, "after", after))
                    .get("readings");
            page.get("edges").forEach(edge -> found.add(edge.get("node")));
            after = page.at("/pageInfo/hasNextPage").booleanValue()
                    ? page.at("/pageInfo/endCursor").stringValue()
                    : null;
        } while (after != null);
        return found;
    }

    private static List<JsonNode> of(String kind, List<JsonNode> readings) {
        return readings.stream()
                .filter(each -> each.get("kind").stringValue().equals(kind))
                .toList();
    }

    private static List<String> texts(JsonNode reading, String field) {
        return reading.get(field).valueStream().map(JsonNode::asString).toList();
    }

    private HttpResponse<String> entries(String login) {
        byte[] credentials = (login + ":" + RunningSystem.PASSWORD).getBytes(StandardCharsets.UTF_8);
        URI address = system.address("/log/tile/entries/000.p/1");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection superuser = TestPostgres.superuser(system.database());
                Statement statement = superuser.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    /** A person, the log-in and a role; answers the person's id. */
    private String account(String login, String name, String role) {
        String person = system.as("admin")
                .data("""
                mutation ($name: String!, $key: String!) { registerPerson(input: { idempotencyKey: $key, name: $name }) {
                  person { stableId } errors { code } } }
                """, Map.of("name", name, "key", "person-" + login))
                .at("/registerPerson/person/stableId")
                .stringValue();
        String account = system.as("admin")
                .data("""
                mutation ($person: ID!, $login: String!, $password: String!) { createAccount(input: {
                    idempotencyKey: $login, person: $person, login: $login, password: $password }) {
                  account { stableId } errors { code message } } }
                """, Map.of("person", person, "login", login, "password", RunningSystem.PASSWORD))
                .at("/createAccount/account/stableId")
                .stringValue();
        system.as("admin").data("""
                mutation ($account: ID!, $role: Role!, $key: String!) { grantRole(input: { idempotencyKey: $key,
                    account: $account, role: $role }) { errors { code message } } }
                """, Map.of("account", account, "role", role, "key", "grant-" + login));
        return person;
    }
}
