package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.RunningSystem;

/** Role × mutation, as a person wrote it down, against the running system over HTTP with the accounts of the demo. */
class AccessMatrixTest {
    private static final Path KEPT_BY_HAND = Path.of("src/test/resources/access");
    private static final String ANONYMOUS = "ANONYMOUS";
    private static final String DECIDES = "D";
    private static final String RECORDS = "R";
    private static final int TOGETHER = 12;
    private static final int READ_AT_ONCE = 1_000;
    private static final Set<String> NOT_LET_IN = Set.of(
            ErrorCode.NOT_ALLOWED.name(),
            ErrorCode.NOT_SIGNED_IN.name(),
            ErrorCode.DECIDER_NOT_COMPETENT.name(),
            "INTERNAL");

    private final RunningSystem system = ToldStory.once().system();
    private final GraphQLSchema schema = ToldStory.once().walk().schema();
    private int keys;

    @Test
    void every_mutation_has_a_line_and_every_line_a_mutation() throws IOException {
        assertThat(rows("mutations.csv").stream().map(row -> row.getField("mutation")))
                .containsExactlyInAnyOrderElementsOf(mutations().keySet());
    }

    @Test
    void a_mutation_is_open_to_the_roles_written_down_and_to_no_other() throws IOException {
        List<NamedCsvRecord> rows = rows("mutations.csv");
        List<String> wrong = new ArrayList<>();
        for (String role : roles(rows.getFirst())) {
            Map<String, String> codes = codes(
                    role, rows.stream().map(row -> row.getField("mutation")).toList());
            for (NamedCsvRecord row : rows) {
                String mutation = row.getField("mutation");
                String code = codes.get(mutation);
                if (!expected(role, row.getField(role)).test(code))
                    wrong.add("%s of %s: %s, written down '%s'".formatted(mutation, role, code, row.getField(role)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Of records nothing: only the workflow of hits, evidence taken out, rules evaluated on demand, and the own password. */
    @Test
    void an_inspector_writes_nothing_but_what_is_made_of_hits() throws IOException {
        List<String> open = rows("mutations.csv").stream()
                .filter(row -> !row.getField(Role.INSPECTOR.name()).isEmpty())
                .map(row -> row.getField("mutation"))
                .toList();

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "ping",
                        "resetCredential",
                        "exportBundle",
                        "auditRecord",
                        "acceptFalseAlarm",
                        "turnIntoFinding",
                        "reopenHit");
        Map<String, String> codes =
                codes(Role.INSPECTOR.name(), List.copyOf(mutations().keySet()));
        codes.keySet().removeAll(open);
        assertThat(codes.values()).hasSizeGreaterThan(100).containsOnly(ErrorCode.NOT_ALLOWED.name());
    }

    @Test
    void every_mutation_succeeds_for_somebody() {
        assertThat(done())
                .containsAll(mutations().keySet().stream()
                        .filter(mutation -> !mutation.equals("ping"))
                        .toList());
    }

    /** The mutations whose events are in the log. */
    private Set<String> done() {
        RecordedEvents events = system.bean(RecordedEvents.class);
        Set<String> done = new TreeSet<>();
        List<Recorded> some = events.read(0, READ_AT_ONCE);
        while (!some.isEmpty()) {
            for (Recorded each : some) {
                Decision decision = each.envelope().decision();
                if (decision != null) done.add(decision.mutation());
            }
            some = events.read(some.getLast().position(), READ_AT_ONCE);
        }
        return done;
    }

    private static Predicate<String> expected(String role, String cell) {
        return switch (cell) {
            case DECIDES -> code -> !NOT_LET_IN.contains(code);
            case RECORDS -> ErrorCode.DECIDER_NOT_COMPETENT.name()::equals;
            case "" -> (role.equals(ANONYMOUS) ? ErrorCode.NOT_SIGNED_IN : ErrorCode.NOT_ALLOWED).name()::equals;
            default -> throw new AssertionError("no such cell: " + cell);
        };
    }

    /** Sends every mutation with an input that is well-formed and means nothing; several in one operation. */
    private Map<String, String> codes(String role, List<String> all) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<String> some = all.subList(from, Math.min(from + TOGETHER, all.size()));
            StringBuilder variables = new StringBuilder();
            StringBuilder fields = new StringBuilder();
            Map<String, Object> values = new HashMap<>();
            for (String mutation : some) {
                GraphQLFieldDefinition field =
                        Objects.requireNonNull(mutations().get(mutation));
                if (field.getArgument("input") == null) {
                    fields.append(mutation).append('\n');
                    continue;
                }
                GraphQLInputObjectType type =
                        (GraphQLInputObjectType) bare(field.getArgument("input").getType());
                variables.append("$%s: %s! ".formatted(mutation, type.getName()));
                fields.append("%s(input: $%s) { errors { code } }\n".formatted(mutation, mutation));
                values.put(mutation, input(type));
            }
            JsonNode answer = client(system, role).ask("mutation (%s) {\n%s}".formatted(variables, fields), values);
            for (String mutation : some) codes.put(mutation, code(answer, mutation));
        }
        return codes;
    }

    private static String code(JsonNode answer, String mutation) {
        for (JsonNode error : answer.path("errors")) {
            if (error.at("/path/0").asString("").equals(mutation))
                return error.at("/extensions/code").asString();
        }
        if (!answer.hasNonNull("data")) throw new AssertionError(answer.toPrettyString());
        JsonNode refusals = answer.at("/data/" + mutation + "/errors");
        return refusals.isEmpty() ? "DONE" : refusals.get(0).get("code").asString();
    }

    private Map<String, Object> input(GraphQLInputObjectType type) {
        Map<String, Object> values = new HashMap<>();
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            boolean required = field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue();
            if (required) values.put(field.getName(), value(field.getType()));
        }
        if (values.containsKey("idempotencyKey")) values.put("idempotencyKey", "matrix-" + keys++);
        return values;
    }

    private Object value(GraphQLInputType type) {
        GraphQLInputType inner = type instanceof GraphQLNonNull some ? (GraphQLInputType) some.getWrappedType() : type;
        if (inner instanceof GraphQLList) return List.of();
        if (inner instanceof GraphQLInputObjectType object) return input(object);
        if (inner instanceof GraphQLEnumType words)
            return words.getValues().getFirst().getName();
        return switch (((GraphQLNamedType) inner).getName()) {
            case "ID" -> "no-such-kind:1";
            case "Int" -> 1;
            case "Boolean" -> false;
            case "Vnd" -> "1";
            case "Position" -> Long.toString(system.views().position());
            case "Date" -> system.clock().today().toString();
            default -> "x";
        };
    }

    private static GraphQLInputType bare(GraphQLInputType type) {
        return type instanceof GraphQLNonNull some ? (GraphQLInputType) some.getWrappedType() : type;
    }

    private Map<String, GraphQLFieldDefinition> mutations() {
        Map<String, GraphQLFieldDefinition> all = new LinkedHashMap<>();
        schema.getMutationType().getFieldDefinitions().forEach(field -> all.put(field.getName(), field));
        return all;
    }

    /** The account of the demo that holds this role and no other. */
    static RunningSystem.Client client(RunningSystem system, String role) {
        if (role.equals(ANONYMOUS)) return system.anonymous();
        for (Cast who : Cast.values()) {
            if (who.roles().equals(List.of(Role.valueOf(role)))) return system.as(who.login());
        }
        throw new AssertionError("nobody is only " + role);
    }

    static Set<String> roles(NamedCsvRecord row) {
        Set<String> roles = new TreeSet<>(row.getHeader());
        Set<String> expected = new TreeSet<>(Set.of(ANONYMOUS));
        for (Role role : Role.values()) expected.add(role.name());
        roles.retainAll(expected);
        assertThat(roles).isEqualTo(expected);
        return roles;
    }

    static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(KEPT_BY_HAND.resolve(file)))) {
            return rows.stream().toList();
        }
    }
}
