package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/** Stepping through a history, and what differs between two moments, against what {@code asOf} answers at both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeMachineTest {
    private static final LocalDate TOLD_UNTIL = LocalDate.of(2024, 9, 30);
    private static final int PAIRS = 12;
    private static final int STEPS = 12;

    private final RunningSystem system = RunningSystem.start();
    private final TaskAsked asked = new TaskAsked();
    private final Client inspector = system.as(Cast.INSPECTOR.login());
    private long head;
    private String paper = "";
    private List<String> tasks = List.of();

    @BeforeAll
    void told() {
        system.bean(DemoLoader.class).load(new Secret(RunningSystem.PASSWORD), TOLD_UNTIL, () -> {});
        paper = Scene.ready(system).sent();
        head = system.views().position();
        tasks = asked.decided(inspector);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void between_two_moments_state_and_figures_differ_by_what_as_of_answers_at_both(long seed) {
        Random random = new Random(seed);
        int differing = 0;
        for (int i = 0; i < PAIRS; i++) {
            String task = tasks.get(random.nextInt(tasks.size()));
            long one = random.nextLong(head + 1);
            long other = random.nextLong(head + 1);
            long from = Math.min(one, other);
            long to = Math.max(one, other);

            Map<String, String> expected = asked.differences(inspector, task, from, to);
            JsonNode answer = difference(inspector, task, from, to);

            assertThat(TaskAsked.stateAndFigures(answer.path("changes")))
                    .as("%s between %d and %d", task, from, to)
                    .isEqualTo(expected);
            differing += expected.size();
        }
        assertThat(differing).as("the moments were not all alike").isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_step_of_a_history_shows_what_as_of_answers_before_and_after_it(long seed) {
        Random random = new Random(seed);
        String task = tasks.get(random.nextInt(tasks.size()));
        JsonNode edges = inspector.data("""
                        { history(of: "%s", first: %d) { edges {
                          node { position }
                          changes { path before { value } after { value } }
                          before { ... on Project { id state } } after { ... on Project { id state } }
                        } } }""".formatted(task, STEPS)).at("/history/edges");
        assertThat(edges).isNotEmpty();
        for (JsonNode edge : edges) {
            long position = edge.at("/node/position").asLong();
            long before = asked.before(inspector, position);
            assertThat(TaskAsked.stateAndFigures(edge.get("changes")))
                    .as("%s at %d", task, position)
                    .isEqualTo(asked.differences(inspector, task, before, position));
            assertThat(edge.get("before")).isEqualTo(asked.stateAt(inspector, task, before));
            assertThat(edge.get("after")).isEqualTo(asked.stateAt(inspector, task, position));
        }
    }

    @Test
    void every_step_knows_the_one_before_and_the_one_after_it_across_pages() {
        List<String> order = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = inspector.data("""
                            { history(of: "%s", first: 2%s) { pageInfo { hasNextPage endCursor }
                              edges { node { stableId } previous { stableId } next { stableId } } } }""".formatted(paper, cursor)).get("history");
            page.get("edges").forEach(edge -> {
                order.add(edge.at("/node/stableId").asString());
                before.add(edge.at("/previous/stableId").asString(""));
                after.add(edge.at("/next/stableId").asString(""));
            });
            cursor = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString(""));
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(order).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        List<String> expectedBefore = new ArrayList<>(List.of(""));
        expectedBefore.addAll(order.subList(0, order.size() - 1));
        List<String> expectedAfter = new ArrayList<>(order.subList(1, order.size()));
        expectedAfter.add("");
        assertThat(before).isEqualTo(expectedBefore);
        assertThat(after).isEqualTo(expectedAfter);
    }

    @Test
    void a_signature_shows_the_paper_as_the_signatory_had_it_before_him() {
        JsonNode edges = inspector.data("""
                        { history(of: "%s", first: 100) { edges {
                          node { name } seenAt
                          seen { ... on TreasuryPaper { stableId state total } }
                          changes { path label text: after { text(lang: VI) } before { value } after { value } }
                        } } }""".formatted(paper)).at("/history/edges");
        int signed = 0;
        for (JsonNode edge : edges) {
            if (edge.get("seenAt").isNull()) continue;
            JsonNode then = inspector
                    .data(
                            "{ asOf(position: \"%s\") { node(id: \"%s\") { ... on TreasuryPaper { stableId state total } } } }"
                                    .formatted(edge.get("seenAt").asString(), paper))
                    .at("/asOf/node");
            assertThat(edge.get("seen")).isEqualTo(then);
            if (!edge.at("/node/name").asString().contains("Signed")) continue;
            signed++;
            assertThat(edge.get("seen").get("state").asString())
                    .isEqualTo(change(edge, "state").at("/before/value").asString());
            assertThat(change(edge, "state").get("label").asString()).isEqualToIgnoringCase("Trạng thái");
        }
        assertThat(signed).isEqualTo(2);
    }

    private static JsonNode change(JsonNode edge, String path) {
        for (JsonNode change : edge.get("changes"))
            if (change.get("path").asString().equals(path)) return change;
        throw new AssertionError("no change of " + path + ": " + edge);
    }

    @Test
    void what_a_reader_may_not_read_is_in_no_difference() {
        String published = DemoLoader.firstTask().value();
        Set<String> toInspector = paths(difference(inspector, published, 0, head));
        Set<String> toCitizen = paths(difference(system.as(Cast.CITIZEN.login()), published, 0, head));

        assertThat(toInspector).contains("state", "budget.approved", "budget.advanced");
        assertThat(toCitizen).contains("state", "budget.approved").doesNotContain("budget.advanced");
        assertThat(difference(system.as(Cast.HOST2_HEAD.login()), paper, 0, head)
                        .isNull())
                .as("as if the id were unknown")
                .isTrue();
    }

    @Test
    void a_value_that_may_not_be_read_at_one_of_the_moments_says_so() {
        JsonNode changes = system.as(Cast.CITIZEN.login())
                .data("""
                        { difference(of: "%s", from: {position: "0"}) { changes { path after { value withheld text node { id } } } } }""".formatted(DemoLoader.firstTask().value()))
                .at("/difference/changes");
        Set<String> withheld = new TreeSet<>();
        for (JsonNode change : changes) {
            if (!change.at("/after/withheld").asBoolean()) continue;
            withheld.add(change.get("path").asString());
            assertThat(change.at("/after/value").isNull()).isTrue();
            assertThat(change.at("/after/text").isNull()).isTrue();
        }
        assertThat(withheld).contains("budget.advanced", "contract");
    }

    @Test
    void the_tasks_that_changed_are_those_whose_state_or_figures_differ() {
        long from = head * 2 / 3;
        Map<String, JsonNode> then = asked.everyTask(inspector, from);
        Map<String, JsonNode> now = asked.everyTask(inspector, head);
        Set<String> expected = new TreeSet<>(now.keySet());
        expected.removeIf(task -> Objects.equals(now.get(task), then.get(task)));
        Map<String, Set<String>> found = new TreeMap<>();
        String cursor = "";
        JsonNode page;
        do {
            page = inspector.data("""
                            { changedTasks(from: {position: "%d"}, to: {position: "%d"}, first: 30%s) {
                              totalCount pageInfo { hasNextPage endCursor }
                              edges { node { before { stableId } after { stableId } changes { path } } } } }""".formatted(from, head, cursor)).get("changedTasks");
            page.get("edges")
                    .forEach(edge -> found.put(edge.at("/node/after/stableId").asString(), paths(edge.get("node"))));
            assertThat(page.get("totalCount").asInt()).isEqualTo(expected.size());
            cursor = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString(""));
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(expected).hasSizeBetween(2, now.size() - 1);
        assertThat(found.keySet()).isEqualTo(expected);
        assertThat(found.values()).allSatisfy(paths -> assertThat(paths).isNotEmpty());
    }

    @Test
    void one_budget_line_is_asked_for_by_its_path() {
        String task = DemoLoader.firstTask().value();
        JsonNode changes = inspector.data("""
                        { difference(of: "%s", from: {position: "0"}) {
                          from { position recordedAt } to { position recordedAt } before { id } after { id }
                          history(first: 1) { totalCount }
                          changes(under: "budget.lines[REMUNERATION]") { path label before { value } after { value text } }
                        } }""".formatted(task)).at("/difference/changes");

        assertThat(changes).isNotEmpty();
        assertThat(changes)
                .allSatisfy(
                        change -> assertThat(change.get("path").asString()).startsWith("budget.lines[REMUNERATION]."));
    }

    @Test
    void a_moment_that_is_none_is_refused() {
        String task = DemoLoader.firstTask().value();
        Map<String, String> wrong = Map.of(
                "from: {}",
                "`from` cần đúng một trong `at`, `position`.",
                "from: {position: \"1\"}, to: {position: \"1\", at: \"2024-01-02T00:00:00Z\"}",
                "`to` cần đúng một trong `at`, `position`.",
                "from: {position: \"999999999\"}",
                "`from` nằm sau thời điểm đang xem: 999999999",
                "from: {at: \"2199-01-01T00:00:00Z\"}",
                "`from` nằm sau thời điểm đang xem: 2199-01-01T00:00:00Z",
                "from: {position: \"20\"}, to: {position: \"10\"}",
                "`from` (vị trí 20) nằm sau `to` (vị trí 10).");
        wrong.forEach((moments, told) -> {
            for (String question : List.of(
                    "difference(of: \"%s\", %s) { changes { path } }".formatted(task, moments),
                    "changedTasks(%s) { totalCount }".formatted(moments))) {
                JsonNode error = inspector.ask("{ %s }".formatted(question)).at("/errors/0");
                assertThat(error.at("/extensions/code").asString()).as(question).isEqualTo("ASOF_ARGUMENT");
                assertThat(error.get("message").asString()).as(question).isEqualTo(told);
                assertThat(told)
                        .startsWith("`" + error.at("/extensions/field/0").asString() + "`");
            }
        });
        JsonNode late = inspector.ask(
                "{ asOf(position: \"10\") { difference(of: \"%s\", from: {position: \"5\"}, to: {position: \"20\"}) { changes { path } } } }"
                        .formatted(task));
        assertThat(late.at("/errors/0/extensions/code").asString()).isEqualTo("ASOF_ARGUMENT");
    }

    /** 5,000 for the list, and for each of ten steps: the edge, 2,000 for what is asked anew, five changes. */
    @Test
    void what_is_asked_anew_counts_as_what_it_is() {
        JsonNode answer = inspector.ask("{ history(of: \"%s\", first: 10) { edges { changes { path } } } }"
                .formatted(DemoLoader.firstTask().value()));

        assertThat(answer.at("/extensions/cost").asInt()).isEqualTo(5_000 + 10 * (1 + 2_000 + 5));
    }

    @Test
    void what_was_said_of_the_past_then_is_said_of_it_later() {
        String task = DemoLoader.firstTask().value();
        String document = """
                { asOf(position: "%d") { difference(of: "%s", from: {position: "0"}) {
                  to { position } changes { path before { value } after { value withheld } } } } }""".formatted(3 * head / 4, task);
        JsonNode now = inspector.data(document);

        assertThat(now.at("/asOf/difference/changes")).isNotEmpty();
        assertThat(now.at("/asOf/difference/changes"))
                .isEqualTo(difference(inspector, task, 0, 3 * head / 4).get("changes"));
    }

    private static Set<String> paths(JsonNode difference) {
        Set<String> paths = new TreeSet<>();
        for (JsonNode change : difference.get("changes")) {
            if (!change.at("/after/withheld").asBoolean(false))
                paths.add(change.get("path").asString());
        }
        return paths;
    }

    private static JsonNode difference(Client client, String of, long from, long to) {
        return client.data("""
                        { difference(of: "%s", from: {position: "%d"}, to: {position: "%d"}) {
                          changes { path before { value } after { value withheld } } } }""".formatted(of, from, to)).get("difference");
    }
}
