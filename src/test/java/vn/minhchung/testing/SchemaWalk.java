package vn.minhchung.testing;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes operations that ask for every field of every type, and remembers which fields ever answered something other than
 * null: a field nobody asks about cannot hide.
 */
public final class SchemaWalk {
    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final GraphQLSchema schema =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(new File("schema.graphqls")));
    private final Map<String, String> arguments;
    private final Set<String> leftOut;
    private final Set<String> answered = new TreeSet<>();

    /**
     * @param arguments text of the arguments by {@code Type.field}, for fields that need some
     * @param leftOut fields ({@code Type.field}) that are not asked
     */
    public SchemaWalk(Map<String, String> arguments, Set<String> leftOut) {
        this.arguments = arguments;
        this.leftOut = leftOut;
    }

    public GraphQLSchema schema() {
        return schema;
    }

    /**
     * Every field of a type, nested objects {@code depth} levels deep; where a path comes back to a type it has passed, the
     * object is only named.
     */
    public String everythingOf(String type, int depth) {
        Deque<String> path = new ArrayDeque<>();
        path.push(type);
        return selection(schema.getObjectType(type), depth, path);
    }

    /** One field of {@code Query} with everything below it. */
    public String rootField(String name, int depth) {
        GraphQLObjectType query = schema.getQueryType();
        Deque<String> path = new ArrayDeque<>();
        path.push(query.getName());
        GraphQLFieldDefinition field = query.getFieldDefinition(name);
        String below = below((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType()), depth, path);
        return name + argumentsOf("Query." + name, field) + (below == null ? "" : below);
    }

    private String selection(GraphQLObjectType type, int depth, Deque<String> path) {
        List<String> fields = new ArrayList<>(List.of("__typename"));
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            String name = type.getName() + "." + field.getName();
            if (leftOut.contains(name)) continue;
            GraphQLNamedType inner = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
            String below = below(inner, depth, path);
            if (below != null) fields.add(field.getName() + argumentsOf(name, field) + below);
        }
        return String.join(" ", fields);
    }

    /** Null when the field leads too deep or back. */
    private @Nullable String below(GraphQLNamedType inner, int depth, Deque<String> path) {
        return switch (inner) {
            case GraphQLObjectType object -> {
                boolean wrapper = wrapper(object.getName());
                if (!wrapper && path.contains(object.getName())) yield " { __typename " + named(object) + " }";
                if (!wrapper && depth == 0) yield null;
                path.push(object.getName());
                String fields = selection(object, wrapper ? depth : depth - 1, path);
                path.pop();
                yield " { " + fields + " }";
            }
            case GraphQLInterfaceType node -> " { __typename " + onEach(schema.getImplementations(node)) + " }";
            case GraphQLUnionType union ->
                " { __typename "
                        + onEach(union.getTypes().stream()
                                .map(t -> schema.getObjectType(t.getName()))
                                .toList())
                        + " }";
            default -> "";
        };
    }

    /** Its id, or what is plain about it. */
    private static String named(GraphQLObjectType type) {
        if (type.getFieldDefinition("id") != null) return "id";
        return type.getFieldDefinitions().stream()
                .filter(field -> field.getArguments().isEmpty())
                .filter(field -> GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLScalarType
                        || GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLEnumType)
                .map(GraphQLFieldDefinition::getName)
                .collect(Collectors.joining(" "));
    }

    /** Parts of a connection do not count as a level. */
    private static boolean wrapper(String type) {
        return type.endsWith("Connection") || type.endsWith("Edge") || type.equals("PageInfo");
    }

    private static String onEach(List<GraphQLObjectType> types) {
        return types.stream()
                .filter(type -> type.getFieldDefinition("id") != null)
                .map(type -> "... on " + type.getName() + " { id }")
                .collect(Collectors.joining(" "));
    }

    private String argumentsOf(String name, GraphQLFieldDefinition field) {
        String given = arguments.get(name);
        if (given != null) return "(" + given + ")";
        field.getArguments().stream()
                .filter(argument -> argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue())
                .findFirst()
                .ifPresent(argument -> {
                    throw new AssertionError("say which " + argument.getName() + " to ask " + name + " for");
                });
        return field.getArgument("first") != null ? "(first: 2)" : "";
    }

    /** Remembers every field that answers something, an empty list being nothing; the answer carries {@code __typename}. */
    public void remember(JsonNode answer) {
        if (answer.isArray()) {
            answer.forEach(this::remember);
        } else if (answer.isObject()) {
            String type = answer.path("__typename").asString("Query");
            answer.properties().forEach(field -> {
                if (!blank(field.getValue())) answered.add(type + "." + field.getKey());
                remember(field.getValue());
            });
        }
    }

    private static boolean blank(JsonNode value) {
        return value.isNull() || (value.isArray() && value.isEmpty());
    }

    /** Fields of object types reachable in answers that were asked and never answered anything. */
    public Set<String> neverAnswered() {
        Set<String> never = new TreeSet<>(unanswered());
        never.removeAll(leftOut);
        return never;
    }

    /** The same with the fields that were left out, unless they were asked all the same. */
    public Set<String> unanswered() {
        Set<String> never = new TreeSet<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (!(type instanceof GraphQLObjectType object)
                    || ROOTS.contains(object.getName())
                    || object.getName().startsWith("__")
                    || object.getName().endsWith("Payload")) continue;
            for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                String name = object.getName() + "." + field.getName();
                if (!answered.contains(name)) never.add(name);
            }
        }
        return never;
    }
}
