package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.log.Verifiers;
import vn.minhchung.testing.ApplicationProcess;
import vn.minhchung.testing.Fetched;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;
import vn.minhchung.testing.TestPostgres;

/**
 * The README's tour, as its reader takes it, at an application started with nothing: each operation by the account it names,
 * in order; and what was taken out is verified when the server is stopped and its data folder removed.
 */
class TourTest {
    private static final Path TOUR = Path.of("src/main/resources/tour");
    private static final Pattern WHO = Pattern.compile("^# \\d+ · ([a-z0-9-]+):");

    private final Path folder = TestPostgres.newDataDir();
    private final Path data = TestPostgres.newDataDir();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = ApplicationProcess.freePort();
    private final Client reader = Client.of(http, URI.create("http://127.0.0.1:" + port));

    @Test
    void one_payment_from_appropriation_to_receipt_and_back_to_its_reasons() throws Exception {
        Path bundle;
        try (ApplicationProcess application = ApplicationProcess.startCompiled(
                folder.resolve("application.log"),
                List.of(
                        "--server.port=" + port,
                        "--minhchung.data-dir=" + data,
                        "--minhchung.demo.password=" + RunningSystem.PASSWORD,
                        "--logging.level.root=WARN"))) {
            application.awaitReady();
            bundle = fetched(taken());
        }
        assertThat(data.resolve("postgres/pgdata/postmaster.pid"))
                .as("the database is stopped too")
                .doesNotExist();
        assertThat(FileSystemUtils.deleteRecursively(data)).isTrue();
        assertVerifiesAlone(bundle);
    }

    /** @return the bundle the last step speaks of */
    private JsonNode taken() throws IOException {
        Map<String, JsonNode> answers = new HashMap<>();
        String position = "";
        for (Path file : files()) {
            String document = Files.readString(file);
            Matcher who = WHO.matcher(document);
            assertThat(who.find()).as(file.toString()).isTrue();
            assertThat(document.contains("$seenAt") && position.isEmpty())
                    .as("%s asks for a position no answer before gave", file)
                    .isFalse();
            JsonNode data = reader.as(who.group(1)).data(document, Map.of("seenAt", position));
            if (document.contains("\nmutation")) {
                JsonNode payload = data.properties().iterator().next().getValue();
                assertThat(payload.get("errors")).as(file + " " + payload).isEmpty();
                position = payload.get("position").asString();
            } else {
                position = data.at("/viewedAt/position").asString("");
            }
            answers.put(file.getFileName().toString().substring(0, 2), data);
        }
        JsonNode task = answered(answers, "10").get("project").get("budget").get("advanced");
        assertThat(task.get("amount").asString()).isEqualTo("400000000");
        JsonNode event = task.get("postings").get("edges").get(0).get("node").get("event");
        assertThat(event.get("sentence").asString()).isNotBlank();
        assertThat(event.get("decidedBy").get("name").asString()).isNotBlank();
        JsonNode before = answered(answers, "11").get("before").get("project");
        JsonNode now = answered(answers, "11").get("project");
        assertThat(before.get("budget").get("advanced").get("amount").asString())
                .isEqualTo("0");
        assertThat(now.get("budget").get("advanced").get("amount").asString()).isEqualTo("400000000");
        assertThat(before.get("stableId")).isEqualTo(now.get("stableId"));
        assertThat(before.get("id")).isNotEqualTo(now.get("id"));
        assertThat(answered(answers, "12").get("history").get("totalCount").asInt())
                .isGreaterThan(8);
        JsonNode steps = answered(answers, "13").at("/history/edges");
        assertThat(steps.size()).isGreaterThan(8);
        assertThat(steps.valueStream().map(step -> step.at("/seen/state").asString("")))
                .contains("PREPARED");
        return answered(answers, "14").at("/exportBundle/bundle");
    }

    /** As soon as the log is sealed that far. */
    private Path fetched(JsonNode bundle) {
        Path file = folder.resolve(bundle.get("fileName").stringValue());
        URI address = reader.server().resolve(bundle.get("path").stringValue());
        eventually(() -> Files.write(file, Fetched.of(address, Cast.INSPECTOR.login(), 200)));
        return file;
    }

    /** What the inspector takes home says the same sum as the screen did, and both programs find nothing wrong with it. */
    private static void assertVerifiesAlone(Path file) throws Exception {
        assertThat(Files.readString(file))
                .contains("data-sum=\"ADVANCED\" data-where=\"\" value=\"400000000\">400.000.000</data>");
        for (Verifiers verifier : Verifiers.values()) {
            assumeThat(verifier.runs()).as(verifier + " is installed").isTrue();
            assertThat(verifier.output(List.of(file.toString())).text()).endsWith("RESULT OK position=- kind=-\n");
        }
    }

    private static JsonNode answered(Map<String, JsonNode> answers, String step) {
        JsonNode answer = answers.get(step);
        if (answer == null) throw new AssertionError("the tour has no step " + step);
        return answer;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(TOUR)) {
            return files.sorted().toList();
        }
    }
}
