package vn.minhchung.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a person wrote down of each kind of object, state by state and command by command ({@code states/*.csv}, read from the
 * domain notes), beside what the code does.
 */
class StatesTest {
    /** Reached by no command yet. */
    private static final Set<String> NOT_REACHED = Set.of("TaskState.SETTLED");

    @TestFactory
    Stream<DynamicTest> each_table_says_what_the_code_does() {
        return Machines.all().stream()
                .map(machine -> DynamicTest.dynamicTest(
                        machine.name(),
                        () -> assertThat(differences(StateTable.read(machine.name()), machine))
                                .isEmpty()));
    }

    @Test
    void every_table_is_compared() throws IOException {
        Set<String> compared = Machines.all().stream().map(StateMachine::name).collect(Collectors.toSet());
        compared.add("adjustment-deciders");
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/states"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".csv", "")))
                    .containsExactlyInAnyOrderElementsOf(compared);
        }
    }

    @Test
    void every_state_the_api_tells_is_reached() {
        Set<String> reached = new TreeSet<>();
        for (StateMachine machine : Machines.all())
            machine.transitions().forEach(each -> reached.add(machine.states().getSimpleName() + "." + each.to()));
        Set<String> missing = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.minhchung.projects", "vn.minhchung.budgets")) {
            if (type.isEnum() && type.getSimpleName().endsWith("State"))
                for (Object value : type.reflect().getEnumConstants()) missing.add(type.getSimpleName() + "." + value);
        }
        assertThat(missing).hasSizeGreaterThan(50);
        missing.removeAll(reached);
        missing.removeAll(NOT_REACHED);
        assertThat(missing).isEmpty();
    }

    /** The control: whatever is changed in a table is found. */
    @TestFactory
    Stream<DynamicTest> a_changed_table_is_noticed() {
        return Machines.all().stream()
                .map(machine -> DynamicTest.dynamicTest(machine.name(), () -> {
                    StateTable written = StateTable.read(machine.name());
                    for (String line : written.lines().keySet()) {
                        assertThat(differences(without(written, line), machine))
                                .as("without %s", line)
                                .isNotEmpty();
                        for (String column : written.columns())
                            assertThat(differences(with(written, line, column), machine))
                                    .as("another outcome of %s in %s", line, column)
                                    .isNotEmpty();
                    }
                }));
    }

    private static StateTable without(StateTable table, String line) {
        Map<String, Map<String, String>> lines = new LinkedHashMap<>(table.lines());
        lines.remove(line);
        return new StateTable(table.columns(), lines);
    }

    /** A refusal becomes a move, a move a refusal. */
    private static StateTable with(StateTable table, String line, String column) {
        Map<String, Map<String, String>> lines = new LinkedHashMap<>(table.lines());
        Map<String, String> cells = new LinkedHashMap<>(Objects.requireNonNull(lines.get(line)));
        boolean refused = StateMachine.refusal(table.cell(line, column));
        cells.put(column, refused ? table.state(column) : "FORBIDDEN");
        lines.put(line, cells);
        return new StateTable(table.columns(), lines);
    }

    private static List<String> differences(StateTable written, StateMachine machine) {
        List<String> found = new ArrayList<>();
        both("column", new LinkedHashSet<>(written.columns()), machine.columns(), found);
        both("command", written.commands(), machine.lines(), found);
        if (!written.lines().containsKey("state")) found.add("no line tells the state of a column");
        if (!found.isEmpty()) return found;
        for (String column : written.columns()) {
            differ(column, "state", written.state(column), machine.state(column), found);
            for (String line : written.commands())
                differ(column, line, written.cell(line, column), machine.outcome(line, column), found);
        }
        both("transition", transitions(written), machine.transitions(), found);
        return found;
    }

    private static Set<Transition> transitions(StateTable written) {
        Set<Transition> all = new LinkedHashSet<>();
        for (String line : written.commands())
            for (String column : written.columns()) {
                String cell = written.cell(line, column);
                if (!StateMachine.refusal(cell))
                    all.add(new Transition(written.state(column), StateMachine.mutationOf(line), cell));
            }
        return all;
    }

    private static void differ(String column, String line, String written, String found, List<String> into) {
        if (!written.equals(found))
            into.add("%s in %s: written down %s, found %s".formatted(line, column, written, found));
    }

    private static <T> void both(String what, Set<T> written, Set<T> found, List<String> into) {
        written.stream()
                .filter(each -> !found.contains(each))
                .forEach(each -> into.add(what + " only written: " + each));
        found.stream()
                .filter(each -> !written.contains(each))
                .forEach(each -> into.add(what + " not written: " + each));
    }
}
