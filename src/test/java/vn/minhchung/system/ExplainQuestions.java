package vn.minhchung.system;

import java.util.List;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.testing.SchemaWalk;

/** What is asked of explanations: with every figure and every object they would ask everything at every moment anew. */
final class ExplainQuestions {
    private ExplainQuestions() {}

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
                        .formatted(Scene.paper(RareMutations.PAID, 1), walk.everythingOf("Explanation", 1)));
    }
}
