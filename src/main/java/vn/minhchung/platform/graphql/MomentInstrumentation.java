package vn.minhchung.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.platform.persistence.StoreAway;

/** Fixes "now" once per operation, after waiting for the largest {@code atLeast} of its root fields. */
@Component
final class MomentInstrumentation extends SimplePerformantInstrumentation {
    private final Moments moments;
    private final Views views;
    private final Errors errors;

    MomentInstrumentation(Moments moments, Views views, Errors errors) {
        this.errors = errors;
        this.moments = moments;
        this.views = views;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        try {
            context.getGraphQLContext().put(Operation.NOW, now(context));
        } catch (DataAccessException | Refusal e) {
            // no field has been fetched yet, so that no resolver would see it
            if (!StoreAway.is(e)) throw e;
            throw errors.aborted(Refusal.of(ErrorCode.STORE_UNAVAILABLE), context.getGraphQLContext());
        }
        return SimpleInstrumentationContext.noOp();
    }

    private Moment now(ExecutionContext context) {
        if (context.getOperationDefinition().getOperation() == OperationDefinition.Operation.QUERY) {
            long wanted = context.getOperationDefinition().getSelectionSet().getSelectionsOfType(Field.class).stream()
                    .flatMap(field -> field.getArguments().stream())
                    .filter(argument -> argument.getName().equals("atLeast"))
                    .mapToLong(argument -> position(argument, context))
                    .max()
                    .orElse(0);
            if (wanted > 0 && !views.await(wanted)) {
                Refusal late = Refusal.of(
                        ErrorCode.STORE_UNAVAILABLE,
                        "problem",
                        "late",
                        "atLeast",
                        wanted,
                        "position",
                        views.position());
                throw errors.aborted(late, context.getGraphQLContext());
            }
        }
        return moments.now();
    }

    private static long position(Argument argument, ExecutionContext context) {
        Value<?> value = argument.getValue();
        Object coerced = switch (value) {
            case VariableReference reference -> context.getCoercedVariables().get(reference.getName());
            case StringValue text -> text.getValue();
            default -> null;
        };
        return coerced == null ? 0 : Long.parseLong(coerced.toString());
    }
}
