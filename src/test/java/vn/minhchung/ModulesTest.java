package vn.minhchung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/**
 * Modules form a directed acyclic graph and see of each other only the root packages they list. {@code verify()} answers
 * only once per JVM, so violations are detected anew.
 */
class ModulesTest {

    @Test
    void modules_know_only_what_they_may() {
        ApplicationModules.of(Application.class).detectViolations().throwIfPresent();
    }

    /** A package's words in the test folder would hide the module's declaration, and with it the violations. */
    @Test
    void no_package_of_the_tests_hides_a_module_s_declaration() throws IOException {
        Path main = Path.of("src/main/java");
        Path test = Path.of("src/test/java");
        try (Stream<Path> files = Files.walk(test)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .map(test::relativize)
                            .filter(file -> Files.exists(main.resolve(file))))
                    .isEmpty();
        }
    }

    @Test
    void a_cycle_and_a_reach_into_the_inside_are_found() {
        var offending = ApplicationModules.of(
                "vn.minhchung.architecture.offending.modules", new ImportOption.OnlyIncludeTests());

        assertThatThrownBy(() -> offending.detectViolations().throwIfPresent())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Cycle")
                .hasMessageContaining("Inside");
    }
}
