package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.testing.Fetched;
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

    /** What has no name of its own is at least told of as what it is; the report's title has to tell one from another. */
    @Test
    void evidence_of_what_has_no_name_is_told_of_by_its_kind() {
        told("budgets.AppropriationAssigned", "dự toán năm của đơn vị theo một bộ mã");
        told("oversight.HitFound", "phát hiện của kiểm toán liên tục");
        told("oversight.RecordAudited", "một lần kiểm toán sổ sự kiện");
        told("audit.BundleExported", "gói bằng chứng đã xuất");
        told("audit.ReadingsSealed", "niêm phong các lượt đọc của một ngày");
    }

    private void told(String event, String kind) {
        String id = GlobalId.stable(system.as(Cast.INSPECTOR.login())
                .data("{ events(first: 1, filter: { names: [\"%s\"] }) { edges { node { subjects { id } } } } }"
                        .formatted(event))
                .at("/events/edges/0/node/subjects/0/id")
                .stringValue());
        Map<String, Object> input = Map.of(
                "of", id, "entries", false, "seenAt", Sender.NOW, "decision", Sender.on("DECISION", "905/QĐ-TTT"));
        JsonNode done = sender.asked(
                Cast.INSPECTOR.login(), "exportBundle", input, "bundle { path } events { sentence } errors { code }");

        String key = id.substring(Id.kindOf(id).length() + 1);
        String which = key.matches("[0-9a-f-]{36}") ? "" : " (" + key + ")";
        assertThat(done.at("/events/0/sentence").asString())
                .endsWith(" đã xuất gói bằng chứng về " + kind + which + ".");
        String path = done.at("/bundle/path").stringValue();
        eventually(() -> assertThat(title(Fetched.of(system, Cast.INSPECTOR.login(), path, 200)))
                .isEqualTo("<title>Gói bằng chứng: %s (%s)</title>".formatted(kind, id)));
    }

    private static String title(byte[] report) {
        return new String(report, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("<title>"))
                .findFirst()
                .orElseThrow();
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
