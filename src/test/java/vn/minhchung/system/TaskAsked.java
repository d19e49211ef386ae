package vn.minhchung.system;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.minhchung.testing.RunningSystem.Client;
import vn.minhchung.testing.SchemaWalk;

/** State and figures of tasks as {@code asOf} answers them, compared in a way that the system does not use. */
final class TaskAsked {
    private final GraphQLSchema schema = new SchemaWalk(Map.of(), Set.of()).schema();
    private final String ofBudget;
    private final String figures;

    TaskAsked() {
        this.ofBudget = figuresOf("Budget");
        this.figures = "state standing budget { %s lines { line %s } tranches { number %s } }"
                .formatted(ofBudget, figuresOf("BudgetLine"), figuresOf("Tranche"));
    }

    private String figuresOf(String type) {
        return schema.getObjectType(type).getFieldDefinitions().stream()
                .filter(field -> GraphQLTypeUtil.simplePrint(field.getType()).equals("Figure"))
                .filter(TaskAsked::withoutArgument)
                .map(field -> field.getName() + " { amount }")
                .collect(Collectors.joining(" "));
    }

    private static boolean withoutArgument(GraphQLFieldDefinition field) {
        return field.getArguments().stream().noneMatch(argument -> argument.getType() instanceof GraphQLNonNull);
    }

    /** Those that were decided in the system; past ones have no figures. */
    List<String> decided(Client client) {
        List<String> tasks = new ArrayList<>();
        client.data("{ projects(first: 100, filter: {states: [APPROVED, CONTRACTED]}) { nodes { stableId } } }")
                .at("/projects/nodes")
                .forEach(task -> tasks.add(task.get("stableId").asString()));
        return tasks;
    }

    /** State and figures of every task there was at a position, as answered. */
    Map<String, JsonNode> everyTask(Client client, long position) {
        Map<String, JsonNode> tasks = new TreeMap<>();
        String cursor = "";
        JsonNode page;
        do {
            page = client.data("""
                            { asOf(position: "%d") { projects(first: 100%s) { pageInfo { hasNextPage endCursor }
                              nodes { stableId state standing published budget { %s counterpart { approved spent } } } } } }""".formatted(position, cursor, ofBudget)).at("/asOf/projects");
            page.get("nodes").forEach(task -> tasks.put(task.get("stableId").asString(), task));
            cursor = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString(""));
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return tasks;
    }

    /** By path, {@code before → after}; empty texts where there is no value. */
    Map<String, String> differences(Client client, String task, long from, long to) {
        Map<String, String> before = at(client, task, from);
        Map<String, String> after = at(client, task, to);
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        Map<String, String> differences = new TreeMap<>();
        for (String path : paths) {
            String then = before.getOrDefault(path, "");
            String now = after.getOrDefault(path, "");
            if (!then.equals(now)) differences.put(path, then + " → " + now);
        }
        return differences;
    }

    private Map<String, String> at(Client client, String task, long position) {
        JsonNode answer = client.data(
                        "{ asOf(position: \"%d\") { project(id: \"%s\") { %s } } }".formatted(position, task, figures))
                .at("/asOf/project");
        Map<String, String> values = new TreeMap<>();
        if (!answer.isObject()) return values;
        for (String plain : List.of("state", "standing")) put(values, plain, answer.get(plain));
        JsonNode budget = answer.get("budget");
        if (!budget.isObject()) return values;
        amounts(values, "budget.", budget);
        budget.path("lines")
                .forEach(line -> amounts(
                        values, "budget.lines[%s].".formatted(line.get("line").asString()), line));
        budget.path("tranches")
                .forEach(tranche -> amounts(
                        values,
                        "budget.tranches[%s].".formatted(tranche.get("number").asString()),
                        tranche));
        return values;
    }

    private static void amounts(Map<String, String> values, String prefix, JsonNode object) {
        object.properties().forEach(field -> {
            if (field.getValue().has("amount"))
                put(values, prefix + field.getKey(), field.getValue().get("amount"));
        });
    }

    private static void put(Map<String, String> values, String path, JsonNode value) {
        if (!value.isNull()) values.put(path, value.asString());
    }

    /** Of what the system says differs, what {@link #differences} speaks of. */
    static Map<String, String> stateAndFigures(JsonNode changes) {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode change : changes) {
            String path = change.get("path").asString();
            if (!spokenOf(path)) continue;
            found.put(
                    path,
                    change.at("/before/value").asString("") + " → "
                            + change.at("/after/value").asString(""));
        }
        return found;
    }

    private static boolean spokenOf(String path) {
        return path.equals("state")
                || path.equals("standing")
                || (path.startsWith("budget.")
                        && !path.startsWith("budget.counterpart")
                        && !path.contains(".plan.")
                        && !path.endsWith("].line")
                        && !path.endsWith("].number"));
    }

    /** The last position whose command was over before the command that this position is part of. */
    long before(Client client, long position) {
        long before = position - 1;
        while (before > 0
                && client.data("{ asOf(position: \"%d\") { viewedAt { position } } }".formatted(before))
                                .at("/asOf/viewedAt/position")
                                .asLong()
                        != before) before--;
        return before;
    }

    JsonNode stateAt(Client client, String task, long position) {
        return client.data("{ asOf(position: \"%d\") { node(id: \"%s\") { ... on Project { id state } } } }"
                        .formatted(position, task))
                .at("/asOf/node");
    }
}
