package vn.minhchung;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.testing.CommandTypes;

/** The contract as a text: described in both languages, declared for readers, and one command behind each mutation. */
class SchemaTest {
    private static final Set<String> BOOKKEEPING = Set.of("idempotencyKey", "seenAt", "decision");
    /** Mutations that are no command. */
    private static final Set<String> NO_COMMAND = Set.of("ping");

    private static final TypeDefinitionRegistry SCHEMA =
            new SchemaParser().parse(Path.of("schema.graphqls").toFile());

    @Test
    void everything_is_described_in_vietnamese_then_in_english() {
        Map<String, AbstractDescribedNode<?>> nodes = described();
        Set<String> poor = new TreeSet<>();
        nodes.forEach((name, node) -> {
            String text = node.getDescription() == null
                    ? ""
                    : node.getDescription().getContent().strip();
            List<String> lines =
                    text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
            if (lines.size() < 2) poor.add(name);
        });

        assertThat(poor).as("not described in two languages").isEmpty();
        assertThat(nodes).hasSizeGreaterThan(300);
    }

    @Test
    void every_field_says_who_may_read_it() {
        Set<String> undeclared = new TreeSet<>();
        SCHEMA.types().values().forEach(type -> {
            boolean declared = readBy(type);
            fieldsOf(type).stream()
                    .filter(field -> !declared && !readBy(field))
                    .forEach(field -> undeclared.add(type.getName() + "." + field.getName()));
        });
        SCHEMA.objectTypeExtensions().forEach((name, extensions) -> {
            boolean declared = readBy(Objects.requireNonNull(SCHEMA.getTypeOrNull(name)));
            extensions.forEach(extension -> extension.getFieldDefinitions().stream()
                    .filter(field -> !declared && !readBy(field))
                    .forEach(field -> undeclared.add(name + "." + field.getName())));
        });

        assertThat(undeclared).isEmpty();
    }

    @Test
    void every_mutation_is_one_command_and_every_command_one_mutation() {
        Set<String> mutations = new TreeSet<>(fields("Mutation").stream()
                .map(FieldDefinition::getName)
                .filter(name -> !NO_COMMAND.contains(name))
                .toList());

        assertThat(CommandTypes.declared().keySet()).containsExactlyInAnyOrderElementsOf(mutations);
    }

    @Test
    void the_fields_of_an_input_are_those_of_its_command() {
        Map<String, String> differences = new TreeMap<>();
        inSchema(CommandTypes.byMutation()).forEach((mutation, command) -> {
            Set<String> input = inputFields(mutation).keySet();
            for (String field : input) {
                if (!BOOKKEEPING.contains(field) && component(command, field) == null) {
                    differences.put(mutation + ".input." + field, "no component of " + command.getSimpleName());
                }
            }
            RecordComponent[] components = command.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                boolean derived = i == 0 && Id.class.isAssignableFrom(components[i].getType());
                if (!derived && !input.contains(components[i].getName())) {
                    differences.put(command.getSimpleName() + "." + components[i].getName(), "no field of the input");
                }
            }
        });

        assertThat(differences).isEmpty();
    }

    @Test
    void every_input_carries_an_idempotency_key_and_where_it_decides_what_was_seen() {
        Set<String> wrong = new TreeSet<>();
        inSchema(CommandTypes.declared()).forEach((mutation, command) -> {
            Map<String, InputValueDefinition> input = inputFields(mutation);
            if (!required(input.get("idempotencyKey"))) wrong.add(mutation + ": idempotencyKey: String!");
            boolean seen = Objects.requireNonNull(command.getAnnotation(MayBeSentBy.class))
                    .seen();
            if (seen != required(input.get("seenAt")))
                wrong.add(mutation + ": seenAt " + (seen ? "missing" : "unasked"));
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void every_payload_tells_object_position_events_replay_and_errors() {
        Set<String> wrong = new TreeSet<>();
        inSchema(CommandTypes.declared()).keySet().forEach(mutation -> {
            FieldDefinition field = field("Mutation", mutation);
            String payload = TypeInfo.typeInfo(field.getType()).getName();
            Set<String> names = new TreeSet<>(
                    fields(payload).stream().map(FieldDefinition::getName).toList());
            for (String fixed : List.of("position", "events", "replayed", "errors")) {
                if (!names.contains(fixed)) wrong.add(payload + "." + fixed);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void objects_with_an_id_have_a_stable_id() {
        Set<String> wrong = new TreeSet<>();
        SCHEMA.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.getImplements().stream()
                        .anyMatch(i -> TypeInfo.typeInfo(i).getName().equals("Node")))
                .filter(type -> type.getFieldDefinitions().stream()
                        .noneMatch(field -> field.getName().equals("stableId")))
                .forEach(type -> wrong.add(type.getName()));

        assertThat(wrong).isEmpty();
    }

    @Test
    void an_undescribed_field_is_found() {
        var offending = new SchemaParser().parse("\"\"\"\nMột dòng.\n\"\"\"\ntype Query { \"One line.\" a: Int }");

        assertThat(offending.getTypeOrNull("Query", ObjectTypeDefinition.class))
                .isNotNull()
                .satisfies(type -> assertThat(readBy(type)).isFalse());
    }

    /** Those that are missing are told by one test, not by all. */
    private static <T> Map<String, T> inSchema(Map<String, T> byMutation) {
        Map<String, T> present = new TreeMap<>(byMutation);
        present.keySet()
                .retainAll(fields("Mutation").stream()
                        .map(FieldDefinition::getName)
                        .toList());
        return present;
    }

    private static Map<String, AbstractDescribedNode<?>> described() {
        Map<String, AbstractDescribedNode<?>> nodes = new TreeMap<>();
        SCHEMA.types().values().forEach(type -> {
            nodes.put(type.getName(), (AbstractDescribedNode<?>) type);
            fieldsOf(type).forEach(field -> addField(nodes, type.getName(), field));
            if (type instanceof EnumTypeDefinition values) {
                values.getEnumValueDefinitions()
                        .forEach(value -> nodes.put(type.getName() + "." + value.getName(), value));
            }
            if (type instanceof InputObjectTypeDefinition input) {
                input.getInputValueDefinitions()
                        .forEach(value -> nodes.put(type.getName() + "." + value.getName(), value));
            }
        });
        SCHEMA.objectTypeExtensions()
                .forEach((name, extensions) -> extensions.forEach(
                        extension -> extension.getFieldDefinitions().forEach(field -> addField(nodes, name, field))));
        return nodes;
    }

    private static void addField(Map<String, AbstractDescribedNode<?>> nodes, String type, FieldDefinition field) {
        String name = type + "." + field.getName();
        nodes.put(name, field);
        field.getInputValueDefinitions().forEach(a -> nodes.put(name + "(" + a.getName() + ")", a));
    }

    private static List<FieldDefinition> fieldsOf(TypeDefinition<?> type) {
        return switch (type) {
            case ObjectTypeDefinition object -> object.getFieldDefinitions();
            case InterfaceTypeDefinition shape -> shape.getFieldDefinitions();
            default -> List.of();
        };
    }

    private static List<FieldDefinition> fields(String type) {
        List<FieldDefinition> fields =
                new ArrayList<>(fieldsOf(Objects.requireNonNull(SCHEMA.getTypeOrNull(type), type)));
        SCHEMA.objectTypeExtensions()
                .getOrDefault(type, List.of())
                .forEach(e -> fields.addAll(e.getFieldDefinitions()));
        return fields;
    }

    private static FieldDefinition field(String type, String name) {
        return fields(type).stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + "." + name));
    }

    private static Map<String, InputValueDefinition> inputFields(String mutation) {
        var argument = field("Mutation", mutation).getInputValueDefinitions().getFirst();
        var input =
                SCHEMA.getTypeOrNull(TypeInfo.typeInfo(argument.getType()).getName(), InputObjectTypeDefinition.class);
        Map<String, InputValueDefinition> fields = new TreeMap<>();
        Objects.requireNonNull(input, mutation)
                .getInputValueDefinitions()
                .forEach(value -> fields.put(value.getName(), value));
        return fields;
    }

    private static boolean required(@Nullable InputValueDefinition value) {
        return value != null && value.getType() instanceof NonNullType;
    }

    private static boolean readBy(Object node) {
        return node instanceof DirectivesContainer<?> container && container.hasDirective("readBy");
    }

    private static @Nullable RecordComponent component(Class<? extends Command> command, String name) {
        return Stream.of(command.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
