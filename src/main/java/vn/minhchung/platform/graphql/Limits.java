package vn.minhchung.platform.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.schema.GraphQLAppliedDirective;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/**
 * Size, depth and cost of an operation, computed before it runs. A field costs 1, or what {@code @costs} says, a list at the
 * root {@link #SEARCH}; what lies below a list costs as often as the list is long at most ({@code first}, default 20). The
 * cost is reported in {@code extensions.cost}. What an operation asks within itself was paid for by the field that asks.
 */
@Component
final class Limits extends SimplePerformantInstrumentation {
    private static final String COST = "minhchung.cost";
    private static final int DEFAULT_LENGTH = 20;
    private static final int INNER_LIST = 5;

    private static final int SEARCH = 5_000;

    private final Errors errors;
    private final int mostFields;
    private final int deepest;
    private final int dearest;

    Limits(
            Errors errors,
            @Value("${minhchung.limits.fields:10000}") int mostFields,
            @Value("${minhchung.limits.depth:24}") int deepest,
            @Value("${minhchung.limits.cost:250000}") int dearest) {
        this.errors = errors;
        this.mostFields = mostFields;
        this.deepest = deepest;
        this.dearest = dearest;
    }

    /** Before the engine validates: what it walks, fragments written out, is bounded from here on. */
    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables given,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        GraphQLContext context = parameters.getGraphQLContext();
        if (AnswersOfSchema.within(context)) return given;
        WrittenOut.Size size = WrittenOut.of(given.getDocument());
        if (size.fields() > mostFields) throw tooMuch("fields", mostFields, size.fields(), context);
        if (size.depth() > deepest) throw tooMuch("depth", deepest, size.depth(), context);
        return given;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        if (AnswersOfSchema.within(context.getGraphQLContext())) return SimpleInstrumentationContext.noOp();
        int cost = cost(context);
        context.getGraphQLContext().put(COST, cost);
        if (cost > dearest) throw tooMuch("cost", dearest, cost, context.getGraphQLContext());
        return SimpleInstrumentationContext.noOp();
    }

    private int cost(ExecutionContext context) {
        // a field that is too dear by itself; the sum of all there can be is still a number
        long enough = dearest + 1L;
        return QueryComplexityCalculator.newCalculator()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getOperationDefinition().getName())
                .variables(context.getCoercedVariables())
                .fieldComplexityCalculator((field, below) ->
                        (int) Math.min(own(field) + (long) length(field) * below, enough))
                .build()
                .calculate();
    }

    /** What the schema says it costs; a list at the root is a search over all there is. */
    private static long own(FieldComplexityEnvironment field) {
        GraphQLAppliedDirective costs = field.getFieldDefinition().getAppliedDirective("costs");
        if (costs != null && costs.getArgument("fields").getValue() instanceof Integer fields) return fields;
        boolean search = field.getFieldDefinition().getArgument("first") != null
                && field.getParentType().getName().equals("Query");
        return search ? SEARCH : 1;
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
    private AbortExecutionException tooMuch(String what, int limit, long actual, GraphQLContext context) {
        return errors.aborted(
                Refusal.of(ErrorCode.LIMIT_EXCEEDED, "of", what, "limit", limit, "actual", actual), context);
    }
}
