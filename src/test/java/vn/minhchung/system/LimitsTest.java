package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** Every limit over HTTP, as it is set where nobody set it: an operation at it, and one above. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
    private static final int DEEPEST = 24;
    private static final int DEAREST = 250_000;
    private static final int LONGEST_LIST = 100;

    private final RunningSystem system = RunningSystem.start();
    private final RunningSystem.Client client = system.anonymous();

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void an_operation_as_deep_as_allowed_is_answered_and_one_level_more_is_refused() {
        assertAnswered(client.ask(deep(DEEPEST)));
        assertRefused(client.ask(deep(DEEPEST + 1)), "depth", DEEPEST, DEEPEST + 1);
    }

    @Test
    void fragments_hide_no_depth() {
        String inside = "fragment f on RecordedEvent { " + causes(DEEPEST - 2) + " }";
        assertRefused(
                client.ask("{ events(first: 1) { edges { node { ...f } } } } " + inside),
                "depth",
                DEEPEST,
                DEEPEST + 1);
    }

    @Test
    void an_operation_as_dear_as_allowed_is_answered_with_its_cost_and_one_more_is_refused() {
        assertThat(client.ask("{ viewedAt { position recordedAt } }")
                        .at("/extensions/cost")
                        .asInt())
                .isEqualTo(3);
        String dearest = dear("viewedAt { position recordedAt }");
        JsonNode answer = client.ask(dearest);
        assertAnswered(answer);
        assertThat(answer.at("/extensions/cost").asInt()).isEqualTo(DEAREST);
        assertRefused(
                client.ask(dear("viewedAt { position recordedAt again: position }")), "cost", DEAREST, DEAREST + 1);
    }

    /** Lists of a hundred within lists of a hundred */
    private static String dear(String last) {
        return """
                {
                  a: projects(first: 100) { nodes { budget { advanced { postings(first: 100) { nodes { %s } } } } } }
                  b: ruleVersions(first: 21) { nodes { %s } }
                  %s
                }
                """.formatted(aliases("amount", 22), aliases("version", 456), last);
    }

    private static String aliases(String field, int count) {
        return IntStream.range(0, count).mapToObj(n -> "f" + n + ": " + field).collect(Collectors.joining(" "));
    }

    @Test
    void a_list_of_a_hundred_is_answered_and_one_of_a_hundred_and_one_is_refused() {
        assertAnswered(client.ask("{ projects(first: %d) { totalCount } }".formatted(LONGEST_LIST)));
        JsonNode refused = client.ask("{ projects(first: %d) { totalCount } }".formatted(LONGEST_LIST + 1));
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(refused.at("/errors/0/extensions/facts/limit").asInt()).isEqualTo(LONGEST_LIST);
    }

    /** What the contract promises to be inside; that it is answered quickly too, the benchmark shows. */
    @Test
    void fifty_tasks_with_a_hundred_postings_of_one_figure_and_their_events_are_inside_the_limits() {
        JsonNode answer = client.ask("""
                {
                  projects(first: 50) {
                    totalCount
                    pageInfo { hasNextPage endCursor }
                    nodes {
                      id stableId code title state
                      budget {
                        advanced {
                          amount
                          postings(first: 100) {
                            totalCount
                            nodes {
                              id amount account effectiveOn postedOn budgetYear source line item tranche
                              event { id position name recordedAt effectiveOn reason sentence actor { name } }
                            }
                          }
                        }
                      }
                    }
                  }
                }
                """);
        assertAnswered(answer);
        assertThat(answer.at("/extensions/cost").asInt()).isBetween(50 * 100, DEAREST);
    }

    @Test
    void an_operation_that_is_none_says_so_by_code() {
        for (String wrong : new String[] {
            "{ viewedAt { position }", "{ noSuchField }", "query($id: ID!) { node(id: $id) { id } }", "{ viewedAt }"
        }) {
            JsonNode errors = client.ask(wrong).get("errors");
            assertThat(errors)
                    .as(wrong)
                    .isNotEmpty()
                    .allSatisfy(error ->
                            assertThat(error.at("/extensions/code").asString()).isEqualTo("INVALID_INPUT"));
        }
    }

    @Test
    void only_post_with_json_is_taken() throws Exception {
        String query = "%7BviewedAt%7Bposition%7D%7D";
        HttpRequest.Builder get = HttpRequest.newBuilder(system.address("/graphql?query=" + query));
        assertThat(status(get.GET())).isEqualTo(405);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{\"query\":\"{viewedAt{position}}\"}");
        assertThat(status(post("application/json").POST(body))).isEqualTo(200);
        assertThat(status(post("application/json").PUT(body))).isEqualTo(404);
        for (String type : new String[] {
            "text/plain", "application/graphql", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
        }) assertThat(status(post(type).POST(body))).as(type).isEqualTo(415);
    }

    /** The time over at once: what is asked in a fixed time is shown by hand in {@code TimeLimitTest}. */
    @Test
    void time_introspection_and_graphiql_are_switches() throws Exception {
        String introspection = "{ __schema { queryType { name } } }";
        assertAnswered(client.ask(introspection));
        assertThat(status(HttpRequest.newBuilder(system.address("/graphiql")).GET()))
                .isEqualTo(200);
        try (RunningSystem closed = RunningSystem.start(
                TestPostgres.freshDatabase(),
                "--minhchung.limits.time=0s",
                "--minhchung.graphiql.enabled=false",
                "--spring.graphql.schema.introspection.enabled=false")) {
            JsonNode slow = closed.anonymous().ask("{ viewedAt { position } }");
            assertThat(slow.at("/errors/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
            assertThat(slow.at("/errors/0/extensions/facts/of").asString()).isEqualTo("time");
            assertThat(slow.get("data").isNull()).isTrue();

            JsonNode refused = closed.anonymous().ask(introspection);
            assertThat(refused.path("data").path("__schema").isMissingNode()).isTrue();
            assertThat(refused.at("/errors/0/extensions/classification").asString())
                    .isEqualTo("IntrospectionDisabled");
            assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("INVALID_INPUT");

            URI page = closed.address("/graphiql");
            assertThat(status(HttpRequest.newBuilder(page).GET())).isEqualTo(404);
        }
    }

    private HttpRequest.Builder post(String type) {
        return HttpRequest.newBuilder(system.address("/graphql")).header("Content-Type", type);
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** {@code events} is the first level, {@code position} the last. */
    private static String deep(int levels) {
        return "{ events(first: 1) { edges { node { " + causes(levels - 3) + " } } } }";
    }

    private static String causes(int levels) {
        return "causedBy { ".repeat(levels - 1) + "position" + " }".repeat(levels - 1);
    }

    private static void assertAnswered(JsonNode answer) {
        assertThat(answer.hasNonNull("errors")).as(answer.toString()).isFalse();
        assertThat(answer.get("data").isNull()).isFalse();
    }

    private static void assertRefused(JsonNode answer, String what, int limit, int actual) {
        assertThat(answer.hasNonNull("data")).as("refused before anything ran").isFalse();
        JsonNode extensions = answer.at("/errors/0/extensions");
        assertThat(extensions.get("code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(extensions.get("facts").get("of").asString()).isEqualTo(what);
        assertThat(extensions.get("facts").get("limit").asInt()).isEqualTo(limit);
        assertThat(extensions.get("facts").get("actual").asInt()).isEqualTo(actual);
    }
}
