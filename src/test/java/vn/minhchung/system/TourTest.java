package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The README's tour, as its reader takes it: each operation by the account it names, in order. */
class TourTest {
    private static final Path TOUR = Path.of("src/main/resources/tour");
    private static final Pattern WHO = Pattern.compile("^# \\d+ · ([a-z0-9-]+):");

    @Test
    void one_payment_from_appropriation_to_receipt_and_back_to_its_reasons() throws IOException {
        Map<String, JsonNode> answers = new HashMap<>();
        String position = "0";
        for (Path file : files()) {
            String document = Files.readString(file);
            Matcher who = WHO.matcher(document);
            assertThat(who.find()).as(file.toString()).isTrue();
            JsonNode data = ToldStory.once().system().as(who.group(1)).data(document, Map.of("seenAt", position));
            if (document.contains("\nmutation")) {
                JsonNode payload = data.properties().iterator().next().getValue();
                assertThat(payload.get("errors")).as(file + " " + payload).isEmpty();
                position = payload.get("position").asString();
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
