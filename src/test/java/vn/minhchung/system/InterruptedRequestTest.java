package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Secret;
import vn.minhchung.platform.views.Follower;
import vn.minhchung.testing.Interruption;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/**
 * The database goes away before every single step of a request, one after the other: log-in, rights, keys, reading the
 * stream, the append, waiting for the views, rendering. Whoever asks is told to ask again, and asking again does it once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedRequestTest {
    private static final String ADMIN = "admin";
    private static final int MOST_STEPS = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final Interruption interruption = new Interruption(database);
    private final RunningSystem system = RunningSystem.start(database, interruption);

    @BeforeAll
    void an_administrator() {
        system.bean(Bootstrap.class).administrator("Quản trị", ADMIN, new Secret(RunningSystem.PASSWORD));
    }

    @AfterAll
    void close() {
        system.close();
    }

    @Test
    void a_mutation_interrupted_anywhere_may_be_sent_again() {
        String document = """
                mutation ($input: RegisterPersonInput!) {
                  registerPerson(input: $input) {
                    position pending replayed person { name } events { id sentence } errors { code retryable }
                  }
                }
                """;
        int step = 0;
        do {
            assertThat(++step).isLessThan(MOST_STEPS);
            String person = Id.derived("person", "interrupted", Integer.toString(step));
            Map<String, Object> input =
                    Map.of("input", Map.of("person", person, "name", "Quách Bị Ngắt", "idempotencyKey", person));
            interruption.at(step);
            HttpResponse<String> first = system.as(ADMIN).post(document, input);
            assertThat(why(first)).as("before step %d: %s", step, first.body()).matches("DONE|again");
            eventually(() -> {
                HttpResponse<String> again = system.as(ADMIN).post(document, input);
                assertThat(why(again)).isEqualTo("DONE");
                JsonNode done = JSON.readTree(again.body()).at("/data/registerPerson");
                assertThat(done.at("/person/name").asString()).isEqualTo("Quách Bị Ngắt");
                assertThat(done.get("events")).hasSize(1);
            });
            recovered();
        } while (interruption.happened());
        assertThat(step).as("steps of a mutation").isGreaterThan(10);
    }

    @Test
    void a_question_interrupted_anywhere_may_be_asked_again() {
        String document = """
                { viewedAt { position } persons(first: 2) { nodes { name } }
                  events(first: 2) { edges { node { sentence } } } }
                """;
        int step = 0;
        do {
            assertThat(++step).isLessThan(MOST_STEPS);
            interruption.at(step);
            HttpResponse<String> first = system.as(ADMIN).post(document, Map.of());
            assertThat(why(first)).as("before step %d: %s", step, first.body()).matches("DONE|again");
            eventually(() ->
                    assertThat(why(system.as(ADMIN).post(document, Map.of()))).isEqualTo("DONE"));
            recovered();
        } while (interruption.happened());
        assertThat(step).as("steps of a question").isGreaterThan(4);
    }

    /** Waiting for views that nobody follows takes steps without end. */
    private void recovered() {
        eventually(() -> assertThat(system.bean(Follower.class).trouble()).isNull());
    }

    private static String why(HttpResponse<String> response) {
        if (response.statusCode() == 503) return "again";
        if (response.statusCode() != 200) return "HTTP " + response.statusCode();
        JsonNode answer = JSON.readTree(response.body());
        for (JsonNode error : answer.path("errors")) {
            String code = error.at("/extensions/code").asString("?");
            if (!retryable(code)) return code;
        }
        if (answer.hasNonNull("errors")) return "again";
        JsonNode payload = answer.at("/data/registerPerson");
        for (JsonNode error : payload.path("errors")) {
            if (!error.get("retryable").asBoolean()) return error.get("code").asString();
            return "again";
        }
        return payload.path("pending").asBoolean(false) ? "again" : "DONE";
    }

    private static boolean retryable(String code) {
        try {
            return ErrorCode.valueOf(code).retryable();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
