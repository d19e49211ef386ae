package vn.minhchung.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.SchemaWalk;

/**
 * The demo's story, told once per JVM into a system of its own. On the way the answers to all fields of all types are stored
 * at many moments, to be asked again later.
 */
final class ToldStory {
    /** Every so many steps a moment is stored; the story has room for more than forty. */
    private static final int STEPS_BETWEEN_MOMENTS = 11;

    private static final int DEPTH = 3;

    /** Fields that answer about the moment of asking or lie outside the record, each with its reason. */
    private static final Set<String> LEFT_OUT = Set.of(
            "Query.asOf", // the way back itself
            "Query.viewedAt", // tells the moment
            "Query.refusals", // attempts stand outside the stream
            "Query.refusalSeals" // recomputed from the attempts
            );

    private static final Map<String, String> ARGUMENTS = arguments();

    private final RunningSystem system;
    private final SchemaWalk walk = new SchemaWalk(ARGUMENTS, LEFT_OUT);
    private final List<Stored> stored = new ArrayList<>();

    /** @param answers by root field, as answered live when the views stood at the position */
    record Stored(long position, Map<String, JsonNode> answers) {}

    private static final class Once {
        static final ToldStory TOLD = new ToldStory();
    }

    static ToldStory once() {
        return Once.TOLD;
    }

    private ToldStory() {
        system = RunningSystem.start();
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        AtomicInteger steps = new AtomicInteger();
        system.bean(DemoLoader.class).load(new Secret(RunningSystem.PASSWORD), DemoLoader.LAST_DAY, () -> {
            if (steps.incrementAndGet() % STEPS_BETWEEN_MOMENTS == 0 && ready()) store();
        });
    }

    private boolean ready() {
        return system.anonymous().post("{ __typename }", Map.of()).statusCode() == 200
                && system.as(Cast.INSPECTOR.login())
                                .post("{ __typename }", Map.of())
                                .statusCode()
                        == 200;
    }

    RunningSystem system() {
        return system;
    }

    SchemaWalk walk() {
        return walk;
    }

    List<Stored> stored() {
        return stored;
    }

    private void store() {
        long position = system.views().position();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        rootFields().forEach((field, document) -> {
            JsonNode data = system.as(Cast.INSPECTOR.login()).data("{ " + document + " }");
            walk.remember(data);
            answers.put(field, data.get(field));
        });
        stored.add(new Stored(position, answers));
    }

    /** Every field of Query, with everything below it. */
    Map<String, String> rootFields() {
        return walk.schema().getQueryType().getFieldDefinitions().stream()
                .map(field -> field.getName())
                .filter(name -> !LEFT_OUT.contains("Query." + name))
                .collect(Collectors.toMap(
                        name -> name, name -> walk.rootField(name, DEPTH), (a, _) -> a, LinkedHashMap::new));
    }

    private static Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        String project = "\"" + DemoLoader.firstTask().value() + "\"";
        arguments.put("Query.node", "id: " + project);
        arguments.put("Query.project", "id: " + project);
        arguments.put("Query.history", "of: " + project + ", first: 3");
        arguments.put("Query.signatories", "unit: \"" + DemoLoader.department().value() + "\"");
        arguments.put("Query.ruleVersion", "family: \"advance.first\", version: \"ttlt-27-2015\"");
        arguments.put("Query.calendar", "year: 2025");
        arguments.put("Query.deadlines", "on: \"2025-03-03\", from: \"2025-03-03\"");
        arguments.put("Query.projects", "first: 3, orderBy: null");
        arguments.put("Query.ruleVersions", "first: 3");
        arguments.put("Query.ruleProposals", "first: 3");
        arguments.put("Query.events", "first: 3");
        arguments.put("Calendar.workingDay", "date: \"2025-03-03\"");
        arguments.put("Budget.settledInYear", "year: 2025");
        arguments.put("BudgetLine.settledInYear", "year: 2025");
        arguments.put("Figure.breakdown", "by: [YEAR]");
        return arguments;
    }
}
