package vn.minhchung.system;

import java.util.List;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.SchemaWalk;

/** What is asked of explanations, by itself and at fewer moments: each goes through the past of what it explains. */
final class ExplainQuestions {
    private static final String DOSSIERS_DUE = "rule-version:deadline.acceptance-dossier/tt-11-2014";

    static final String SUPPOSED_DUE_DAYS = "whatIf(version: \"" + DOSSIERS_DUE
            + "\", parameters: [{name: \"count\", value: \"1\"}])" + " { dueDays(first: 1) { edges { node { %s } } } }";

    private ExplainQuestions() {}

    /** Each reads and judges the whole record: asked by themselves, and at fewer moments. */
    static String whatIf(SchemaWalk walk) {
        String norm =
                "whatIf(version: \"rule-version:labour.pi-ceiling/tt-03-2023\", parameters: [{name: \"maxVnd\", value: \"1\"}]%s)";
        String reset =
                "whatIf(version: \"rule-version:audit.credential-reset/kiem-soat-noi-bo\", parameters: [{name: \"resetHours\", value: \"0\"}])";
        return "whatIf_1: %s { %s }\n".formatted(norm.formatted(""), walk.everythingOf("WhatIf", 2))
                + "whatIf_2: %s { __typename task { __typename id } }\n"
                        .formatted(norm.formatted(
                                ", task: \"" + DemoLoader.firstTask().value() + "\""))
                + "whatIf_3: %s { __typename hits(first: 3) { __typename nodes { __typename target onRecord { __typename id } } } }\n"
                        .formatted(reset)
                + "whatIf_4: whatIf(version: \"%s\", parameters: [{name: \"count\", value: \"1\"}]) { __typename dueDays(first: 2) { %s } }\n"
                        .formatted(DOSSIERS_DUE, walk.everythingOf("SupposedDueDayConnection", 2));
    }

    static List<String> all(SchemaWalk walk) {
        String task = Scene.project(RareMutations.PAID);
        String figure = walk.everythingOf("FigureExplanation", 2);
        return List.of(
                "project(id: \"%s\") { __typename budget { __typename advanced { __typename explain { %s } } } }"
                        .formatted(task, figure),
                "project(id: \"%s\") { __typename budget { __typename advanceOutstanding { __typename explain { __typename sum sentence terms { %s } } } } }"
                        .formatted(DemoLoader.firstTask().value(), walk.everythingOf("ExplainedTerm", 1)),
                "explain(of: \"%s\") { %s }".formatted(task, walk.everythingOf("Explanation", 2)),
                "explain(of: \"%s\") { %s }"
                        .formatted(Scene.paper(RareMutations.PAID, 1), walk.everythingOf("Explanation", 1)),
                "explain(of: \"%s\", field: \"yearState\") { __typename steps { %s } }"
                        .formatted(YearEndScene.CLOSED_YEAR, walk.everythingOf("ExplainedStep", 1)),
                "explain(of: \"%s\", field: \"yearState\") { __typename steps { __typename onDay } }"
                        .formatted(Id.derived("appropriation", "yearend", "103", "2025")));
    }
}
