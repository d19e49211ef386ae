package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.DemoLoader;

/** What the three stories of the demo must tell between them, whatever each of them tells. */
class StoriesTest {
    private static final List<String> STORIES = List.of("topic", "refund", "yearend");
    private static final int COMMANDS = 30;
    private static final int PERSONS = 8;

    /**
     * One asks whether the system writes at all, two are for a day that the processes which seal refusals and readings missed;
     * five are for operators; what an import writes says {@code recordPastTask}, line by line; five are for what audit rules
     * find, and one takes evidence out.
     */
    private static final Set<String> NO_STORYS = Set.of(
            "importPastTasks",
            "ping",
            "sealRefusals",
            "sealReadings",
            "resumeView",
            "rebuildViews",
            "retryDeadLetter",
            "continueLog",
            "rotateLogKey",
            "exportBundle",
            "auditRecord",
            "explainHit",
            "acceptFalseAlarm",
            "turnIntoFinding",
            "reopenHit");

    /** Days and the budget years to ask for: some figures are zero again at the end. */
    private static final Map<String, List<Integer>> ASKED = Map.of(
            "2024-03-19", List.of(2024),
            "2025-11-18", List.of(2025),
            "2026-05-29", List.of(2026),
            "2026-06-29", List.of(2024, 2025, 2026));

    private final ToldStory told = ToldStory.once();
    private final DayAsked days = new DayAsked(told.system());

    @Test
    void each_is_told_by_many_commands_of_many_persons() {
        for (String story : STORIES) {
            StoryLog log = StoryLog.of(told.system(), story);
            assertThat(log.commands()).as(story).hasSizeGreaterThanOrEqualTo(COMMANDS);
            assertThat(log.persons()).as(story).hasSizeGreaterThanOrEqualTo(PERSONS);
        }
    }

    @Test
    void the_progress_shown_while_they_are_loaded_ends_about_where_they_end() {
        assertThat(told.steps()).isCloseTo(DemoLoader.STEPS, withinPercentage(5));
    }

    @Test
    void every_mutation_of_the_schema_is_used_by_one_of_them_or_by_the_office_around_them() {
        Set<String> unused = new TreeSet<>(told.walk().schema().getMutationType().getFieldDefinitions().stream()
                .map(GraphQLFieldDefinition::getName)
                .toList());
        for (String story : List.of("topic", "refund", "yearend", "office", "demo"))
            unused.removeAll(StoryLog.of(told.system(), story).mutations());
        assertThat(unused).isEqualTo(new TreeSet<>(NO_STORYS));
    }

    @Test
    void no_figure_is_zero_in_all_of_them() {
        Map<String, Boolean> seen = new TreeMap<>();
        ASKED.forEach((day, years) -> years.forEach(year -> {
            days.on(
                            day,
                            "appropriations(year: %d, first: 50) { nodes { id %s } }"
                                    .formatted(year, figures("Appropriation", year)))
                    .at("/appropriations/nodes")
                    .forEach(each -> note("Appropriation", each, seen));
            String budgets = "budget { %s lines { %s } tranches { %s } }"
                    .formatted(figures("Budget", year), figures("BudgetLine", year), figures("Tranche", year));
            for (String project : tasks()) {
                JsonNode budget = days.on(day, "project(id: \"%s\") { %s }".formatted(project, budgets))
                        .at("/project/budget");
                if (budget.isMissingNode()) continue;
                note("Budget", budget, seen);
                budget.get("lines").forEach(line -> note("BudgetLine", line, seen));
                budget.get("tranches").forEach(tranche -> note("Tranche", tranche, seen));
            }
        }));
        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(seen.entrySet().stream()
                        .filter(figure -> !figure.getValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(" ")))
                .isEmpty();
    }

    private Set<String> tasks() {
        Set<String> tasks = new TreeSet<>();
        STORIES.forEach(story -> tasks.addAll(StoryLog.of(told.system(), story).projects()));
        return tasks;
    }

    /** All fields of the type that are figures, those of one year for that year. */
    private String figures(String type, int year) {
        return told.walk().schema().getObjectType(type).getFieldDefinitions().stream()
                .filter(field -> figure(field))
                .map(field -> field.getName()
                        + (field.getArgument("year") != null && required(field) ? "(year: " + year + ")" : "")
                        + " { amount }")
                .collect(Collectors.joining(" "));
    }

    private static boolean required(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isNonNull(field.getArgument("year").getType());
    }

    private static boolean figure(GraphQLFieldDefinition field) {
        return field.getType().toString().contains("Figure");
    }

    private static void note(String type, JsonNode object, Map<String, Boolean> seen) {
        object.properties().forEach(field -> {
            if (!field.getValue().isObject() || !field.getValue().has("amount")) return;
            boolean told = !field.getValue().get("amount").asString().equals("0");
            seen.merge(type + "." + field.getKey(), told, Boolean::logicalOr);
        });
    }
}
