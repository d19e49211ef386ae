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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.text.PlainText;

/**
 * An operation that is no GraphQL, or not of this schema, is refused by the engine before anything of ours sees it: its
 * errors get the code that every other malformed input has.
 */
@Component
final class MalformedDocuments extends SimplePerformantInstrumentation {
    private static final String CODE = "code";
    private static final String FACTS = "facts";
    private static final int LONGEST_SHOWN = 60;

    /** The engine names the variable, or the argument with its inner fields, first of all. */
    private static final Pattern NAMED = Pattern.compile("'([^']+)'");

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
        String message = String.valueOf(error.getMessage());
        if (extensions.get(FACTS) instanceof Map<?, ?> facts) {
            Matcher named = NAMED.matcher(message);
            String field = named.find() ? named.group(1) : "";
            extensions.put("field", List.of(field.split("\\.")));
            message = malformed(facts, field, language);
        } else {
            message = message(message, language);
        }
        GraphqlErrorBuilder<?> coded = GraphqlErrorBuilder.newError()
                // the builder formats its message
                .message(message.replace("%", "%%"))
                .errorType(error.getErrorType())
                .extensions(extensions);
        if (error.getLocations() != null) coded.locations(error.getLocations());
        if (error.getPath() != null) coded.path(error.getPath());
        return coded.build();
    }

    /** What the error of a value that its scalar cannot read carries, so that it is told here in the caller's language. */
    static Map<String, Object> malformed(String scalar, String value) {
        return Map.of(
                FACTS,
                Map.of("problem", "scalar", "value", PlainText.escaped(value, 0, LONGEST_SHOWN), "expected", scalar));
    }

    private String malformed(Map<?, ?> facts, String field, Locale language) {
        String scalar = String.valueOf(facts.get("expected"));
        String expected = texts.text("scalar." + scalar, language, Map.of());
        Map<String, String> values = Map.of(
                "field",
                field,
                "expected",
                expected == null ? scalar : expected,
                "value",
                String.valueOf(facts.get("value")));
        String text = texts.text("refusal.INVALID_INPUT.scalar", language, values);
        return text == null ? scalar : text;
    }

    /** What else is wrong with an operation only the engine can say, in its own words. */
    private String message(String engine, Locale language) {
        String text = texts.text("refusal.INVALID_INPUT.operation", language, Map.of("value", engine));
        return text == null ? engine : text;
    }
}
