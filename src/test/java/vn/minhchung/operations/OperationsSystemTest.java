package vn.minhchung.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;

/** An operator runs the views over HTTP: sees one stopped, lets it go on, has views made again, reads the receipts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsSystemTest {
    private static final String VIEW = "audit.RefusalSeal";
    private static final String PROGRESS = "viewOrder { id stableId work views mayDiffer progress { state cause } }"
            + " position replayed errors { code field } events { name reason vi: sentence(lang: VI) en: sentence(lang: EN) }";

    private final RunningSystem system = RunningSystem.start();
    private RunningSystem.Client admin = system.anonymous();
    private int keys;

    @BeforeAll
    void operator() {
        system.bean(Bootstrap.class).administrator("Lê Vận Hành", "admin", new Secret(RunningSystem.PASSWORD));
        admin = system.as("admin");
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void a_stopped_view_is_seen_in_health_and_graphql_alone_and_goes_on_by_order() throws Exception {
        String table = system.views().qualified("audit_refusal_seal");
        execute("alter table " + table + " add constraint full_disk check (false) not valid");
        long sealed = sealed("2020-01-01");
        eventually(() -> assertThat(standing(VIEW).get("state").stringValue()).isEqualTo("STOPPED"));

        JsonNode stopped = standing(VIEW);
        assertThat(stopped.get("position").stringValue()).isEqualTo(Long.toString(before(sealed)));
        assertThat(stopped.get("failedAt").stringValue()).isEqualTo(Long.toString(before(sealed) + 1));
        assertThat(stopped.get("cause").stringValue()).contains("full_disk");
        assertThat(admin.data("{ viewStandings { name state } }").get("viewStandings"))
                .filteredOn(one -> !one.get("state").stringValue().equals("FOLLOWING"))
                .hasSize(1);
        assertThat(health()).isEqualTo(503);
        assertThat(admin.data("{ me { login } viewOrders { totalCount } }").at("/me/login"))
                .as("the other views answer")
                .isNotNull();
        assertThat(admin.ask("{ node(id: \"refusal-seal:2020-01-01\") { id } }")
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("STORE_UNAVAILABLE");

        JsonNode without = ordered("resumeView", Map.of("view", VIEW));
        assertThat(without.at("/errors/0/code").stringValue()).isEqualTo("REASON_REQUIRED");

        execute("alter table " + table + " drop constraint full_disk");
        Map<String, Object> input = Map.of("view", VIEW, "decision", Map.of("reason", "Đã có chỗ trên đĩa"));
        JsonNode resumed = ordered("resumeView", input);
        assertThat(resumed.get("errors")).isEmpty();
        assertThat(resumed.at("/events/0/name").stringValue()).isEqualTo("operations.ViewResumeOrdered");
        assertThat(resumed.at("/events/0/reason").stringValue()).isEqualTo("Đã có chỗ trên đĩa");
        assertThat(resumed.at("/events/0/vi").stringValue())
                .isEqualTo("Lê Vận Hành đã cho chạy tiếp phần tra cứu audit.RefusalSeal, vốn đã dừng.");
        assertThat(resumed.at("/events/0/en").stringValue())
                .isEqualTo("Lê Vận Hành let the stopped view audit.RefusalSeal go on.");
        eventually(() -> assertThat(state(resumed)).isEqualTo("DONE"));
        assertThat(standing(VIEW).get("state").stringValue()).isEqualTo("FOLLOWING");
        assertThat(standing(VIEW).get("cause").isNull()).isTrue();
        assertThat(health()).isEqualTo(200);
        assertThat(admin.data("{ node(id: \"refusal-seal:2020-01-01\") { id } }")
                        .get("node")
                        .isNull())
                .isFalse();
    }

    @Test
    void all_views_made_again_hold_what_they_held_and_the_receipts_say_so() throws Exception {
        long position = sealed("2020-01-02");
        JsonNode before = receipts(position);
        assertThat(before).isNotEmpty();
        assertThat(before).allSatisfy(receipt -> {
            assertThat(receipt.get("position").stringValue()).isEqualTo(Long.toString(position));
            assertThat(receipt.get("hash").stringValue()).matches("[0-9a-f]{64}");
        });

        JsonNode ordered = ordered("rebuildViews", Map.of("decision", Map.of("reason", "Kiểm tra định kỳ")));
        assertThat(ordered.at("/events/0/name").stringValue()).isEqualTo("operations.ViewRebuildOrdered");
        eventually(() -> assertThat(state(ordered)).isEqualTo("DONE"));

        assertThat(receipts(position)).isEqualTo(before);
        JsonNode progress = order(ordered).get("progress");
        assertThat(progress.get("position")).isEqualTo(progress.get("goal"));
        assertThat(progress.get("eventsPerSecond").intValue()).isPositive();
        assertThat(progress.get("differing")).isEmpty();
        long after = sealed("2020-01-03");
        assertThat(receipts(after)).isNotEqualTo(before);
        assertThat(health()).isEqualTo(200);
    }

    @Test
    void measures_are_for_those_who_run_or_inspect_the_system_and_readiness_is_for_everybody() throws Exception {
        sealed("2020-01-04");
        assertThat(status("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
        assertThat(status("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
        assertThat(status("/actuator/prometheus", "").statusCode()).isEqualTo(401);
        assertThat(status("/actuator/env", "admin").statusCode()).isEqualTo(403);

        HttpResponse<String> measures = status("/actuator/prometheus", "admin");
        assertThat(measures.statusCode()).isEqualTo(200);
        assertThat(measures.body())
                .containsPattern("minhchung_view_behind\\{[^}]*view=\"audit.RefusalSeal\"[^}]*} 0\\.0")
                .containsPattern("minhchung_append_batch_seconds_count(\\{[^}]*})? [1-9]")
                .contains("minhchung_append_queue", "minhchung_append_conflicts_total", "minhchung_views_follows");
    }

    @Test
    void whoever_runs_nothing_sees_and_orders_nothing() {
        JsonNode asked =
                system.anonymous().ask("{ viewStandings { name } viewReceipts { hash } viewOrders { totalCount } }");
        assertThat(asked.get("data"))
                .allSatisfy(field -> assertThat(field.isNull()).isTrue());
        assertThat(system.anonymous()
                        .ask("mutation { resumeView(input: {idempotencyKey: \"k\", view: \"%s\"}) { position } }"
                                .formatted(VIEW))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_SIGNED_IN");
    }

    private long sealed(String day) {
        JsonNode answer = admin.data(
                "mutation { sealRefusals(input: {idempotencyKey: \"%s\", day: \"%s\"}) { position errors { code } } }"
                        .formatted(day, day));
        assertThat(answer.at("/sealRefusals/errors")).isEmpty();
        return Long.parseLong(answer.at("/sealRefusals/position").stringValue());
    }

    /** The seal is the second part of its command; the view has seen what stood before it. */
    private long before(long sealed) throws SQLException {
        try (Connection connection = system.database().app().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select position from event_store.event
                        where name = 'audit.RefusalsSealed' and position <= %d order by position desc limit 1""".formatted(sealed))) {
            row.next();
            return row.getLong(1) - 1;
        }
    }

    private JsonNode ordered(String mutation, Map<String, Object> input) {
        Map<String, Object> values = new HashMap<>(input);
        values.put("idempotencyKey", "operations-" + keys++);
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return admin.data(
                        "mutation ($input: %s!) { %s(input: $input) { %s } }".formatted(type, mutation, PROGRESS),
                        Map.of("input", values))
                .get(mutation);
    }

    private String state(JsonNode ordered) {
        return order(ordered).at("/progress/state").stringValue();
    }

    private JsonNode order(JsonNode ordered) {
        String fields = "progress { state position goal eventsPerSecond startedAt endsAround endedAt cause differing }";
        return admin.data("{ node(id: \"%s\") { ... on ViewOrder { %s } } }"
                        .formatted(ordered.at("/viewOrder/stableId").stringValue(), fields))
                .get("node");
    }

    private JsonNode standing(String view) {
        for (JsonNode one : admin.data("{ viewStandings { name state position behind failedAt cause } }")
                .get("viewStandings")) {
            if (one.get("name").stringValue().equals(view)) return one;
        }
        throw new AssertionError("no view " + view);
    }

    private JsonNode receipts(long position) {
        return admin.data("{ asOf(position: \"%d\") { viewReceipts { name position hash } } }".formatted(position))
                .at("/asOf/viewReceipts");
    }

    private int health() throws IOException, InterruptedException {
        return status("/actuator/health", "").statusCode();
    }

    private HttpResponse<String> status(String path, String login) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(system.address(path));
        if (!login.isEmpty()) {
            byte[] known = (login + ":" + RunningSystem.PASSWORD).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(known));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = system.database().app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
