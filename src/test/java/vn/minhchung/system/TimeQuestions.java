package vn.minhchung.system;

import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.testing.SchemaWalk;

/** What is asked about steps, differences, document numbers and delays: more would ask everything at every moment anew. */
final class TimeQuestions {
    /** Compares every task at two moments: asked by itself, and at fewer moments. */
    static final String CHANGED_TASKS = "changedTasks";

    private TimeQuestions() {}

    static Map<String, String> arguments() {
        String task = "\"" + DemoLoader.firstTask().value() + "\"";
        return Map.of(
                "Query.difference", "of: " + task + ", from: {position: \"1\"}",
                "Query.changedTasks", "from: {position: \"1\"}, first: 1",
                "Query.numberSeries", "issuer: \"UBND\", kind: \"QĐ\", year: 2024",
                "Query.lateFacts", "moreThanDays: 0, first: 2");
    }

    static List<String> all(SchemaWalk walk) {
        return List.of(
                history(walk, Scene.project(RareMutations.PAID)),
                history(walk, Scene.paper(RareMutations.PAID, 1)),
                "difference(of: \"%s\", from: {position: \"9\"}) { __typename before { __typename id } }"
                        .formatted(Cast.ADMIN.account().value()),
                "numberSeries(issuer: \"UBND\", kind: \"QĐ\", year: 2024) { __typename documents(first: 2, only: [OUT_OF_ORDER]) { __typename edges { __typename node { %s } } } }"
                        .formatted(walk.everythingOf("NumberedDocument", 2)),
                "numberSeries(issuer: \"STC\", kind: \"TB\", year: 2026) { __typename documents(first: 2, only: [INSERTED]) { __typename edges { __typename node { __typename number inserted } } } }");
    }

    /** Half way back most of what changes later was there already. */
    static String changedTasks(SchemaWalk walk, long position) {
        return "changedTasks(from: {position: \"%d\"}, first: 5) { %s }"
                .formatted(position / 2, walk.everythingOf("ChangedTaskConnection", 2));
    }

    private static String history(SchemaWalk walk, String of) {
        return """
                history(of: "%s", first: 10) { __typename edges { __typename cursor seenAt seen { __typename id }
                  changes { %s } previous { __typename id name } next { __typename id name } } }""".formatted(of, walk.everythingOf("FieldChange", 1));
    }
}
