package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.RunningSystem;

/** What an event or a refusal tells about what came before and after it. */
class ToldToPeopleTest {
    private final RunningSystem system = ToldStory.once().system();
    private final Sender sender = new Sender(system);

    @Test
    void what_was_reversed_names_the_reversal_and_its_reason() {
        Scene scene = Scene.ready(system);
        String allocated = allocation(scene).get("id").asString();
        Map<String, Object> input = Map.of(
                "of",
                allocated,
                "reason",
                "Ghi nhầm nhiệm vụ",
                "document",
                "22/BB-SKHCN",
                "seenAt",
                Sender.NOW,
                "decision",
                Sender.on("MINUTES", "22/BB-SKHCN"));

        JsonNode done = sender.asked(
                Cast.DIRECTOR.login(), "reverse", input, "errors { code facts } events { name reason sentence }");

        assertThat(done.get("errors")).isEmpty();
        assertThat(allocation(scene).at("/correctedBy/name").asString())
                .isEqualTo("budgets.AppropriationEntryReversed");
        assertThat(done.at("/events/0/reason").asString())
                .as("the mutation's own reason goes before the decision's")
                .isEqualTo("Ghi nhầm nhiệm vụ");
    }

    private JsonNode allocation(Scene scene) {
        return system.as(Cast.DIRECTOR.login())
                .data("""
                        query ($of: ID!) { events(first: 1, filter: { subject: $of, names: ["budgets.TaskAllocated"] }) {
                          edges { node { id correctedBy { name } } } } }
                        """, Map.of("of", scene.project()))
                .at("/events/edges/0/node");
    }

    @Test
    void who_decides_on_something_old_is_told_what_happened_since() {
        Scene scene = Scene.ready(system);
        String paper = scene.prepared(Cast.ACCOUNTANT.login());
        Map<String, Object> old = new HashMap<>(Scene.step(paper));
        old.put("seenAt", Long.toString(system.views().position()));
        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", Scene.step(paper));

        JsonNode refused = sender.asked(
                        Cast.CHIEF_ACCOUNTANT.login(), "signSecond", old, "errors { code facts wayOut }")
                .at("/errors/0");

        assertThat(refused.get("code").asString()).isEqualTo("CHANGED_SINCE_SEEN");
        JsonNode since = refused.at("/facts/events/0");
        assertThat(since.get("name").asString()).isEqualTo("budgets.TreasuryPaperSignedSecond");
        assertThat(since.get("id").asString()).startsWith("event:");
        assertThat(since.get("position").asLong()).isPositive();
        assertThat(since.get("sentence").asString()).contains("ký");
        assertThat(refused.get("wayOut").asString()).isNotBlank();
    }

    @Test
    void no_sentence_of_the_story_holds_an_id_or_a_word_twice() {
        String after = "0";
        for (boolean more = true; more; ) {
            JsonNode page = system.as(Cast.INSPECTOR.login())
                    .data(
                            "query ($after: Position) { events(first: 100, after: $after) {"
                                    + " pageInfo { hasNextPage endCursor } edges { node { name sentence } } } }",
                            Map.of("after", after))
                    .get("events");
            for (JsonNode edge : page.get("edges")) {
                if (edge.at("/node/name").asString().startsWith("platform.")) continue;
                assertThat(edge.at("/node/sentence").asString())
                        .as(edge.at("/node/name").asString())
                        .doesNotContainPattern("[a-z]+:[0-9a-f]{8}-")
                        .doesNotContain("cấp cấp");
            }
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            after = page.at("/pageInfo/endCursor").asString();
        }
    }
}
