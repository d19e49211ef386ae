package vn.minhchung.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Competence;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.graphql.BulkMutation;
import vn.minhchung.kernel.graphql.EventLookup;
import vn.minhchung.kernel.graphql.NodeFinder;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.platform.json.StoredJson;
import vn.minhchung.platform.persistence.StoreAway;

/**
 * Every mutation, the same way: who may, which decision, the command, its outcome once the views have seen it. A command
 * says by {@link MayBeSentBy} which field of {@code Mutation} it is; there is no other code per mutation.
 */
@Component
final class Mutations implements RuntimeWiringConfigurer {
    private static final String GRAPHQL = "graphql";
    private static final Set<ErrorCode> NOT_JUDGED =
            EnumSet.of(ErrorCode.STORE_UNAVAILABLE, ErrorCode.TOO_BUSY, ErrorCode.OUTCOME_UNKNOWN);

    /** What is written is shown when the views have it by then; else the answer says that it is pending. */
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(4);

    private final Map<String, Class<? extends Command>> commandTypes = scan();
    private final Commands commands;
    private final DecisionReader decisions;
    private final MutationInput inputs;
    private final PersonalData personalData;
    private final JsonMapper json;
    private final Views views;
    private final Moments moments;
    private final Nodes nodes;
    private final EventLookup events;
    private final RefusalLog refusals;
    private final Errors errors;
    private final List<BulkMutation> bulk;

    Mutations(
            ObjectProvider<BulkMutation> bulk,
            Commands commands,
            DecisionReader decisions,
            PersonalData personalData,
            Views views,
            Moments moments,
            Nodes nodes,
            EventLookup events,
            RefusalLog refusals,
            Errors errors) {
        this.bulk = bulk.orderedStream().toList();
        this.commands = commands;
        this.decisions = decisions;
        this.inputs = new MutationInput(personalData);
        this.personalData = personalData;
        this.json = StoredJson.mapper();
        this.views = views;
        this.moments = moments;
        this.nodes = nodes;
        this.events = events;
        this.refusals = refusals;
        this.errors = errors;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> {
            commandTypes.forEach((mutation, command) -> {
                MayBeSentBy declared = declared(command);
                type.dataFetcher(
                        mutation,
                        fetcher(declared, (actor, input, env) -> carriedOut(command, declared, actor, input, env)));
            });
            bulk.forEach(many -> {
                MayBeSentBy declared = declared(many.getClass());
                type.dataFetcher(
                        declared.mutation(),
                        fetcher(declared, (actor, input, env) -> carriedOut(many, declared, actor, input, env)));
            });
            return type;
        });
    }

    private static MayBeSentBy declared(Class<?> type) {
        MayBeSentBy declared = type.getAnnotation(MayBeSentBy.class);
        if (declared == null) throw new IllegalStateException(type + " does not say who may send it");
        return declared;
    }

    /** What a mutation does once it is known who asks. */
    @FunctionalInterface
    private interface Work {
        Object carriedOut(Actor actor, Map<String, Object> input, DataFetchingEnvironment env);
    }

    private DataFetcher<Object> fetcher(MayBeSentBy declared, Work work) {
        return env -> {
            GraphQLContext context = env.getGraphQlContext();
            Viewer viewer = Operation.viewer(context);
            Map<String, Object> input = env.getArgument("input");
            if (input == null)
                throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("input");
            try {
                Actor sender = sender(viewer, declared);
                GivenValues.require(GivenValues.inputType(env), input);
                return work.carriedOut(sender, input, env);
            } catch (Refusal refusal) {
                keep(refusal, declared, viewer, context);
                // missing rights are no answer to the command: they are top-level errors
                if (refusal.code() == ErrorCode.NOT_SIGNED_IN || refusal.code() == ErrorCode.NOT_ALLOWED) throw refusal;
                return refused(refusal, env);
            }
        };
    }

    private static Actor sender(Viewer viewer, MayBeSentBy declared) {
        Actor actor = viewer.actor();
        if (actor == null) throw Refusal.of(ErrorCode.NOT_SIGNED_IN, "mutation", declared.mutation());
        Competence.requireSender(actor, declared);
        return actor;
    }

    private Object carriedOut(
            Class<? extends Command> type,
            MayBeSentBy declared,
            Actor actor,
            Map<String, Object> input,
            DataFetchingEnvironment env) {
        String key = key(input);
        if (declared.seen() && input.get("seenAt") == null) {
            throw Refusal.of(ErrorCode.SEEN_AT_REQUIRED, "mutation", declared.mutation())
                    .at("seenAt");
        }
        Decision decision =
                decisions.read(actor, declared, input, Operation.requestId(env.getGraphQlContext()), GRAPHQL);
        Command command = command(type, declared, actor, key, input, env);
        Commands.Outcome outcome = sent(command, declared, decision, fingerprint(input), env);
        return payload(command, outcome, env);
    }

    /**
     * What the sender may not see is not found, and no state of it decides how that is said. Staff see whether an object is
     * there; to others every refusal about one they were never shown is the same.
     */
    private Commands.Outcome sent(
            Command command, MayBeSentBy declared, Decision decision, String hash, DataFetchingEnvironment env) {
        if (declared.creates()) return commands.send(command, decision, hash);
        Viewer viewer = Operation.viewer(env.getGraphQlContext());
        NodeFinder.Sight sight = nodes.sight(command.subject(), moments.now(), viewer);
        if (sight == NodeFinder.Sight.HIDDEN) throw Refusal.of(ErrorCode.NOT_FOUND, "id", command.subject());
        try {
            return commands.send(command, decision, hash);
        } catch (Refusal refusal) {
            boolean shown = sight == NodeFinder.Sight.SEEN
                    || viewer.staff()
                    || refusal.code().retryable();
            if (shown || refusal.code() == ErrorCode.IDEMPOTENCY_KEY_REUSED) throw refusal;
            throw Refusal.of(ErrorCode.NOT_FOUND, "id", command.subject());
        }
    }

    private Object carriedOut(
            BulkMutation many,
            MayBeSentBy declared,
            Actor actor,
            Map<String, Object> input,
            DataFetchingEnvironment env) {
        key(input);
        GraphQLContext context = env.getGraphQlContext();
        Decision decision = decisions.read(actor, declared, input, Operation.requestId(context), GRAPHQL);
        BulkMutation.Done done = many.carryOut(input, decision, fingerprint(input), Operation.language(context));
        Refusal refusal = done.refusal();
        if (refusal != null) keep(refusal, declared, Operation.viewer(context), context);
        return payload(done, env);
    }

    private static String key(Map<String, Object> input) {
        String key = (String) input.get("idempotencyKey");
        if (key == null || PlainText.saysNothing(key) || key.length() > 128) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "1–128", "limit", 128)
                    .at("idempotencyKey");
        }
        return key;
    }

    private String fingerprint(Map<String, Object> input) {
        Map<String, Object> content = new HashMap<>(input);
        content.remove("idempotencyKey");
        return personalData.fingerprint(
                CanonicalJson.write(MutationInput.canonical(content)).getBytes(StandardCharsets.UTF_8));
    }

    private Command command(
            Class<? extends Command> type,
            MayBeSentBy declared,
            Actor actor,
            String key,
            Map<String, Object> input,
            DataFetchingEnvironment env) {
        Map<String, Object> values = inputs.commandValues(
                GivenValues.inputType(env), input, type, actor.account().value(), declared.mutation(), key);
        try {
            return json.convertValue(values, type);
        } catch (JacksonException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) throw path(refusal, e);
            }
            throw path(Refusal.of(ErrorCode.INVALID_INPUT, "problem", e.getOriginalMessage()), e);
        }
    }

    private static Refusal path(Refusal refusal, JacksonException at) {
        return refusal.at(at.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .toArray(String[]::new));
    }

    private Object payload(Command command, Commands.Outcome outcome, DataFetchingEnvironment env) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("position", outcome.position());
        payload.put("replayed", outcome.replayed());
        payload.put("errors", List.of());
        Viewer viewer = Operation.viewer(env.getGraphQlContext());
        return shown(payload, outcome.position(), outcome.replayed(), at -> {
            payload.put("events", events.between(outcome.firstPosition(), outcome.position(), at, viewer));
            OperationLoader.NodeKey key = new OperationLoader.NodeKey(at, command.subject());
            Shown<?> object = nodes.load(List.of(key), viewer).get(key);
            String field = objectField(env);
            if (field != null && object != null) payload.put(field, object);
        });
    }

    private Object payload(BulkMutation.Done done, DataFetchingEnvironment env) {
        Map<String, Object> payload = new HashMap<>(done.fields());
        Refusal refusal = done.refusal();
        payload.put(
                "errors", refusal == null ? List.of() : List.of(errors.userError(refusal, env.getGraphQlContext())));
        List<Commands.Outcome> outcomes = done.outcomes();
        boolean replayed = !outcomes.isEmpty() && outcomes.stream().allMatch(Commands.Outcome::replayed);
        payload.put("replayed", replayed);
        if (outcomes.isEmpty()) return payload;
        long last =
                outcomes.stream().mapToLong(Commands.Outcome::position).max().orElseThrow();
        payload.put("position", last);
        return shown(payload, last, replayed, at -> {
            // one look-up for each command: only when somebody wants to read them
            if (!env.getSelectionSet().contains("events")) return;
            Viewer viewer = Operation.viewer(env.getGraphQlContext());
            payload.put(
                    "events",
                    outcomes.stream()
                            .flatMap(o -> events.between(o.firstPosition(), o.position(), at, viewer).stream())
                            .toList());
        });
    }

    /**
     * What is written stays written, and is no error, when the views are late, one is set aside, or the database goes away
     * before all of it can be shown.
     *
     * @param replayed a repeated answer may be old: its ids then say so
     */
    private Object shown(Map<String, Object> payload, long position, boolean replayed, Consumer<Moment> show) {
        DataFetcherResult.Builder<Object> result = DataFetcherResult.newResult().data(payload);
        try {
            Moment seen = seen(position);
            if (seen != null) {
                Moment at = new Moment(seen.position(), seen.recordedAt(), replayed);
                result.localContext(at);
                show.accept(at);
                return result.build();
            }
        } catch (DataAccessException | Refusal e) {
            if (!StoreAway.is(e)) throw e;
        }
        payload.put("pending", true);
        return result.build();
    }

    /** Null while the views have not seen it, also when a crash of the database has just taken them back. */
    private @Nullable Moment seen(long position) {
        return views.await(position, SHOWN_WITHIN) ? moments.at(position).orElse(null) : null;
    }

    /** The one field of a payload that is not bookkeeping. */
    private static @Nullable String objectField(DataFetchingEnvironment env) {
        Set<String> bookkeeping = Set.of("position", "events", "replayed", "errors", "pending");
        GraphQLObjectType type = (GraphQLObjectType)
                GraphQLTypeUtil.unwrapAll(env.getFieldDefinition().getType());
        return type.getFieldDefinitions().stream()
                .map(field -> field.getName())
                .filter(name -> !bookkeeping.contains(name))
                .findFirst()
                .orElse(null);
    }

    private Object refused(Refusal refusal, DataFetchingEnvironment env) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("replayed", false);
        payload.put("errors", List.of(errors.userError(refusal, env.getGraphQlContext())));
        return payload;
    }

    /** Where nothing was judged and the caller is to come again, there is no attempt to keep, and perhaps no database. */
    private void keep(Refusal refusal, MayBeSentBy declared, Viewer viewer, GraphQLContext context) {
        if (NOT_JUDGED.contains(refusal.code())) return;
        Actor actor = viewer.actor();
        refusals.refused(new RefusalLog.RefusedAttempt(
                RefusalLog.Kind.COMMAND,
                actor == null ? null : actor.account().value(),
                actor == null ? null : actor.person().value(),
                declared.mutation(),
                refusal.code().name(),
                refusal.rule(),
                refusal.facts(),
                views.position(),
                Operation.requestId(context)));
    }

    private static Map<String, Class<? extends Command>> scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(MayBeSentBy.class));
        Map<String, Class<? extends Command>> found = new HashMap<>();
        for (var candidate : scanner.findCandidateComponents("vn.minhchung")) {
            try {
                Class<?> declaring = Class.forName(candidate.getBeanClassName());
                if (!Command.class.isAssignableFrom(declaring)) continue; // a BulkMutation is a bean
                Class<? extends Command> type = declaring.asSubclass(Command.class);
                String mutation = type.getAnnotation(MayBeSentBy.class).mutation();
                if (!mutation.isEmpty() && found.put(mutation, type) != null) {
                    throw new IllegalStateException("two commands for the mutation " + mutation);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return Map.copyOf(found);
    }
}
