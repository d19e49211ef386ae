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
import java.util.Set;
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
import vn.minhchung.kernel.graphql.Changes;
import vn.minhchung.kernel.graphql.RefusalTexts;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.platform.persistence.StoreAway;

/**
 * How a refusal is told: as data in a mutation's payload, as a top-level error elsewhere. Anything unexpected is logged
 * under the request id and answered INTERNAL without details.
 */
@Component
final class Errors extends DataFetcherExceptionResolverAdapter implements RefusalTexts {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final Set<String> AMOUNTS = Set.of("limit", "actual", "remaining", "difference");
    /** The problems whose {@code value} is an amount. */
    private static final Set<String> MONEY = Set.of("amount", "sum");

    /** The problems told with positions, which are asked for as they are told. */
    private static final Set<String> POSITIONS = Set.of("notSeen", "afterSeen", "order");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9])(?=(?:[0-9]{3})+$)");

    private final Texts texts;
    private final CodeWords words;
    private final ObjectProvider<Changes> changes;

    Errors(Texts texts, CodeWords words, ObjectProvider<Changes> changes) {
        this.texts = texts;
        this.words = words;
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
                wayOut(refusal, language));
    }

    @Override
    public @Nullable String wayOut(Refusal refusal, Locale language) {
        return text("wayOut.", refusal, asRead(refusal.facts(), language), language);
    }

    @Override
    public String message(Refusal refusal, Locale language) {
        Map<String, String> values = new HashMap<>(asRead(refusal.facts(), language));
        values.putIfAbsent("field", String.join(".", refusal.field()));
        String text = text("refusal.", refusal, values, language);
        return text == null ? refusal.code().name() : text;
    }

    /** That of the problem, where it has one of its own. */
    private @Nullable String text(String of, Refusal refusal, Map<String, String> values, Locale language) {
        String problem = values.get(values.containsKey("problem") ? "problem" : "of");
        String text = problem == null ? null : texts.text(of + refusal.code() + "." + problem, language, values);
        return text == null ? texts.text(of + refusal.code(), language, values) : text;
    }

    @Override
    public Map<String, String> facts(Refusal refusal, Locale language) {
        return asRead(refusal.facts(), language);
    }

    /** Facts are digits and codes, for programs; in a sentence thousands stand apart and codes have their names. */
    private Map<String, String> asRead(Map<String, String> facts, Locale language) {
        Map<String, String> read = new HashMap<>();
        String problem = facts.getOrDefault("problem", "");
        boolean money = MONEY.contains(problem);
        boolean positions = POSITIONS.contains(problem);
        facts.forEach((name, value) -> read.put(
                name,
                (AMOUNTS.contains(name) && !positions) || (money && name.equals("value"))
                        ? grouped(value, language)
                        : words.read(name, value, language)));
        return read;
    }

    private static String grouped(String digits, Locale language) {
        if (!WHOLE.matcher(digits).matches()) return digits;
        return THOUSANDS.matcher(digits).replaceAll(language.getLanguage().equals("en") ? "," : ".");
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
