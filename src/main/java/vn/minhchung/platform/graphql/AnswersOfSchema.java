package vn.minhchung.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.Answers;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * Asks the schema from within an operation, as its caller: {@code node(id)} with the position in the id, for many objects
 * together. The outer operation has paid for it ({@code @costs}), so that only its time is limited here.
 */
@Component
final class AnswersOfSchema implements Answers {
    /** Objects are asked together up to so many fields, which is what fits comfortably in memory. */
    private static final int FIELDS_TOGETHER = 20_000;

    private record Asking(String type, Wanted wanted) {}

    private final ObjectProvider<GraphQlSource> source;
    private final ObjectProvider<ExecutionGraphQlService> service;
    private final Nodes nodes;
    private final Map<Asking, OwnFields> selections = new ConcurrentHashMap<>();

    AnswersOfSchema(
            ObjectProvider<GraphQlSource> source, ObjectProvider<ExecutionGraphQlService> service, Nodes nodes) {
        this.source = source;
        this.service = service;
        this.nodes = nodes;
    }

    @Override
    public Map<Asked, Answer.Part> of(Collection<Asked> asked, Wanted wanted, Viewer viewer, Locale language) {
        Map<String, List<Asked>> byType = new LinkedHashMap<>();
        for (Asked each : new HashSet<>(asked)) {
            String type = nodes.typeOf(each.id());
            if (type != null)
                byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(each);
        }
        Map<Asked, Answer.Part> found = new HashMap<>();
        byType.forEach((type, some) -> {
            OwnFields fields = selections.computeIfAbsent(
                    new Asking(type, wanted), asking -> OwnFields.of(type(asking.type()), asking.wanted()));
            int together = Math.max(1, FIELDS_TOGETHER / Math.max(1, fields.fields()));
            for (int from = 0; from < some.size(); from += together) {
                List<Asked> next = some.subList(from, Math.min(from + together, some.size()));
                found.putAll(answered(type, fields, next, viewer, language));
            }
        });
        return found;
    }

    private Map<Asked, Answer.Part> answered(
            String type, OwnFields fields, List<Asked> asked, Viewer viewer, Locale language) {
        StringBuilder declared = new StringBuilder();
        StringBuilder selected = new StringBuilder();
        Map<String, @Nullable Object> variables = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            declared.append(" $i%d: ID!".formatted(i));
            selected.append(" a%d: node(id: $i%d) { ...own }".formatted(i, i));
            variables.put("i" + i, asked.get(i).id() + "@" + asked.get(i).position());
        }
        String document =
                "query (%s) {%s } fragment own on %s { %s }".formatted(declared, selected, type, fields.selection());
        ExecutionGraphQlResponse response = execute(document, variables, viewer, language);
        if (!response.getErrors().isEmpty()) throw failed(response);
        Map<String, @Nullable Object> data = response.getData();
        Set<List<Object>> withheld = withheld(response.getExtensions());
        Map<Asked, Answer.Part> found = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String alias = "a" + i;
            if (data != null && data.get(alias) instanceof Map<?, ?> object)
                found.put(asked.get(i), new AnswerReader(withheld).part(type(type), object, List.of(alias)));
        }
        return found;
    }

    private ExecutionGraphQlResponse execute(
            String document, Map<String, @Nullable Object> variables, Viewer viewer, Locale language) {
        String request = UUID.randomUUID().toString();
        var asking = new DefaultExecutionGraphQlRequest(document, null, variables, Map.of(), request, language);
        Map<String, Object> context = new HashMap<>();
        context.put(Operation.VIEWER, viewer);
        context.put(Operation.LANGUAGE, language);
        context.put(Operation.REQUEST_ID, request);
        context.put(Operation.WITHIN, true);
        context.put(DataLoaderDispatchingContextKeys.ENABLE_DATA_LOADER_CHAINING, true);
        asking.configureExecutionInput(
                (_, builder) -> builder.graphQLContext(context).build());
        ExecutionGraphQlResponse response =
                service.getObject().execute(asking).toFuture().join();
        if (response == null) throw new IllegalStateException("no answer");
        return response;
    }

    /** A part of an answer would be a wrong difference. */
    private static RuntimeException failed(ExecutionGraphQlResponse response) {
        String code = response.getErrors().stream()
                .map(error -> String.valueOf(error.getExtensions().get("code")))
                .findFirst()
                .orElse("");
        if (code.equals(ErrorCode.STORE_UNAVAILABLE.name())) return Refusal.of(ErrorCode.STORE_UNAVAILABLE);
        if (code.equals(ErrorCode.LIMIT_EXCEEDED.name()))
            return Refusal.of(ErrorCode.LIMIT_EXCEEDED, "of", "time", "problem", "time");
        return new IllegalStateException("what was asked was not answered: " + response.getErrors());
    }

    private static Set<List<Object>> withheld(Map<Object, Object> extensions) {
        Set<List<Object>> paths = new HashSet<>();
        if (extensions != null && extensions.get("withheld") instanceof List<?> all) {
            for (Object each : all)
                if (each instanceof Map<?, ?> one && one.get("path") instanceof List<?> path)
                    paths.add(List.copyOf(path));
        }
        return paths;
    }

    private GraphQLObjectType type(String name) {
        GraphQLSchema schema = source.getObject().schema();
        GraphQLObjectType type = schema.getObjectType(name);
        if (type == null) throw new IllegalStateException("no type " + name);
        return type;
    }

    /** Whether an operation is asked from within another, which has paid for it. */
    static boolean within(GraphQLContext context) {
        return context.hasKey(Operation.WITHIN);
    }
}
