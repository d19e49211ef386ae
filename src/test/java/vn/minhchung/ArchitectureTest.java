package vn.minhchung;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.architecture.Rules;
import vn.minhchung.architecture.SourceRules;

/** The rules of the code base; for each, an offender shows that it can fail. */
class ArchitectureTest {
    private static final String OFFENDERS = "vn.minhchung.architecture.offending";
    private static final Path OFFENDING_FOLDER = Path.of("src/test/java/vn/minhchung/architecture/offending/shop/read");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.minhchung");
    private static final JavaClasses OFFENDING = new ClassFileImporter().importPackages(OFFENDERS);

    static Stream<String> rules() {
        return Rules.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String rule) {
        Objects.requireNonNull(Rules.all().get(rule)).allowEmptyShould(true).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void can_fail(String rule) {
        var result = Objects.requireNonNull(Rules.all().get(rule)).evaluate(OFFENDING);

        assertThat(result.hasViolation()).as(rule).isTrue();
    }

    @Test
    void sql_of_a_module_names_only_its_own_tables() {
        var foreign = new TreeMap<String, List<String>>();
        SourceRules.sources(SourceRules.MAIN).forEach((file, text) -> {
            Path inside = SourceRules.MAIN.relativize(file);
            String module = inside.getName(0).toString();
            if (inside.getNameCount() < 2
                    || List.of("kernel", "platform", "eventstore").contains(module)) return;
            List<String> tables = SourceRules.foreignTables(module, text);
            if (!tables.isEmpty()) foreign.put(inside.toString(), tables);
        });

        assertThat(foreign).isEmpty();
    }

    @Test
    void the_table_of_another_module_is_found() {
        String offending = SourceRules.sources(OFFENDING_FOLDER).get(OFFENDING_FOLDER.resolve("OffendingRead.java"));

        assertThat(SourceRules.foreignTables("shop", Objects.requireNonNull(offending)))
                .containsExactly("budgets_posting");
    }

    @Test
    void no_evolve_and_no_projector_swallows_a_new_event() {
        List<String> swallowing = SourceRules.sources(SourceRules.MAIN).entrySet().stream()
                .filter(source -> SourceRules.swallowsNewEvents(source.getValue()))
                .map(source -> source.getKey().toString())
                .toList();

        assertThat(swallowing).isEmpty();
    }

    @Test
    void a_projector_that_swallows_new_events_is_found() {
        String offending = SourceRules.sources(OFFENDING_FOLDER).get(OFFENDING_FOLDER.resolve("OffendingRead.java"));

        assertThat(SourceRules.swallowsNewEvents(Objects.requireNonNull(offending)))
                .isTrue();
    }

    @Test
    void no_test_waits_by_sleeping() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("vn.minhchung");

        Rules.noSleeping().check(tests);
    }
}
