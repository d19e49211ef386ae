package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What a task pins is what the shipped versions say is pinned by that fact. */
class PinnedVersionsTest {
    private static final Path SHIPPED = Path.of("src/main/resources/rules");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> families() {
        return PinnedVersions.FAMILIES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_shipped_version_names_the_same_trigger(String family) throws IOException {
        List<Path> versions;
        try (Stream<Path> files = Files.list(SHIPPED.resolve(family))) {
            versions = files.toList();
        }
        assertThat(versions).isNotEmpty();
        for (Path version : versions) {
            assertThat(JSON.readTree(Files.readString(version)).get("trigger").asString())
                    .as(version.toString())
                    .isEqualTo(String.valueOf(PinnedVersions.FAMILIES.get(family)));
        }
    }
}
