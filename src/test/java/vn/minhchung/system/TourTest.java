package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.log.Verifiers;
import vn.minhchung.testing.Fetched;
import vn.minhchung.testing.RunningSystem;

/** The README's tour, as its reader takes it: each operation by the account it names, in order. */
class TourTest {
    private static final Path TOUR = Path.of("src/main/resources/tour");
    private static final Pattern WHO = Pattern.compile("^# \\d+ · ([a-z0-9-]+):");

    @Test
    void one_payment_from_appropriation_to_receipt_and_back_to_its_reasons() throws Exception {
        Map<String, JsonNode> answers = new HashMap<>();
        String position = "";
        for (Path file : files()) {
            String document = Files.readString(file);
            Matcher who = WHO.matcher(document);
            assertThat(who.find()).as(file.toString()).isTrue();
            assertThat(document.contains("$seenAt") && position.isEmpty())
                    .as("%s asks for a position no answer before gave", file)
                    .isFalse();
            JsonNode data = ToldStory.once().system().as(who.group(1)).data(document, Map.of("seenAt", position));
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
        assertVerifiesAlone(answered(answers, "14").at("/exportBundle/bundle"));
    }

    /** What the inspector takes home says the same sum as the screen did, and both programs find nothing wrong with it. */
    private static void assertVerifiesAlone(JsonNode bundle) throws Exception {
        RunningSystem system = ToldStory.once().system();
        Path file =
                Files.createTempDirectory("tour").resolve(bundle.get("fileName").stringValue());
        eventually(() -> Files.write(
                file,
                Fetched.of(system, Cast.INSPECTOR.login(), bundle.get("path").stringValue(), 200)));
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
