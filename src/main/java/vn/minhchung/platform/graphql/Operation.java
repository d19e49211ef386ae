package vn.minhchung.platform.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhchung.kernel.graphql.Cursor;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;

/** What holds for one GraphQL operation: who asks, in which language, and the one position that is "now" for all of it. */
final class Operation {
    static final String NOW = "minhchung.now";
    static final String VIEWER = "minhchung.viewer";
    static final String LANGUAGE = "minhchung.language";
    static final String WITHHELD = "minhchung.withheld";
    static final String REQUEST_ID = "minhchung.requestId";
    /** There where an operation is asked from within another. */
    static final String WITHIN = "minhchung.within";

    private Operation() {}

    static Viewer viewer(GraphQLContext context) {
        return context.getOrDefault(VIEWER, new Viewer(null));
    }

    static Locale language(GraphQLContext context) {
        return context.getOrDefault(LANGUAGE, Texts.VI);
    }

    static String requestId(GraphQLContext context) {
        return context.getOrDefault(REQUEST_ID, "-");
    }

    static Moment now(GraphQLContext context) {
        Moment now = context.get(NOW);
        if (now == null) throw new IllegalStateException("no moment fixed for this operation");
        return now;
    }

    /** The moment of the source object, else of the nearest field above that has one, else now. */
    static Moment moment(DataFetchingEnvironment env) {
        Object source = env.getSource();
        if (source instanceof Moment moment) return moment;
        if (source instanceof HasMoment shown) return shown.moment();
        if (env.getLocalContext() instanceof Moment moment) return moment;
        return now(env.getGraphQlContext());
    }

    static PageArgs page(DataFetchingEnvironment env) {
        int wanted = PageArgs.size(env.getArgument("first"));
        String after = env.getArgument("after") instanceof String text ? text : null;
        return new PageArgs(wanted, after == null ? 0 : Cursor.read(after).order());
    }

    static void withhold(DataFetchingEnvironment env, String reason) {
        Map<String, Map<String, Object>> withheld = env.getGraphQlContext()
                .computeIfAbsent(WITHHELD, _ -> new ConcurrentHashMap<String, Map<String, Object>>());
        List<Object> path = new ArrayList<>(env.getExecutionStepInfo().getPath().toList());
        withheld.put(path.toString(), Map.of("path", path, "reason", reason));
    }
}
