package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/** Every figure, every state and every kept refusal of the story explains itself, and the explanation adds up. */
class ExplanationTest {
    /** The page of events and postings that is asked; what has more is asked page by page. */
    private static final int PAGE = 60;

    private static final int MOMENTS = 6;

    private final ToldStory story = ToldStory.once();
    private final RunningSystem system = story.system();
    private final Client inspector = system.as(Cast.INSPECTOR.login());
    private final long head = system.views().position();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_sum_of_an_explanation_is_the_figure(long seed) {
        Random random = new Random(seed);
        Sums sums = new Sums();
        List<String> tasks = withMoney();
        List<String> appropriations = appropriations();
        for (int i = 0; i < MOMENTS; i++) {
            long position = i == 0 ? head : head / 4 + random.nextLong(head * 3 / 4);
            String task = tasks.get(random.nextInt(tasks.size()));
            String given = narrowed(random);
            for (String figure : figures("Budget", given))
                sums.add(at(position, "project(id: \"%s\") { budget { %s } }".formatted(task, figure)));
            for (String figure : figures("BudgetLine", given))
                sums.add(at(position, "project(id: \"%s\") { budget { lines { %s } } }".formatted(task, figure)));
            for (String figure : figures("Tranche", given))
                sums.add(at(position, "project(id: \"%s\") { budget { tranches { %s } } }".formatted(task, figure)));
            String appropriation = appropriations.get(random.nextInt(appropriations.size()));
            for (String figure : figures("Appropriation", given))
                sums.add(node(position, "Appropriation", appropriation, figure));
            for (String figure : figures("Allocation", given))
                sums.add(node(position, "Appropriation", appropriation, "allocations { %s }".formatted(figure)));
        }
        assertThat(sums.figures).as("figures other than zero").isGreaterThan(50);
        assertThat(sums.derived).as("sums of other figures").isGreaterThan(10);
        assertThat(sums.ruled).as("figures that rest on rules").isGreaterThan(10);
    }

    /** Counts what it has seen. */
    private static final class Sums {
        private int figures;
        private int derived;
        private int ruled;

        void add(JsonNode answer) {
            if (answer.has("explain")) one(answer);
            else answer.forEach(this::add);
        }

        private void one(JsonNode figure) {
            long amount = figure.get("amount").asLong();
            JsonNode explained = figure.get("explain");
            String what = figure.toString();
            assertThat(explained.get("sum").asLong()).as(what).isEqualTo(amount);
            assertThat(explained.get("name")).isEqualTo(figure.get("name"));
            JsonNode terms = explained.get("terms");
            if (!terms.isEmpty()) {
                derived++;
                assertThat(total(terms, "adds")).as(what).isEqualTo(amount);
                for (JsonNode term : terms)
                    assertThat(term.get("adds").asLong())
                            .isEqualTo(term.get("factor").asLong()
                                    * term.at("/figure/amount").asLong());
            }
            JsonNode events = explained.at("/events/nodes");
            long known = explained.at("/events/totalCount").asLong();
            long postings = explained.at("/postings/totalCount").asLong();
            assertThat(known)
                    .as("the story has no figure of more events than are asked: " + what)
                    .isEqualTo(events.size());
            assertThat(total(events, "adds")).as(what).isEqualTo(amount);
            assertThat(total(events, "postings")).as(what).isEqualTo(postings);
            for (JsonNode each : events)
                assertThat(each.at("/event/position").asLong()).isPositive();
            if (terms.isEmpty() && postings <= PAGE)
                assertThat(total(explained.at("/postings/nodes"), "amount"))
                        .as(what)
                        .isEqualTo(amount);
            assertThat(explained.get("rules")).isEqualTo(rulesOf(events));
            if (!explained.get("rules").isEmpty()) ruled++;
            told(explained, amount, postings, known);
            if (amount != 0) figures++;
        }

        private void told(JsonNode explained, long amount, long postings, long events) {
            String said = String.format(java.util.Locale.GERMANY, "%,d đồng", amount);
            String vietnamese = explained.get("sentence").asString();
            assertThat(vietnamese).contains(said).endsWith(".").doesNotContain("{", "entry:", "event:");
            String english = explained.get("english").asString();
            assertThat(english)
                    .contains(String.format(java.util.Locale.US, "%,d", amount))
                    .isNotEqualTo(vietnamese);
            if (postings > 0)
                assertThat(vietnamese).contains("%d dòng định khoản của %d sự kiện".formatted(postings, events));
        }
    }

    private static JsonNode rulesOf(JsonNode events) {
        var all = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode each : events) for (JsonNode rule : each.at("/event/rules")) if (seen.add(rule)) all.add(rule);
        return all;
    }

    private static long total(JsonNode items, String field) {
        long total = 0;
        for (JsonNode each : items) total = Math.addExact(total, each.get(field).asLong());
        return total;
    }

    /** Every figure of a type, each a selection of its own: together they would be too dear. */
    private List<String> figures(String type, String given) {
        String asked = """
                name amount explain { name sum sentence(lang: VI) english: sentence(lang: EN)
                  terms { factor adds figure { amount } }
                  events(first: %1$d) { totalCount nodes { adds postings event { position rules { stableId } } } }
                  postings(first: %1$d) { totalCount nodes { amount } }
                  rules { stableId } }""".formatted(PAGE);
        List<String> figures = new ArrayList<>();
        for (GraphQLFieldDefinition field :
                story.walk().schema().getObjectType(type).getFieldDefinitions()) {
            if (!named(field).equals("Figure")) continue;
            boolean ofYear = field.getArgument("year") != null
                    && field.getArgument("year").getType() instanceof GraphQLNonNull;
            List<String> arguments = new ArrayList<>();
            if (ofYear) arguments.add("year: 2025");
            for (String each : given.isEmpty() ? new String[0] : given.split(";", -1)) {
                String name = each.substring(0, each.indexOf(':'));
                if (field.getArgument(name) != null && !(ofYear && name.equals("year"))) arguments.add(each);
            }
            figures.add("%s%s { %s }"
                    .formatted(
                            field.getName(),
                            arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")",
                            asked));
        }
        return figures;
    }

    private static String narrowed(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "year: 2025";
            case 1 -> "source: STATE_BUDGET;effectiveThrough: \"2025-06-30\"";
            case 2 -> "effectiveThrough: \"2024-12-31\"";
            default -> "";
        };
    }

    private static String named(GraphQLFieldDefinition field) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
    }

    private JsonNode at(long position, String fields) {
        return inspector
                .data("{ asOf(position: \"%d\") { %s } }".formatted(position, fields))
                .get("asOf");
    }

    private JsonNode node(long position, String type, String id, String fields) {
        return at(position, "node(id: \"%s\") { ... on %s { %s } }".formatted(id, type, fields));
    }

    /** Tasks the treasury paid something for. */
    private List<String> withMoney() {
        List<String> tasks = inspector
                .data(
                        "{ projects(first: 100, filter: {states: [CONTRACTED, RECOGNISED, LIQUIDATED, SETTLED, TERMINATED]})"
                                + " { nodes { stableId budget { paid { amount } } } } }")
                .at("/projects/nodes")
                .valueStream()
                .filter(task -> task.at("/budget/paid/amount").asLong() != 0)
                .map(task -> task.get("stableId").asString())
                .toList();
        assertThat(tasks).hasSizeGreaterThan(3);
        return tasks;
    }

    private List<String> appropriations() {
        return ids(inspector.data("{ appropriations(first: 100) { nodes { stableId } } }"));
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = answer.findValues("stableId").stream()
                .map(JsonNode::asString)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        assertThat(ids).isNotEmpty();
        return ids;
    }

    /** One object of every type that has a state or a standing, with the longest history there is of it. */
    @Test
    void every_state_names_the_events_that_led_to_it() {
        Map<String, Set<String>> fields = states();
        Map<String, List<String>> objects = subjects(fields.keySet());
        assertThat(objects.keySet()).as("each type with a state").isEqualTo(fields.keySet());
        int steps = 0;
        for (var each : objects.entrySet())
            for (String id : each.getValue())
                for (String field : fields.getOrDefault(each.getKey(), Set.of()))
                    steps += explained(each.getKey(), id, field, head);
        assertThat(steps).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void a_state_is_explained_as_it_was_known_at_any_moment(long seed) {
        Random random = new Random(seed);
        Map<String, Set<String>> fields = states();
        Map<String, List<String>> objects = subjects(fields.keySet());
        for (var each : objects.entrySet()) {
            String id = each.getValue().get(random.nextInt(each.getValue().size()));
            for (String field : fields.getOrDefault(each.getKey(), Set.of()))
                explained(each.getKey(), id, field, 1 + random.nextLong(head));
        }
    }

    /** How many steps it took. */
    private int explained(String type, String id, String field, long position) {
        JsonNode answer = at(position, """
                explain(of: "%1$s", field: "%2$s") { field label value { value }
                  sentence(lang: VI) english: sentence(lang: EN)
                  steps { before { value } after { value } onDay event { position stableId rules { stableId } } }
                  rules { stableId } waitingFor { rule { stableId } } }
                node(id: "%1$s") { ... on %3$s { stableId %2$s } }""".formatted(id, field, type));
        JsonNode explained = answer.get("explain");
        if (answer.get("node").isNull()) {
            assertThat(explained.isNull()).as(id).isTrue();
            return 0;
        }
        String value = answer.get("node").get(field).asString("");
        assertThat(explained.at("/value/value").asString("")).as(id).isEqualTo(value);
        JsonNode steps = explained.get("steps");
        Set<String> rules = new TreeSet<>();
        String before = "";
        for (JsonNode step : steps) {
            assertThat(step.at("/before/value").asString("")).as(id).isEqualTo(before);
            before = step.at("/after/value").asString("");
            if (!step.get("onDay").isNull()) {
                assertThat(step.get("event").isNull()).isTrue();
                continue;
            }
            long event = step.at("/event/position").asLong();
            assertThat(event).as("%s of %s", field, id).isPositive();
            assertThat(at(event, "node(id: \"%s\") { ... on %s { %s } }".formatted(id, type, field))
                            .at("/node/" + field)
                            .asString(""))
                    .as("%s of %s at %d", field, id, event)
                    .isEqualTo(before);
            step.at("/event/rules")
                    .forEach(rule -> rules.add(rule.get("stableId").asString()));
        }
        assertThat(before)
                .as("%s of %s at %d: %s", field, id, position, explained)
                .isEqualTo(value);
        for (JsonNode waiting : explained.get("waitingFor")) {
            if (!waiting.get("rule").isNull())
                rules.add(waiting.at("/rule/stableId").asString());
        }
        Set<String> named = new TreeSet<>();
        explained.get("rules").forEach(rule -> named.add(rule.get("stableId").asString()));
        assertThat(named).as(id).isEqualTo(rules);
        assertThat(explained.get("sentence").asString())
                .endsWith(".")
                .doesNotContain("{")
                .isNotEqualTo(explained.get("english").asString());
        return steps.size();
    }

    /** Fields that say where an object stands, by type. */
    private Map<String, Set<String>> states() {
        Map<String, Set<String>> states = new TreeMap<>();
        for (GraphQLNamedType type : story.walk().schema().getAllTypesAsList()) {
            if (!(type instanceof GraphQLObjectType object) || object.getFieldDefinition("stableId") == null) continue;
            for (String name : List.of("state", "standing", "yearState")) {
                GraphQLFieldDefinition field = object.getFieldDefinition(name);
                if (field != null)
                    states.computeIfAbsent(object.getName(), _ -> new TreeSet<>())
                            .add(name);
            }
        }
        return states;
    }

    /** Up to three objects of each of the types, found among the subjects of the newest events. */
    private Map<String, List<String>> subjects(Set<String> types) {
        Map<String, List<String>> found = new TreeMap<>();
        // the events of rules name the family
        found.put("RuleVersion", ids(inspector.data("{ ruleVersions(first: 3) { nodes { stableId } } }")));
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonNode page = inspector
                    .data(
                            "{ events(first: 100%s) { pageInfo { hasNextPage endCursor } edges { node { subjects { __typename ... on Node { stableId: id } } } } } }"
                                    .formatted(cursor))
                    .get("events");
            for (JsonNode edge : page.get("edges"))
                for (JsonNode subject : edge.at("/node/subjects")) {
                    String type = subject.get("__typename").asString();
                    String id = subject.get("stableId").asString();
                    if (!types.contains(type)) continue;
                    List<String> known = found.computeIfAbsent(type, _ -> new ArrayList<>());
                    if (known.size() < 3 && !known.contains(id)) known.add(id);
                }
            cursor = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString(""));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
        }
        return found;
    }

    @Test
    void what_somebody_is_waited_for_holds_the_object_it_acts_on() {
        int held = 0;
        for (Cast person : List.of(Cast.CHIEF_ACCOUNTANT, Cast.OFFICER, Cast.HOST_HEAD)) {
            JsonNode inbox = system.as(person.login())
                    .data("{ inbox(first: 30) { nodes { step dueOn object { id } } } }")
                    .at("/inbox/nodes");
            for (JsonNode step : inbox) {
                if (step.get("object").isNull()) continue;
                JsonNode explained = inspector
                        .data("{ explain(of: \"%s\", field: \"stableId\") { waitingFor { step dueOn object { id } } } }"
                                .formatted(step.at("/object/id").asString()))
                        .at("/explain/waitingFor");
                assertThat(explained).contains(step);
                held++;
            }
        }
        assertThat(held).isGreaterThan(10);
    }

    @Test
    void a_part_of_an_object_is_explained_by_its_path_and_what_is_no_value_is_refused() {
        String task = withMoney().getFirst();
        JsonNode advanced = inspector.data(
                "{ explain(of: \"%s\", field: \"budget.advanced\") { value { value } steps { event { name } } } project(id: \"%1$s\") { budget { advanced { amount } } } }"
                        .formatted(task));
        assertThat(advanced.at("/explain/value/value")).isEqualTo(advanced.at("/project/budget/advanced/amount"));

        for (String wrong : List.of("nothing", "title.of", "budget.", "budget", "codes", "budget.lines", "host.name")) {
            JsonNode refused = inspector.ask("{ explain(of: \"%s\", field: \"%s\") { field } }".formatted(task, wrong));
            assertThat(refused.at("/errors/0/extensions/code").asString())
                    .as(wrong)
                    .isEqualTo("INVALID_INPUT");
            assertThat(refused.at("/errors/0/message").asString()).contains(wrong);
        }
        assertThat(inspector
                        .data("{ explain(of: \"project:unknown\") { field } }")
                        .get("explain")
                        .isNull())
                .isTrue();
        assertThat(system.anonymous()
                        .data("{ explain(of: \"%s\") { field } }".formatted(task))
                        .get("explain")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_value_that_never_was_is_called_as_where_there_is_one() {
        String asked = """
                { explain(of: "%s", field: "budget.advanced") { value { value } label(lang: VI) english: label(lang: EN)
                  sentence(lang: VI) } }""";
        JsonNode none = inspector.data(asked.formatted(RareMutations.PAST_TASK)).get("explain");
        JsonNode some = inspector.data(asked.formatted(withMoney().getFirst())).get("explain");

        assertThat(none.get("value").isNull()).isTrue();
        assertThat(some.get("value").isNull()).isFalse();
        for (String language : List.of("label", "english"))
            assertThat(none.get(language)).isEqualTo(some.get(language));
        assertThat(none.get("sentence").asString())
                .contains(none.get("label").asString())
                .doesNotContain("budget");
    }

    @Test
    void every_kept_refusal_says_by_which_rule_on_which_facts_and_what_would_be_lawful() {
        int ruled = 0;
        int commands = 0;
        Set<String> codes = new TreeSet<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonNode page = inspector.data("""
                    { refusals(first: 25%s) { pageInfo { hasNextPage endCursor } edges { node {
                      code kind mutation position facts rule { stableId }
                      explain { code message(lang: VI) wayOut(lang: VI) sentence(lang: VI) english: sentence(lang: EN)
                        decidedAt { position } rules { stableId source { article number } }
                        facts { name value text(lang: VI) node { id } } events { position } } } } } }""".formatted(cursor)).get("refusals");
            for (JsonNode edge : page.get("edges")) {
                JsonNode attempt = edge.get("node");
                JsonNode explained = attempt.get("explain");
                codes.add(attempt.get("code").asString());
                assertThat(explained.get("code")).isEqualTo(attempt.get("code"));
                String sentence = explained.get("sentence").asString();
                assertThat(sentence)
                        .contains(explained.get("message").asString())
                        .contains(explained.get("wayOut").asString())
                        .isNotEqualTo(explained.get("english").asString());
                assertThat(explained.get("facts")).hasSize(attempt.get("facts").size());
                for (JsonNode fact : explained.get("facts"))
                    assertThat(attempt.get("facts").get(fact.get("name").asString()))
                            .isEqualTo(fact.get("value"));
                if (attempt.get("kind").asString().equals("COMMAND")) {
                    commands++;
                    long position = attempt.get("position").asLong();
                    assertThat(explained.at("/decidedAt/position").asLong()).isGreaterThanOrEqualTo(position);
                    assertThat(sentence).contains(attempt.get("mutation").asString());
                }
                for (JsonNode event : explained.get("events"))
                    assertThat(event.get("position").asLong())
                            .isLessThanOrEqualTo(
                                    explained.at("/decidedAt/position").asLong());
                if (attempt.get("rule").isNull()) continue;
                ruled++;
                assertThat(explained.at("/rules/0/stableId")).isEqualTo(attempt.at("/rule/stableId"));
                assertThat(sentence)
                        .contains(explained.at("/rules/0/source/article").asString());
            }
            cursor = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString(""));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
        }
        assertThat(commands).as("of commands").isGreaterThan(5);
        assertThat(ruled).as("under a rule").isPositive();
        assertThat(codes).hasSizeGreaterThan(4);
    }
}
