package vn.minhchung.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import vn.minhchung.Application;
import vn.minhchung.states.Machines;
import vn.minhchung.states.StateDiagram;
import vn.minhchung.testing.Golden;

/** What {@code docs/generated} says is what the code says; {@code -Dgolden=write} writes it anew. */
class DocsTest {
    private static final Path GENERATED = Path.of("docs/generated");
    private static final Path MODULES = GENERATED.resolve("modules");

    private final Documents documents = new Documents();

    @Test
    void events() {
        Golden.check(GENERATED.resolve("events.md"), documents.events());
    }

    @Test
    void commands() {
        Golden.check(GENERATED.resolve("commands.md"), documents.commands());
    }

    @Test
    void access() {
        Golden.check(GENERATED.resolve("access.md"), documents.access());
    }

    @Test
    void tables() {
        Golden.check(GENERATED.resolve("tables.md"), documents.tables());
    }

    @Test
    void states() {
        Golden.check(GENERATED.resolve("states.md"), StateDiagram.document(Machines.all()));
    }

    @Test
    void module_canvases_and_diagrams() throws IOException {
        Path written = Files.createDirectories(Path.of("target/generated-docs/modules"));
        new Documenter(
                        ApplicationModules.of(Application.class),
                        Documenter.Options.defaults().withOutputFolder(written.toString()))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();

        for (String file : names(written)) {
            Golden.check(MODULES.resolve(file), inOneOrder(Files.readString(written.resolve(file))));
        }
        assertThat(names(MODULES)).as("documents of modules that are no more").isEqualTo(names(written));
    }

    /** Diagrams and canvases list some things in the order of a hash map: neighbours of a kind are sorted. */
    private static String inOneOrder(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1;
            while (to < lines.size() && kind(lines.get(to)).equals(kind(lines.get(from)))) to++;
            if (kind(lines.get(from)).endsWith("(")) Collections.sort(lines.subList(from, to));
            from = to;
        }
        return String.join("\n", lines) + "\n";
    }

    private static String kind(String line) {
        if (line.startsWith("** ")) return "** (";
        int bracket = line.indexOf('(');
        return bracket < 0 ? line : line.substring(0, bracket + 1);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            return names;
        }
    }
}
