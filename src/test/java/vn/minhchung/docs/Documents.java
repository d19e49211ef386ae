package vn.minhchung.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.testing.CommandTypes;

/** The generated documents, as text. */
final class Documents {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.minhchung");

    private final Javadocs javadocs = new Javadocs();

    String events() {
        Map<String, Map<String, String>> modules = new TreeMap<>();
        for (JavaClass type : MAIN) {
            if (!type.isAnnotatedWith(EventType.class)) continue;
            EventType named = type.getAnnotationOfType(EventType.class);
            String module = named.name().substring(0, named.name().indexOf('.'));
            modules.computeIfAbsent(module, _ -> new TreeMap<>()).put(named.name(), event(type, named));
        }
        StringBuilder text = new StringBuilder("""
                # Events

                Generated. Every kind of event: its stored name, which never changes, its revision, what it means, what it
                holds, where it is made and who reads it (`audit` reads all, from the raw message).
                """);
        modules.forEach((module, events) -> {
            text.append("\n## ").append(module).append("\n");
            events.values().forEach(text::append);
        });
        return text.toString();
    }

    private String event(JavaClass type, EventType named) {
        return """

                ### %s, revision %d

                %s

                - holds: %s
                - made in: %s
                - read by: %s
                """.formatted(
                        named.name(),
                        named.revision(),
                        javadocs.of(type.reflect()),
                        components(type.reflect()),
                        joined(madeIn(type)),
                        joined(readBy(type)));
    }

    private static String components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> "`" + component.getName() + ": " + name(component.getGenericType())
                        + (nullable(component) ? "?" : "") + "`")
                .collect(Collectors.joining(", "));
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(Type type) {
        return switch (type) {
            case Class<?> plain -> plain.getSimpleName();
            case ParameterizedType generic ->
                name(generic.getRawType())
                        + Stream.of(generic.getActualTypeArguments())
                                .map(Documents::name)
                                .collect(Collectors.joining(", ", "<", ">"));
            default -> type.getTypeName();
        };
    }

    private static Set<String> madeIn(JavaClass event) {
        Set<String> places = new TreeSet<>();
        event.getConstructorCallsToSelf().forEach(call -> {
            JavaClass owner = call.getOriginOwner();
            if (!owner.equals(event)) places.add(place(owner));
        });
        return places;
    }

    private static Set<String> readBy(JavaClass event) {
        Set<String> made = madeIn(event);
        Set<String> places = new TreeSet<>();
        event.getDirectDependenciesToSelf().forEach(dependency -> {
            JavaClass origin = dependency.getOriginClass();
            boolean reads = origin.getPackageName().contains(".read")
                    || origin.getPackageName().contains(".process");
            if (reads && !made.contains(place(origin))) places.add(place(origin));
        });
        return places;
    }

    private static String place(JavaClass type) {
        String name = type.getName().substring("vn.minhchung.".length());
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static String joined(Set<String> places) {
        return places.isEmpty() ? "–" : places.stream().map(p -> "`" + p + "`").collect(Collectors.joining(", "));
    }

    String commands() {
        StringBuilder text = new StringBuilder("""
                # Commands

                Generated. Each mutation with who may send it, who may have decided it where that is somebody else
                (decisions recorded from paper), and whether the sender must say what he had seen (`seenAt`).

                | Mutation | What it does | May be sent by | May be decided by | `seenAt` |
                |---|---|---|---|---|
                """);
        CommandTypes.declared().forEach((mutation, type) -> {
            MayBeSentBy declared = Objects.requireNonNull(type.getAnnotation(MayBeSentBy.class));
            text.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            mutation,
                            javadocs.of(type),
                            roles(declared.roles()),
                            declared.deciders().length == 0 ? "the sender" : roles(declared.deciders()),
                            declared.seen() ? "yes" : ""));
        });
        return text.toString();
    }

    private static String roles(Role[] roles) {
        return Arrays.stream(roles).map(Role::name).sorted().collect(Collectors.joining(", "));
    }

    String access() {
        TypeDefinitionRegistry schema =
                new SchemaParser().parse(Path.of("schema.graphqls").toFile());
        StringBuilder text = new StringBuilder("""
                # Who may read what

                Generated from `@readBy` in `schema.graphqls`. A field without a line of its own follows its type. What may
                not be read is withheld (null, with path and reason in `extensions.withheld`); an object that may not be seen
                is absent, as if its id were unknown.

                | Type or field | Read by |
                |---|---|
                """);
        Map<String, String> lines = new TreeMap<>();
        for (ObjectTypeDefinition type : schema.getTypes(ObjectTypeDefinition.class)) {
            lines.put(type.getName(), policy(type));
            fields(schema, type).forEach(field -> {
                String own = policy(field);
                if (!own.isEmpty()) lines.put(type.getName() + "." + field.getName(), own);
            });
        }
        lines.forEach((name, policy) -> text.append("| `%s` | %s |\n".formatted(name, policy)));
        return text.toString();
    }

    private static List<FieldDefinition> fields(TypeDefinitionRegistry schema, ObjectTypeDefinition type) {
        List<FieldDefinition> fields = new ArrayList<>(type.getFieldDefinitions());
        schema.objectTypeExtensions()
                .getOrDefault(type.getName(), List.of())
                .forEach(extension -> fields.addAll(extension.getFieldDefinitions()));
        return fields;
    }

    private static String policy(DirectivesContainer<?> node) {
        for (Directive directive : node.getDirectives("readBy")) {
            Argument argument = directive.getArgument("policy");
            if (argument != null && argument.getValue() instanceof EnumValue policy) return policy.getName();
        }
        return "";
    }

    String tables() {
        Map<String, String> tables = new TreeMap<>();
        for (JavaClass type : MAIN) {
            for (JavaField field : type.getFields()) {
                if (!field.getModifiers().contains(JavaModifier.STATIC)) continue;
                Object value = field.getRawType().isEquivalentTo(ViewTable.class)
                                || field.getRawType().isEquivalentTo(RowTable.class)
                        ? valueOf(field)
                        : null;
                switch (value) {
                    case ViewTable<?> table -> tables.put(table.name(), view(table));
                    case RowTable table -> tables.put(table.name(), rows(table));
                    case null, default -> {}
                }
            }
        }
        return """
                # Tables of the views

                Generated. All of them are functions of the events and can be rebuilt at any time. A *view* holds one row per
                object and change: `id`, `from_position`, `ended`, the whole record as `doc`, and the columns lists filter by;
                beside it `<name>_id` holds each object's first position. *Rows* are facts that never change, each with the
                `position` of its event.
                """ + String.join("", tables.values());
    }

    private static @Nullable Object valueOf(JavaField field) {
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String view(ViewTable<?> table) {
        String columns = table.columns().stream()
                .map((Column<?> column) -> "`" + column.name() + " " + column.sqlType() + "`")
                .collect(Collectors.joining(", "));
        return "\n## %s (view)\n\n- record: %s\n- columns: %s\n"
                .formatted(table.name(), components(table.type()), columns.isEmpty() ? "–" : columns);
    }

    private static String rows(RowTable table) {
        return "\n## %s (rows)\n\n- columns: %s\n- indexes: %s\n"
                .formatted(
                        table.name(),
                        table.columns().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", ")),
                        table.indexes().stream().map(i -> "`" + i + "`").collect(Collectors.joining(", ")));
    }
}
