package vn.minhchung.platform.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Changes;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.platform.persistence.StoreAway;

/**
 * How a refusal is told: as data in a mutation's payload, as a top-level error elsewhere. Anything unexpected is logged
 * under the request id and answered INTERNAL without details.
 */
@Component
final class Errors extends DataFetcherExceptionResolverAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final List<String> AMOUNTS = List.of("limit", "actual", "remaining", "difference");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final Texts texts;
    private final ObjectProvider<Changes> changes;

    Errors(Texts texts, ObjectProvider<Changes> changes) {
        this.texts = texts;
        this.changes = changes;
    }

    /** A UserError of the contract. */
    record UserError(
            String id,
            String code,
            List<String> field,
            String message,
            @Nullable RuleRef rule,
            Map<String, Object> facts,
            boolean retryable,
            @Nullable String wayOut) {}

    /** For the refusals that say what changed: the events in between, as far as the caller may see them. */
    private Map<String, Object> facts(Refusal refusal, GraphQLContext context) {
        Map<String, Object> facts = new TreeMap<>(refusal.facts());
        String object = refusal.facts().get("id");
        String seenAt = refusal.facts().get("seenAt");
        if (refusal.code() != ErrorCode.CHANGED_SINCE_SEEN || object == null || seenAt == null) return facts;
        facts.remove("since");
        facts.put(
                "events",
                changes.getObject()
                        .since(object, Long.parseLong(seenAt), Operation.viewer(context), Operation.language(context)));
        return facts;
    }

    UserError userError(Refusal refusal, GraphQLContext context) {
        Locale language = Operation.language(context);
        return new UserError(
                "refusal:" + UUID.randomUUID(),
                refusal.code().name(),
                refusal.field(),
                message(refusal, language),
                refusal.rule(),
                facts(refusal, context),
                refusal.code().retryable(),
                texts.text("wayOut." + refusal.code(), language, asRead(refusal.facts(), language)));
    }

    private String message(Refusal refusal, Locale language) {
        Map<String, String> values = new HashMap<>(asRead(refusal.facts(), language));
        values.putIfAbsent("field", String.join(".", refusal.field()));
        String problem = values.get(values.containsKey("problem") ? "problem" : "of");
        String text =
                problem == null ? null : texts.text("refusal." + refusal.code() + "." + problem, language, values);
        if (text == null) text = texts.text("refusal." + refusal.code(), language, values);
        return text == null ? refusal.code().name() : text;
    }

    /** Facts are plain digits, for programs; in a sentence the thousands of an amount stand apart. */
    static Map<String, String> asRead(Map<String, String> facts, Locale language) {
        Map<String, String> read = new HashMap<>(facts);
        for (String name : AMOUNTS) {
            read.computeIfPresent(
                    name, (_, value) -> WHOLE.matcher(value).matches() ? grouped(value, language) : value);
        }
        return read;
    }

    private static String grouped(String digits, Locale language) {
        String vietnamese = Vnd.of(Long.parseLong(digits)).toGroupedDigits();
        return language.getLanguage().equals("en") ? vietnamese.replace('.', ',') : vietnamese;
    }

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment env) {
        if (failure instanceof Refusal refusal) return told(refusal, env);
        if (StoreAway.is(failure)) {
            LOG.warn("the database did not answer: {}", failure.getMessage());
            // a mutation may have been written before its answer failed: the same key asks again without harm
            boolean mutation = env.getOperationDefinition().getOperation() == OperationDefinition.Operation.MUTATION;
            return told(Refusal.of(mutation ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.STORE_UNAVAILABLE), env);
        }
        String request = Operation.requestId(env.getGraphQlContext());
        LOG.atError()
                .addKeyValue("requestId", request)
                .setCause(failure)
                .log(
                        "request {} failed at {}",
                        request,
                        env.getExecutionStepInfo().getPath());
        return GraphqlErrorBuilder.newError(env)
                .message("INTERNAL (" + request + ")")
                .extensions(Map.of("code", "INTERNAL", "requestId", request))
                .build();
    }

    /** The whole operation is refused before any of its fields is fetched. */
    AbortExecutionException aborted(Refusal refusal, GraphQLContext context) {
        return new Aborted(message(refusal, Operation.language(context)), extensions(refusal));
    }

    private static final class Aborted extends AbortExecutionException {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> extensions;

        Aborted(String message, Map<String, Object> extensions) {
            super(message);
            this.extensions = extensions;
        }

        @Override
        public Map<String, Object> getExtensions() {
            return extensions;
        }
    }

    private static Map<String, Object> extensions(Refusal refusal) {
        Map<String, Object> extensions = new HashMap<>();
        extensions.put("code", refusal.code().name());
        extensions.put("facts", refusal.facts());
        if (!refusal.field().isEmpty()) extensions.put("field", refusal.field());
        extensions.put("retryable", refusal.code().retryable());
        return extensions;
    }

    private GraphQLError told(Refusal refusal, DataFetchingEnvironment env) {
        return GraphqlErrorBuilder.newError(env)
                .message(escaped(message(refusal, Operation.language(env.getGraphQlContext()))))
                .extensions(extensions(refusal))
                .build();
    }

    /** The builder formats its message. */
    private static String escaped(String message) {
        return message.replace("%", "%%");
    }
}
