package vn.minhchung.platform.graphql;

import graphql.ExecutionResult;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;

/**
 * Depth and cost of an operation, computed before it runs. A field costs 1; what lies below a list costs as often as the
 * list is long at most ({@code first}, default 20). The cost is reported in {@code extensions.cost}.
 */
@Component
final class Limits extends SimplePerformantInstrumentation {
    private static final String COST = "minhchung.cost";
    private static final int DEFAULT_LENGTH = 20;
    private static final int INNER_LIST = 5;

    private final int deepest;
    private final int dearest;

    Limits(@Value("${minhchung.limits.depth:24}") int deepest, @Value("${minhchung.limits.cost:250000}") int dearest) {
        this.deepest = deepest;
        this.dearest = dearest;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        int depth = depth(context);
        if (depth > deepest) throw new TooMuch("depth", deepest, depth);
        int cost = cost(context);
        context.getGraphQLContext().put(COST, cost);
        if (cost < 0 || cost > dearest) throw new TooMuch("cost", dearest, cost);
        return SimpleInstrumentationContext.noOp();
    }

    private static int cost(ExecutionContext context) {
        return QueryComplexityCalculator.newCalculator()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getOperationDefinition().getName())
                .variables(context.getCoercedVariables())
                .fieldComplexityCalculator((field, below) -> saturated(1 + (long) length(field) * below))
                .build()
                .calculate();
    }

    /** The page size stands on the connection; its edges and nodes are not counted again. */
    private static int length(FieldComplexityEnvironment field) {
        if (field.getFieldDefinition().getArgument("first") != null) {
            return field.getArguments().get("first") instanceof Integer first ? Math.max(1, first) : DEFAULT_LENGTH;
        }
        String name = field.getField().getName();
        boolean ofConnection = name.equals("edges") || name.equals("nodes");
        boolean list = graphql.schema.GraphQLTypeUtil.isList(graphql.schema.GraphQLTypeUtil.unwrapNonNull(
                field.getFieldDefinition().getType()));
        return list && !ofConnection ? INNER_LIST : 1;
    }

    private static int saturated(long cost) {
        return (int) Math.min(cost, Integer.MAX_VALUE);
    }

    private static int depth(ExecutionContext context) {
        Document document = context.getDocument();
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) fragments.put(fragment.getName(), fragment);
        }
        OperationDefinition operation = context.getOperationDefinition();
        return depth(operation.getSelectionSet(), fragments, new HashSet<>());
    }

    private static int depth(
            @Nullable SelectionSet selections, Map<String, FragmentDefinition> fragments, Set<String> within) {
        if (selections == null) return 0;
        int deepest = 0;
        for (Selection<?> selection : selections.getSelections()) {
            int below = switch (selection) {
                case Field field -> 1 + depth(field.getSelectionSet(), fragments, within);
                case InlineFragment inline -> depth(inline.getSelectionSet(), fragments, within);
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment == null || !within.add(spread.getName())) yield 0;
                    int inside = depth(fragment.getSelectionSet(), fragments, within);
                    within.remove(spread.getName());
                    yield inside;
                }
                default -> 0;
            };
            deepest = Math.max(deepest, below);
        }
        return deepest;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        Integer cost = parameters.getGraphQLContext().get(COST);
        if (cost == null) return CompletableFuture.completedFuture(result);
        Map<Object, Object> extensions = new HashMap<>();
        if (result.getExtensions() != null) extensions.putAll(result.getExtensions());
        extensions.put("cost", cost);
        return CompletableFuture.completedFuture(result.transform(builder -> builder.extensions(extensions)));
    }

    /** Refused before anything ran. */
    static final class TooMuch extends AbortExecutionException {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> facts;

        TooMuch(String what, int limit, int actual) {
            super("%s %d > %d".formatted(what, actual, limit));
            this.facts = Map.of("limit", limit, "actual", actual, "of", what);
        }

        @Override
        public Map<String, Object> getExtensions() {
            return Map.of("code", ErrorCode.LIMIT_EXCEEDED.name(), "facts", facts, "retryable", false);
        }
    }
}
