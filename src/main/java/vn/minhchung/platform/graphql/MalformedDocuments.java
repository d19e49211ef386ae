package vn.minhchung.platform.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.introspection.IntrospectionDisabledError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.graphql.Texts;

/**
 * An operation that is no GraphQL, or not of this schema, is refused by the engine before anything of ours sees it: its
 * errors get the code that every other malformed input has.
 */
@Component
final class MalformedDocuments extends SimplePerformantInstrumentation {
    private static final String CODE = "code";

    private final Texts texts;

    MalformedDocuments(Texts texts) {
        this.texts = texts;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        if (result.getErrors().stream().noneMatch(MalformedDocuments::ofEngine))
            return CompletableFuture.completedFuture(result);
        List<GraphQLError> errors = result.getErrors().stream()
                .map(error ->
                        ofEngine(error) ? coded(error, Operation.language(parameters.getGraphQLContext())) : error)
                .toList();
        return CompletableFuture.completedFuture(result.transform(builder -> builder.errors(errors)));
    }

    private static boolean ofEngine(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().containsKey(CODE)) return false;
        ErrorClassification kind = error.getErrorType();
        return error instanceof IntrospectionDisabledError
                || kind == ErrorType.InvalidSyntax
                || kind == ErrorType.ValidationError
                || kind == ErrorType.OperationNotSupported;
    }

    private GraphQLError coded(GraphQLError error, Locale language) {
        Map<String, Object> extensions = new HashMap<>();
        if (error.getExtensions() != null) extensions.putAll(error.getExtensions());
        extensions.put(CODE, ErrorCode.INVALID_INPUT.name());
        extensions.put("retryable", ErrorCode.INVALID_INPUT.retryable());
        GraphqlErrorBuilder<?> coded = GraphqlErrorBuilder.newError()
                // the builder formats its message
                .message(message(String.valueOf(error.getMessage()), language).replace("%", "%%"))
                .errorType(error.getErrorType())
                .extensions(extensions);
        if (error.getLocations() != null) coded.locations(error.getLocations());
        if (error.getPath() != null) coded.path(error.getPath());
        return coded.build();
    }

    /** What is wrong with an operation only the engine can say, in its own words. */
    private String message(String engine, Locale language) {
        String text = texts.text("refusal.INVALID_INPUT.operation", language, Map.of("value", engine));
        return text == null ? engine : text;
    }
}
