package vn.minhchung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** What was recorded is read back over real HTTP, by whoever may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditSystemTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HISTORY = """
            query ($of: ID!, $first: Int, $after: String) {
              history(of: $of, first: $first, after: $after) {
                totalCount
                pageInfo { hasNextPage endCursor }
                edges { cursor node {
                  id stableId position name revision recordedAt effectiveOn build channel clock requestId reason
                  actor { name roles method session }
                  decidedBy { name role capacity mode }
                  basis { number seen }
                  subjects { id __typename }
                  vi: sentence(lang: VI) en: sentence(lang: EN)
                  payload
                } }
              }
            }
            """;

    private final RunningSystem system = RunningSystem.start();
    private String khao = "";
    private String khaoAccount = "";

    @BeforeAll
    void people() {
        system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
        account("officer", "Đỗ Thị Hạnh", "OFFICER");
        account("inspector", "Lý Minh Tra", "INSPECTOR");
        account("registrar", "Hồ Văn Sổ", "REGISTRAR");
        khaoAccount = account("khao", "Kiều Văn Khảo", "CITIZEN");
        khao = system.as("inspector")
                .data(
                        "query ($id: ID!) { node(id: $id) { ... on Account { person { id } } } }",
                        Map.of("id", khaoAccount))
                .at("/node/person/id")
                .stringValue();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void an_inspector_reads_who_did_what_and_why() {
        JsonNode history =
                system.as("inspector").data(HISTORY, Map.of("of", khao)).get("history");

        JsonNode first = history.at("/edges/0/node");
        assertThat(first.get("name").stringValue()).isEqualTo("people.PersonRegistered");
        assertThat(first.get("channel").stringValue()).isEqualTo("graphql");
        assertThat(first.get("clock").stringValue()).isEqualTo("demo");
        assertThat(first.get("reason").stringValue()).isEqualTo("hồ sơ nhân sự");
        assertThat(first.at("/actor/name").stringValue()).isEqualTo("Quản trị");
        assertThat(first.at("/actor/method").stringValue()).isEqualTo("PASSWORD");
        assertThat(first.at("/decidedBy/role").stringValue()).isEqualTo("ADMIN");
        assertThat(first.at("/payload/name").stringValue()).isEqualTo("Kiều Văn Khảo");
        assertThat(first.get("vi").stringValue()).startsWith("Quản trị đã ghi nhận");
        assertThat(first.get("en").stringValue()).startsWith("Quản trị registered");
        assertThat(first.get("subjects").findValuesAsString("id")).contains(khao);
        assertThat(history.get("totalCount").intValue())
                .isEqualTo(history.get("edges").size());
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended() {
        var inspector = system.as("inspector");
        JsonNode all = inspector.data(HISTORY, Map.of("of", khaoAccount)).get("history");
        assertThat(all.get("edges").size()).isGreaterThanOrEqualTo(2);

        List<String> seen = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("of", khaoAccount, "first", 1));
        JsonNode page;
        do {
            page = inspector.data(HISTORY, variables).get("history");
            seen.addAll(page.findValuesAsString("stableId"));
            variables.put("after", page.at("/pageInfo/endCursor").stringValue());
        } while (page.at("/pageInfo/hasNextPage").booleanValue());

        assertThat(seen).isEqualTo(all.findValuesAsString("stableId")).doesNotHaveDuplicates();
    }

    @Test
    void everybody_reads_the_own_history_and_nobody_else_s() {
        JsonNode own = system.as("khao").data(HISTORY, Map.of("of", khao)).get("history");
        JsonNode other = system.as("khao")
                .data(HISTORY, Map.of("of", personOf("officer")))
                .get("history");

        assertThat(own.get("totalCount").intValue()).isPositive();
        assertThat(own.at("/edges/0/node/payload").isNull())
                .as("payloads are for staff")
                .isTrue();
        assertThat(other.isNull()).as("as if the id were unknown").isTrue();
    }

    @Test
    void who_is_not_signed_in_sees_no_event() {
        JsonNode answer = system.anonymous().ask(HISTORY, Map.of("of", khao));

        assertThat(answer.at("/data/history").isNull()).isTrue();
        assertThat(answer.at("/extensions/withheld/0/reason").stringValue()).isEqualTo("SIGNED_IN");
    }

    @Test
    void a_staff_member_who_keeps_no_personal_files_reads_masked_texts() {
        JsonNode history =
                system.as("registrar").data(HISTORY, Map.of("of", khao)).get("history");

        assertThat(history.at("/edges/0/node/payload/name").stringValue()).isEqualTo("[đã che]");
        assertThat(history.toString()).doesNotContain("cipher");
    }

    @Test
    void an_event_is_a_node_and_a_mutation_answers_its_events() {
        JsonNode written = register("Người Mới", "node");
        JsonNode event = written.at("/events/0");

        JsonNode node = system.as("admin")
                .data(
                        "query ($id: ID!) { node(id: $id) { id ... on RecordedEvent { name position } } }",
                        Map.of("id", event.get("id").stringValue()))
                .get("node");

        assertThat(event.get("name").stringValue()).isEqualTo("people.PersonRegistered");
        assertThat(node.get("position")).isEqualTo(event.get("position"));
        assertThat(written.get("events").size())
                .as("the request itself is bookkeeping")
                .isEqualTo(1);
    }

    @Test
    void events_are_read_on_from_a_position_and_only_inspectors_see_the_bookkeeping() {
        String document = """
                query ($after: Position) { events(after: $after, first: 100) {
                  totalCount position pageInfo { hasNextPage } edges { cursor node { position name } } } }
                """;
        JsonNode inspector =
                system.as("inspector").data(document, Map.of("after", "0")).get("events");
        JsonNode officer =
                system.as("officer").data(document, Map.of("after", "0")).get("events");

        List<Long> positions = inspector.findValuesAsString("position").stream()
                .map(Long::valueOf)
                .toList();
        assertThat(positions.subList(1, positions.size())).isSorted();
        assertThat(inspector.findValuesAsString("name")).contains("platform.RequestAccepted");
        assertThat(officer.findValuesAsString("name")).doesNotContain("platform.RequestAccepted");
        assertThat(officer.get("totalCount").intValue())
                .isLessThan(inspector.get("totalCount").intValue());
    }

    @Test
    void a_filter_narrows_list_and_count_alike() {
        JsonNode events = system.as("inspector").data("""
                { events(first: 100, filter: { names: ["people.PersonRegistered"] }) {
                    totalCount edges { node { name } } } }
                """).get("events");

        assertThat(events.findValuesAsString("name")).containsOnly("people.PersonRegistered");
        assertThat(events.get("totalCount").intValue())
                .isEqualTo(events.get("edges").size());
    }

    @Test
    void as_of_an_earlier_position_later_events_are_unknown() {
        String before = register("Trước Đó", "as-of-1").get("position").stringValue();
        String after = register("Sau Đó", "as-of-2").get("position").stringValue();

        JsonNode answer = system.as("inspector").data("""
                query ($then: Position!, $last: Position!) {
                  asOf(position: $then) { events(after: $then) { edges { node { id } } } }
                  now: events(after: $then, first: 1, atLeast: $last) { edges { node { id } } }
                }
                """, Map.of("then", before, "last", after));

        assertThat(answer.at("/asOf/events/edges").size()).isZero();
        assertThat(answer.at("/now/edges").size()).isEqualTo(1);
    }

    @Test
    void refused_attempts_are_kept_sealed_and_a_missing_one_shows() throws SQLException {
        LocalDate day = system.clock().today();
        system.as("officer").withPassword("sai").post("{ me { id } }", Map.of());
        JsonNode refused = system.as("khao").ask("""
                mutation { registerPerson(input: { idempotencyKey: "no", name: "Ai Đó" }) { position } }
                """);
        assertThat(refused.at("/errors/0/extensions/code").stringValue()).isEqualTo("NOT_ALLOWED");

        JsonNode kept =
                system.as("inspector").data("""
                query ($day: Date) { refusals(day: $day, first: 100) { totalCount edges { node {
                  kind mutation code facts actor { id } account { id } position } } } }
                """, Map.of("day", day.toString())).get("refusals");
        assertThat(kept.findValuesAsString("kind")).contains("LOGIN", "COMMAND");
        assertThat(kept.toString())
                .contains("registerPerson")
                .contains(khaoAccount)
                .doesNotContain("Ai Đó");
        assertThat(system.as("officer")
                        .data("{ refusals { totalCount } }")
                        .get("refusals")
                        .isNull())
                .as("for inspectors only")
                .isTrue();

        system.clock().moveTo(system.clock().now().plus(Duration.ofDays(1)));
        String seal = "mutation { sealRefusals(input: { idempotencyKey: \"seal\", day: \"" + day + "\" })"
                + " { refusalSeal { count matches } errors { code } } }";
        // the seal itself is for administrators and inspectors
        JsonNode sealed = system.as("admin").data(seal).get("sealRefusals");
        assertThat(sealed.at("/errors").size()).isZero();
        assertThat(sealed.at("/refusalSeal/count").intValue())
                .isEqualTo(kept.get("totalCount").intValue());
        assertThat(matches()).isTrue();

        thinOut();

        assertThat(matches()).isFalse();
    }

    private boolean matches() {
        return system.as("inspector")
                .data("{ refusalSeals { edges { node { day count hash matches } } } }")
                .at("/refusalSeals/edges/0/node/matches")
                .booleanValue();
    }

    /** Whoever owns the server can take a row away; it does not stay unnoticed. */
    private void thinOut() throws SQLException {
        try (Connection superuser = TestPostgres.superuser(system.database());
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER TABLE event_store.refusal_attempt DISABLE TRIGGER append_only");
            statement.execute("DELETE FROM event_store.refusal_attempt"
                    + " WHERE id = (SELECT min(id) FROM event_store.refusal_attempt)");
            statement.execute("ALTER TABLE event_store.refusal_attempt ENABLE ALWAYS TRIGGER append_only");
        }
    }

    @Test
    void events_come_live_over_sse_and_the_stream_ends_with_the_account() throws Exception {
        String watcher = account("watcher", "Cao Thị Canh", "OFFICER");
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = JSON.writeValueAsString(
                    Map.of("query", "subscription { events { position event { name sentence } } }"));
            HttpRequest request = HttpRequest.newBuilder(system.address("/graphql"))
                    .header("Authorization", basic("watcher"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            CompletableFuture<Void> reading = client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAcceptAsync(response -> response.body().forEach(lines::add));
            eventually(() -> {
                register("Người Qua Đường", "sse-" + lines.size());
                assertThat(String.join("\n", lines))
                        .contains("people.PersonRegistered")
                        .contains("Quản trị đã ghi nhận");
            });

            system.as("admin").data("""
                    mutation ($account: ID!) { lockAccount(input: { idempotencyKey: "lock-watcher", account: $account,
                      decision: { reason: "nghỉ việc" } }) { errors { code } } }
                    """, Map.of("account", watcher));

            eventually(() -> assertThat(String.join("\n", lines)).contains("NOT_SIGNED_IN"));
            eventually(() -> assertThat(reading.isDone()).isTrue());
        }
    }

    @Test
    void events_come_live_over_websocket_in_order() {
        ConcurrentLinkedQueue<String> messages = new ConcurrentLinkedQueue<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(system.address("/graphql").toString().replace("http:", "ws:"));
            WebSocket socket = client.newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .header("Authorization", basic("inspector"))
                    .buildAsync(address, new Collecting(messages))
                    .join();
            socket.sendText("{\"type\":\"connection_init\"}", true).join();
            eventually(() -> assertThat(messages).anyMatch(m -> m.contains("connection_ack")));
            socket.sendText(
                            JSON.writeValueAsString(
                                    Map.of(
                                            "id",
                                            "1",
                                            "type",
                                            "subscribe",
                                            "payload",
                                            Map.of(
                                                    "query",
                                                    "subscription { events(after: \"0\") { position event { name position } } }"))),
                            true)
                    .join();

            eventually(() -> assertThat(messages.size()).isGreaterThan(10));

            List<Long> positions = messages.stream()
                    .filter(m -> m.contains("\"next\""))
                    .map(m ->
                            JSON.readTree(m).at("/payload/data/events/position").stringValue())
                    .map(Long::valueOf)
                    .toList();
            assertThat(positions).isSorted().doesNotHaveDuplicates().startsWith(1L);
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    private record Collecting(ConcurrentLinkedQueue<String> messages, StringBuilder part)
            implements WebSocket.Listener {
        Collecting(ConcurrentLinkedQueue<String> messages) {
            this(messages, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    private static String basic(String login) {
        byte[] credentials = (login + ":" + RunningSystem.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private JsonNode register(String name, String key) {
        JsonNode payload =
                system.as("admin").data("""
                mutation ($name: String!, $key: String!) { registerPerson(input: { idempotencyKey: $key, name: $name,
                    decision: { reason: "hồ sơ nhân sự" } }) {
                  person { id } position events { id name position } errors { code message } } }
                """, Map.of("name", name, "key", key)).get("registerPerson");
        assertThat(payload.get("errors").size()).as(payload.toString()).isZero();
        return payload;
    }

    private String personOf(String login) {
        return register(nameOf(login), "person-" + login).at("/person/id").stringValue();
    }

    private final Map<String, String> names = new HashMap<>();

    private String nameOf(String login) {
        return names.getOrDefault(login, login);
    }

    /** A person, the log-in and a role; answers the account's id. */
    private String account(String login, String name, String role) {
        names.put(login, name);
        String person = personOf(login);
        JsonNode created = system.as("admin")
                .data("""
                mutation ($person: ID!, $login: String!, $password: String!) { createAccount(input: {
                    idempotencyKey: $login, person: $person, login: $login, password: $password }) {
                  account { stableId } errors { code message } } }
                """, Map.of("person", person, "login", login, "password", RunningSystem.PASSWORD))
                .get("createAccount");
        assertThat(created.get("errors").size()).as(created.toString()).isZero();
        String account = created.at("/account/stableId").stringValue();
        JsonNode granted = system.as("admin")
                .data("""
                mutation ($account: ID!, $role: Role!, $key: String!) { grantRole(input: { idempotencyKey: $key,
                    account: $account, role: $role }) { errors { code message } } }
                """, Map.of("account", account, "role", role, "key", "grant-" + login))
                .get("grantRole");
        assertThat(granted.get("errors").size()).as(granted.toString()).isZero();
        return account;
    }
}
