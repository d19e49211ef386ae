package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.testing.RunningSystem.Client;

/** What was answered at a moment is what {@code asOf} answers about it later: every field, every type. */
class AsOfTest {
    /** Types that only mutations or subscriptions answer with, or that lie outside the record. */
    private static final Set<String> ELSEWHERE = Set.of(
            "EventTick",
            "ImportLine",
            "ImportProblem",
            "ImportReport",
            "RefusalSeal",
            "RefusalSealConnection",
            "RefusalSealEdge",
            "RefusedAttempt",
            "RefusedAttemptConnection",
            "RefusedAttemptEdge",
            "UserError",
            "ViewedAt");

    /** Fields of which the story holds no fact: each is one to tell. */
    private static final Set<String> UNTOLD = Set.of(
            "Actor.address",
            "Actor.session",
            "Appropriation.recordedAssigned",
            "AppropriationChange.amount",
            "AppropriationChange.effectiveOn",
            "AppropriationChange.kind",
            "AppropriationChange.number",
            "Calendar.recorded",
            "Decider.confirmedBy",
            "Decider.onBehalfOf",
            "Delegation.confirmedBy",
            "Delegation.delegate",
            "Delegation.delegator",
            "Delegation.endedOn",
            "Delegation.organisation",
            "Delegation.under",
            "DepositAccount.validTo",
            "FigurePart.item",
            "FigurePart.line",
            "FigurePart.source",
            "FigureTerm.figure",
            "HeldRole.endedOn",
            "HeldRole.to",
            "LedgerEntry.event",
            "LedgerEntry.postings",
            "LedgerEntry.reversedBy",
            "LedgerEntry.reverses",
            "LegalBasis.article",
            "LegalBasis.document",
            "PastCell.persons",
            "PastCell.remark",
            "PastSource.rating",
            "PastSource.retrievedOn",
            "Posting.project",
            "RecordedEvent.causedBy",
            "RecordedEvent.correctedBy",
            "RecordedEvent.corrects",
            "RuleVersion.overrides",
            "Signatory.confirmedBy",
            "Signatory.to",
            "TreasuryFact.happenedOn",
            "TreasuryFact.kind",
            "TreasuryFact.reason",
            "TreasuryFact.voucherNumber",
            "WaitingFor.calendar",
            "WaitingFor.dueOn",
            "WaitingFor.overdueDays",
            "WaitingFor.party",
            "WaitingFor.project",
            "WaitingFor.rule",
            "WaitingForEdge.cursor",
            "WaitingForEdge.node",
            "Withdrawal.recordedFact",
            "Withdrawal.returnReason");

    private final ToldStory story = ToldStory.once();
    private final Client inspector = story.system().as(Cast.INSPECTOR.login());

    @Test
    void answers_about_forty_past_moments_are_what_was_answered_then() {
        assertThat(story.stored()).hasSizeGreaterThanOrEqualTo(40);
        List<String> differences = new ArrayList<>();
        for (ToldStory.Stored then : story.stored()) {
            story.rootFields().forEach((field, document) -> {
                JsonNode now = inspector
                        .data("{ asOf(position: \"%d\") { %s } }".formatted(then.position(), document))
                        .get("asOf")
                        .get(field);
                compare(
                        field + " at " + then.position(),
                        Objects.requireNonNull(then.answers().get(field)),
                        now,
                        differences);
            });
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void no_field_is_left_out_or_null_throughout() {
        for (String wide : List.of(
                "project(id: \"%s\") { %s }"
                        .formatted(DemoLoader.firstTask().value(), story.walk().everythingOf("Project", 4)),
                "accounts(first: 50) { edges { node { %s } } }"
                        .formatted(story.walk().everythingOf("Account", 2)),
                "organisations(first: 50) { edges { node { %s } } }"
                        .formatted(story.walk().everythingOf("Organisation", 1)),
                "withdrawals(first: 40) { edges { node { %s } } }"
                        .formatted(story.walk().everythingOf("Withdrawal", 1)),
                "appropriations(first: 10) { edges { node { %s } } }"
                        .formatted(story.walk().everythingOf("Appropriation", 2)),
                "ruleFamilies(first: 100) { edges { node { %s } } }"
                        .formatted(story.walk().everythingOf("RuleFamily", 2)))) {
            JsonNode answer = inspector.ask("{ " + wide + " }");
            assertThat(answer.get("errors")).as(wide.substring(0, 40)).isNull();
            story.walk().remember(answer.get("data"));
        }
        Set<String> never = new TreeSet<>(story.walk().neverAnswered());
        never.removeIf(field -> ELSEWHERE.contains(field.substring(0, field.indexOf('.'))));
        never.removeAll(UNTOLD);
        assertThat(never).isEmpty();
    }

    @Test
    void two_moments_and_now_side_by_side_answer_each_their_own() {
        long first = story.stored().get(5).position();
        long second = story.stored().get(20).position();
        String fields = "viewedAt { position } projects(first: 5) { totalCount edges { node { id stableId state"
                + " host { id name } } } } events(first: 2) { edges { node { id position } } }";
        JsonNode together = inspector.data("{ a: asOf(position: \"%d\") { %s } b: asOf(position: \"%d\") { %s } %s }"
                .formatted(first, fields, second, fields, fields));
        for (Map.Entry<String, Long> moment : Map.of("a", first, "b", second).entrySet()) {
            JsonNode alone = inspector
                    .data("{ asOf(position: \"%d\") { %s } }".formatted(moment.getValue(), fields))
                    .get("asOf");
            assertThat(together.get(moment.getKey())).isEqualTo(alone);
        }
        assertThat(together.get("projects")).isNotEqualTo(together.get("a").get("projects"));
    }

    @Test
    void a_normalising_client_cache_keeps_the_same_task_now_and_then_apart() {
        long then = story.stored().get(20).position();
        String fields = "id stableId state title host { id stableId name }";
        String id = DemoLoader.firstTask().value();
        JsonNode answer = inspector.data(
                "{ now: project(id: \"%1$s\") { %3$s } then: asOf(position: \"%2$d\") { project(id: \"%1$s\") { %3$s } } }"
                        .formatted(id, then, fields));
        NormalisingCache cache = new NormalisingCache();
        JsonNode now = answer.get("now");
        JsonNode past = answer.get("then").get("project");
        cache.write(now);
        cache.write(past);
        assertThat(cache.read(now.get("id").asString())).isEqualTo(now);
        assertThat(cache.read(past.get("id").asString())).isEqualTo(past);
        assertThat(past.get("id")).isNotEqualTo(now.get("id"));
        assertThat(past.get("stableId")).isEqualTo(now.get("stableId"));
        JsonNode again = inspector.data("{ node(id: \"%s\") { id ... on Project { stableId state title } } }"
                .formatted(past.get("id").asString()));
        assertThat(again.get("node").get("id")).isEqualTo(past.get("id"));
        assertThat(again.get("node").get("state")).isEqualTo(past.get("state"));
    }

    @Test
    void a_moment_in_the_future_nested_or_doubly_named_is_refused() {
        for (String wrong : List.of(
                "asOf { viewedAt { position } }",
                "asOf(position: \"1\", at: \"2025-01-01T00:00:00Z\") { viewedAt { position } }",
                "asOf(position: \"999999999\") { viewedAt { position } }",
                "asOf(at: \"2999-01-01T00:00:00Z\") { viewedAt { position } }",
                "asOf(position: \"9\") { asOf(position: \"5\") { viewedAt { position } } }")) {
            JsonNode answer = inspector.ask("{ " + wrong + " }");
            assertThat(answer.get("errors").get(0).get("extensions").get("code").asString())
                    .as(wrong)
                    .isEqualTo("ASOF_ARGUMENT");
        }
    }

    /** Equal but for the position an id carries; what was erased since stays erased. */
    static void compare(String at, JsonNode then, JsonNode now, List<String> differences) {
        if (then instanceof ObjectNode object && now instanceof ObjectNode other) {
            object.properties().forEach(field -> {
                JsonNode value = other.get(field.getKey());
                if (field.getKey().equals("id")) {
                    if (!stable(field.getValue()).equals(stable(value))) differences.add(at + ".id");
                } else {
                    compare(at + "." + field.getKey(), field.getValue(), value, differences);
                }
            });
        } else if (then instanceof ArrayNode list && now instanceof ArrayNode other && list.size() == other.size()) {
            for (int i = 0; i < list.size(); i++) compare(at + "[" + i + "]", list.get(i), other.get(i), differences);
        } else if (!then.equals(now) && !now.asString("").equals(PersonalData.ERASED)) {
            differences.add("%s: then %s, now %s".formatted(at, then, now));
        }
    }

    private static String stable(JsonNode id) {
        return id.asString("").replaceAll("@[0-9]+$", "");
    }
}
