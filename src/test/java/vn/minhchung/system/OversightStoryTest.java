package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.log.Verifiers;
import vn.minhchung.testing.Fetched;
import vn.minhchung.testing.RunningSystem;

/** What the audit rules find in the told story, and who is told of it. */
class OversightStoryTest {
    private final RunningSystem system = ToldStory.once().system();
    private final Sender sender = new Sender(system);

    private List<JsonNode> hits(Cast who, String filter) {
        List<JsonNode> hits = new ArrayList<>();
        JsonNode page;
        String after = "";
        do {
            page = system.as(who.login()).data("""
                            { auditHits(first: 100, filter: {%s} %s) { totalCount pageInfo { hasNextPage endCursor } nodes {
                                stableId part severity state source target difference unit on remark explanation
                                rule { family } subject { id } events { name position } } } }
                            """.formatted(filter, after)).get("auditHits");
            page.get("nodes").forEach(hits::add);
            after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString(""));
        } while (page.at("/pageInfo/hasNextPage").booleanValue());
        assertThat(page.get("totalCount").intValue()).isEqualTo(hits.size());
        return hits;
    }

    @Test
    void a_decision_soon_after_a_credential_was_set_by_somebody_else_became_a_finding() {
        List<JsonNode> found = hits(Cast.INSPECTOR, "parts: [DECIDED_AFTER_RESET], states: [FINDING]");

        assertThat(found).singleElement().satisfies(hit -> {
            assertThat(hit.at("/rule/family").stringValue()).isEqualTo("audit.credential-reset");
            assertThat(hit.get("severity").stringValue()).isEqualTo("HIGH");
            assertThat(hit.get("target").stringValue()).isEqualTo("24");
            assertThat(hit.get("unit").stringValue()).isEqualTo("HOURS");
            assertThat(hit.get("remark").stringValue()).contains("không đúng thủ tục");
            assertThat(hit.get("explanation").stringValue()).contains("theo yêu cầu");
            assertThat(hit.get("events")
                            .valueStream()
                            .map(event -> event.get("name").stringValue()))
                    .containsExactly("people.PersonRegistered", "access.CredentialSet");
        });
    }

    @Test
    void filters_narrow_by_rule_state_severity_and_object() {
        JsonNode hit = hits(Cast.INSPECTOR, "parts: [DECIDED_AFTER_RESET], states: [FINDING]")
                .getFirst();
        String subject = Cast.REGISTRAR.account().value();

        assertThat(hits(Cast.OFFICER, "subject: \"%s\"".formatted(subject))).contains(hit);
        assertThat(hits(Cast.OFFICER, "rules: [\"audit.credential-reset\"]")).contains(hit);
        assertThat(hits(Cast.OFFICER, "rules: [\"audit.payments\"]")).doesNotContain(hit);
        assertThat(hits(Cast.OFFICER, "states: [OPEN], subject: \"%s\"".formatted(subject)))
                .doesNotContain(hit);
        assertThat(hits(Cast.OFFICER, "severities: [LOW], subject: \"%s\"".formatted(subject)))
                .doesNotContain(hit);
    }

    /** Whoever gets it can judge the hit: by the rule as it was then, and by all that happened to what it names. */
    @Test
    void a_bundle_of_a_hit_has_its_rule_and_the_streams_of_the_events_it_rests_on(@TempDir Path folder)
            throws Exception {
        String hit = OversightScene.hit(system);
        Map<String, Object> input =
                Map.of("of", hit, "seenAt", Sender.NOW, "decision", Sender.on("DECISION", "904/QĐ-TTT"));
        String path = sender.asked(Cast.INSPECTOR.login(), "exportBundle", input, "bundle { path } errors { code }")
                .at("/bundle/path")
                .stringValue();
        Path file = folder.resolve("hit.html");
        eventually(() -> Files.write(file, Fetched.of(system, Cast.INSPECTOR.login(), path, 200)));

        String text = Files.readString(file, StandardCharsets.UTF_8);
        String head = text.lines()
                .filter(line -> line.startsWith("{\"format\""))
                .findFirst()
                .orElseThrow();
        for (String stream : List.of(
                hit, "rule:audit.credential-reset", Cast.REGISTRAR.account().value(), Scene.person("oversight")))
            assertThat(head).containsPattern("\"streams\":\\[[^\\]]*\"" + stream + "\"");
        JsonNode named = system.as(Cast.INSPECTOR.login())
                .data(
                        "query ($hit: ID!) { node(id: $hit) { ... on AuditHit { events { position } } } }",
                        Map.of("hit", hit))
                .at("/node/events");
        assertThat(named)
                .hasSize(2)
                .allSatisfy(event -> assertThat(text.contains("{\"position\":%s,"
                                .formatted(event.get("position").asString())))
                        .as(event.toString())
                        .isTrue());
        assertThat(text.contains("<li>audit.credential-reset, phiên bản kiem-soat-noi-bo</li>"))
                .as("the rules that were applied")
                .isTrue();
        for (Verifiers verifier : Verifiers.values()) {
            assumeThat(verifier.runs()).as(verifier + " is installed").isTrue();
            assertThat(verifier.output(List.of(file.toString())).text())
                    .as("%s", verifier)
                    .contains("RESULT OK position=- kind=-");
        }
    }

    /** The story is told by commands: what they refuse cannot have happened, and no rule may say it did. */
    @Test
    void what_a_command_refuses_is_nowhere_found() {
        Set<String> found = new TreeSet<>();
        hits(Cast.INSPECTOR, "").forEach(hit -> found.add(hit.get("part").stringValue()));

        assertThat(found)
                .contains("DECIDED_AFTER_RESET", "REFUND_NOT_PAID", "CLOSED_YEAR_CHANGED")
                .doesNotContain(
                        "NORM_MANAGEMENT",
                        "NORM_DOMESTIC_EXPERTS",
                        "NORM_FOREIGN_EXPERTS",
                        "NORM_LABOUR_RATE",
                        "NORM_LABOUR_COEFFICIENT",
                        "NORM_SEMINAR",
                        "NORM_SURVEY",
                        "FIRST_ADVANCE",
                        "NEXT_ADVANCE",
                        "LAST_BEFORE_ACCEPTANCE",
                        "PAID_BEFORE_CONTRACT",
                        "PAID_WHILE_SUSPENDED",
                        "BEYOND_APPROPRIATION",
                        "MANAGEMENT_CHANGED",
                        "LINE_NOT_THE_HOSTS",
                        "INCREASE_WITHOUT_OPINION",
                        "COUNTERPART_SHORT",
                        "REFUND_TOO_LOW",
                        "DEBTOR_AWARDED",
                        "SAVING_NOT_PASSED",
                        "SAVING_NOT_LEFT",
                        "SAVING_HOST_SHARE",
                        "EXTENSION_TOO_LONG",
                        "EXTENSION_AGAIN",
                        "EXTENSION_ASKED_LATE",
                        "POSITION_GAP",
                        "SEQUENCE_GAP",
                        "TIME_ORDER",
                        "OWN_GRANT",
                        "FIRST_SECOND",
                        "PREPARER_FIRST",
                        "OWN_CONFIRMATION");
    }

    @Test
    void the_whole_past_judged_again_gives_nothing_twice() {
        Map<String, Object> whole = Map.of("wholePast", true);
        String fields = "events { name } auditRound { hits left wholePast } errors { code }";
        sender.asked(Cast.INSPECTOR.login(), "auditRecord", whole, fields);
        JsonNode again = sender.asked(Cast.INSPECTOR.login(), "auditRecord", whole, fields);

        assertThat(again.at("/auditRound/hits").intValue()).as(again.toString()).isZero();
        assertThat(again.at("/auditRound/wholePast").booleanValue()).isTrue();
    }

    @Test
    void hosts_and_citizens_are_told_of_no_hit_and_of_no_event_about_one() {
        for (Cast who : List.of(Cast.HOST_HEAD, Cast.INVESTIGATOR, Cast.CITIZEN)) {
            JsonNode events = system.as(who.login())
                    .data("{ events(filter: {modules: [\"oversight\"]}) { edges { node { name } } } }");
            assertThat(events.at("/events/edges")).as(who.login()).isEmpty();
            JsonNode node =
                    system.as(who.login()).data("{ node(id: \"%s\") { id } }".formatted(OversightScene.hit(system)));
            assertThat(node.get("node").isNull()).as(who.login()).isTrue();
        }
    }
}
