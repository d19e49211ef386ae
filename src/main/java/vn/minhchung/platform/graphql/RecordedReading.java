package vn.minhchung.platform.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLError;
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
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.graphql.ReadingLog;
import vn.minhchung.kernel.graphql.ReadingLog.Kind;
import vn.minhchung.kernel.graphql.ReadingLog.Opened;
import vn.minhchung.kernel.graphql.ReadingLog.Reading;
import vn.minhchung.kernel.view.Moment;

/**
 * Reading is recorded: every operation of an inspector, and whatever opens a confidential record, whoever asks. It is kept
 * before the answer goes out, and where it cannot be, there is no answer. What an operation asks within itself is part of it;
 * what is opened there is kept all the same.
 */
@Component
final class RecordedReading extends SimplePerformantInstrumentation {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedReading.class);

    /** Objects opened by one request are kept in rows of so many. */
    private static final int TOGETHER = 500;

    private static final int LONGEST_NAME = 200;

    private final ObjectProvider<ReadingLog> readings;
    private final Errors errors;

    RecordedReading(ObjectProvider<ReadingLog> readings, Errors errors) {
        this.readings = readings;
        this.errors = errors;
    }

    /** What stays the same while an operation runs. */
    private record Begun(Kind kind, @Nullable String name, boolean inspecting, ReadNotes notes) {}

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        GraphQLContext own = context.getGraphQLContext();
        OperationDefinition operation = context.getOperationDefinition();
        Kind kind = switch (operation.getOperation()) {
            case QUERY -> Kind.QUERY;
            case MUTATION -> Kind.MUTATION;
            case SUBSCRIPTION -> Kind.SUBSCRIPTION;
        };
        boolean inspecting = Operation.viewer(own).has(Role.INSPECTOR) && !AnswersOfSchema.within(own);
        own.put(Begun.class, new Begun(kind, operation.getName(), inspecting, new ReadNotes()));
        return SimpleInstrumentationContext.noOp();
    }

    static ReadNotes notes(GraphQLContext context) {
        Begun begun = context.get(Begun.class);
        if (begun == null) throw new IllegalStateException("outside an operation");
        return begun.notes();
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        DataFetchingEnvironment env = parameters.getEnvironment();
        Begun begun = env.getGraphQlContext().get(Begun.class);
        if (root(env)) begun.notes().field(env.getFieldDefinition().getName());
        if (!begun.inspecting()) return fetcher;
        for (GraphQLArgument argument : env.getFieldDefinition().getArguments()) {
            Object value = env.getArgument(argument.getName());
            if (value != null) ids(argument.getType(), value, begun.notes());
        }
        Moment shown = Operation.moment(env);
        if (shown.past()) begun.notes().shown(shown.position());
        return fetcher;
    }

    /** {@code asOf} answers the root again. */
    private static boolean root(DataFetchingEnvironment env) {
        GraphQLSchema schema = env.getGraphQLSchema();
        GraphQLType parent = env.getParentType();
        return parent.equals(schema.getQueryType())
                || parent.equals(schema.getMutationType())
                || parent.equals(schema.getSubscriptionType());
    }

    private static void ids(GraphQLInputType declared, Object value, ReadNotes notes) {
        if (value instanceof Collection<?> many) {
            many.forEach(each -> ids(declared, each, notes));
            return;
        }
        GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(declared);
        if (type.getName().equals("ID")) notes.asked(value);
        if (!(type instanceof GraphQLInputObjectType input) || !(value instanceof Map<?, ?> given)) return;
        for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
            Object below = given.get(field.getName());
            if (below != null) ids(field.getType(), below, notes);
        }
    }

    /** Also called for each message of a subscription. */
    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        GraphQLContext context = parameters.getGraphQLContext();
        Begun begun = context.get(Begun.class);
        Actor actor = Operation.viewer(context).actor();
        // nothing was fetched, or nobody is known
        if (begun == null || actor == null || !context.hasKey(Operation.NOW))
            return CompletableFuture.completedFuture(result);
        Opened opened = begun.notes().takeOpened();
        boolean whole = begun.inspecting() && begun.notes().first();
        if (!whole && opened.objects().isEmpty()) return CompletableFuture.completedFuture(result);
        try {
            for (Opened part : ReadNotes.parts(opened, TOGETHER))
                readings.getObject().keep(reading(begun, actor, part, parameters));
            return CompletableFuture.completedFuture(result);
        } catch (RuntimeException e) {
            LOG.error("request {} is not answered: its reading was not kept", Operation.requestId(context), e);
            return CompletableFuture.completedFuture(result.transform(
                    builder -> builder.data(null).errors(List.of(notKept(begun.kind(), context)))));
        }
    }

    /** What a mutation wrote is written: the same key asks again without harm. */
    private GraphQLError notKept(Kind kind, GraphQLContext context) {
        ErrorCode code = kind == Kind.MUTATION ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.STORE_UNAVAILABLE;
        return errors.aborted(Refusal.of(code, "problem", "reading"), context);
    }

    private static Reading reading(
            Begun begun, Actor actor, Opened opened, InstrumentationExecutionParameters parameters) {
        GraphQLContext context = parameters.getGraphQLContext();
        ReadNotes.Asked asked = begun.notes().asked();
        String name = begun.name();
        return new Reading(
                actor.account(),
                actor.person(),
                actor.roles(),
                begun.kind(),
                name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                Sha256.hex(parameters.getQuery()),
                asked.fields(),
                asked.ids(),
                asked.unnamed(),
                asked.asOf(),
                opened,
                Operation.now(context).position(),
                Operation.requestId(context));
    }
}
