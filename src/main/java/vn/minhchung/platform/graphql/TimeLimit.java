package vn.minhchung.platform.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;

/**
 * How long an operation may run. Nothing more is fetched once the time is over, and the operation is refused as a whole:
 * a part of an answer could be read for all of it. What a mutation itself may take is bounded where it waits (a large file
 * takes its time); reading its answer has the time of a query. A subscription lasts as long as somebody listens.
 */
@Component
final class TimeLimit extends SimplePerformantInstrumentation {
    private static final String CLOCK = "minhchung.time";

    private final Duration limit;
    private final LongSupplier nanos;

    @Autowired
    TimeLimit(@Value("${minhchung.limits.time:30s}") Duration limit) {
        this(limit, System::nanoTime);
    }

    TimeLimit(Duration limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
    }

    /** When an operation began, and whether its time was seen to be over. */
    private static final class Running {
        private final OperationDefinition.Operation kind;
        private volatile long since;
        private volatile boolean over;

        Running(OperationDefinition.Operation kind, long since) {
            this.kind = kind;
            this.since = since;
        }
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        OperationDefinition.Operation kind = context.getOperationDefinition().getOperation();
        if (kind != OperationDefinition.Operation.SUBSCRIPTION)
            context.getGraphQLContext().put(CLOCK, new Running(kind, nanos.getAsLong()));
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        Running running = running(parameters.getEnvironment().getGraphQlContext());
        if (running == null) return fetcher;
        if (nanos.getAsLong() - running.since > limit.toNanos()) running.over = true;
        if (running.over) return _ -> null;
        return running.kind == OperationDefinition.Operation.MUTATION
                        && parameters.getExecutionStepInfo().getPath().getLevel() == 1
                ? env -> carriedOut(fetcher.get(env), running)
                : fetcher;
    }

    private @Nullable Object carriedOut(@Nullable Object answer, Running running) {
        running.since = nanos.getAsLong();
        return answer;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        Running running = running(parameters.getGraphQLContext());
        if (running == null || !running.over) return CompletableFuture.completedFuture(result);
        // what was sent may have been recorded: the same key asks again without harm
        ErrorCode code = running.kind == OperationDefinition.Operation.MUTATION
                ? ErrorCode.OUTCOME_UNKNOWN
                : ErrorCode.LIMIT_EXCEEDED;
        var error = GraphqlErrorBuilder.newError()
                .message("time > " + limit.toMillis() + " ms")
                .extensions(Map.of(
                        "code", code.name(),
                        "facts", Map.of("of", "time", "limit", limit.toMillis()),
                        "retryable", code.retryable()))
                .build();
        return CompletableFuture.completedFuture(
                result.transform(builder -> builder.data(null).errors(List.of(error))));
    }

    private static @Nullable Running running(GraphQLContext context) {
        return context.get(CLOCK);
    }
}
