package vn.minhchung.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Shown;

/**
 * Reads the declaration {@code @readBy} of every field before it is fetched. What the viewer may not read is withheld: null,
 * with path and reason in {@code extensions.withheld}. Whether an object is visible at all is decided where it is loaded.
 */
@Component
final class AccessInstrumentation extends SimplePerformantInstrumentation {
    private static final Set<Role> MONEY = EnumSet.of(
            Role.ACCOUNTANT,
            Role.CHIEF_ACCOUNTANT,
            Role.DIRECTOR,
            Role.DEPUTY_DIRECTOR,
            Role.FINANCE,
            Role.COMMITTEE,
            Role.INSPECTOR);

    private final Map<GraphQLFieldDefinition, Declared> policies = new ConcurrentHashMap<>();

    /** @param confidential that it was read is recorded */
    private record Declared(String policy, boolean confidential) {}

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        DataFetchingEnvironment env = parameters.getEnvironment();
        Declared declared = declared(env);
        String policy = declared.policy();
        if (policy.equals("PUBLIC") || allowed(policy, Operation.viewer(env.getGraphQlContext()), env.getSource())) {
            if (declared.confidential()) noted(env);
            return fetcher;
        }
        return withheld -> {
            Operation.withhold(withheld, policy);
            return null;
        };
    }

    private static void noted(DataFetchingEnvironment env) {
        if (!(env.getSource() instanceof Shown<?> shown))
            throw new IllegalStateException("confidential, and of no object: "
                    + env.getFieldDefinition().getName());
        RecordedReading.notes(env.getGraphQlContext())
                .opened(
                        shown.id(),
                        ((GraphQLObjectType) env.getParentType()).getName() + "."
                                + env.getFieldDefinition().getName());
    }

    private Declared declared(DataFetchingEnvironment env) {
        return policies.computeIfAbsent(
                env.getFieldDefinition(),
                field -> new Declared(
                        policy(field, (GraphQLObjectType) env.getParentType()),
                        field.getAppliedDirective("confidential") != null));
    }

    private static String policy(GraphQLFieldDefinition field, GraphQLObjectType parent) {
        if (field.getName().startsWith("__") || parent.getName().startsWith("__")) return "PUBLIC";
        GraphQLAppliedDirective own = field.getAppliedDirective("readBy");
        GraphQLAppliedDirective directive = own != null ? own : parent.getAppliedDirective("readBy");
        if (directive == null)
            throw new IllegalStateException("no @readBy: " + parent.getName() + "." + field.getName());
        String policy = directive.getArgument("policy").getValue();
        if (policy == null) throw new IllegalStateException("no policy: " + parent.getName() + "." + field.getName());
        return policy;
    }

    private static boolean allowed(String policy, Viewer viewer, @Nullable Object source) {
        return switch (policy) {
            case "SIGNED_IN" -> viewer.signedIn();
            case "STAFF" -> viewer.staff();
            case "MONEY" -> viewer.actor() != null && viewer.actor().hasAny(MONEY);
            case "INSPECTION" -> viewer.has(Role.INSPECTOR);
            case "OVERSIGHT" -> viewer.has(Role.INSPECTOR) || viewer.has(Role.DIRECTOR);
            case "OPERATION" -> viewer.operates();
            // a part of an object is reached through a field of that object, which was checked
            case "PARTY", "SELF" ->
                !(source instanceof Shown<?> shown)
                        || !(shown.view() instanceof Readable readable)
                        || readable.party(viewer);
            default -> throw new IllegalStateException("unknown policy " + policy);
        };
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        Map<String, Map<String, Object>> withheld =
                parameters.getGraphQLContext().get(Operation.WITHHELD);
        if (withheld == null || withheld.isEmpty()) return CompletableFuture.completedFuture(result);
        Map<Object, Object> extensions = new HashMap<>();
        if (result.getExtensions() != null) extensions.putAll(result.getExtensions());
        extensions.put("withheld", List.copyOf(withheld.values()));
        return CompletableFuture.completedFuture(result.transform(builder -> builder.extensions(extensions)));
    }
}
