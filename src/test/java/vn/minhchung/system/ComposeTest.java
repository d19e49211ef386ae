package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Compose file of {@code axon/server}, read as YAML: what it starts, and that nothing in it is left open. */
class ComposeTest {
    private static final Path FOLDER = Path.of("axon/server");
    private static final Pattern PINNED = Pattern.compile("[a-z/-]+:\\d[\\w.-]*\\d[\\w.-]*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");

    private final Map<String, Map<String, Object>> services;
    private final String text;

    @SuppressWarnings("unchecked")
    ComposeTest() throws IOException {
        text = Files.readString(FOLDER.resolve("compose.yaml"));
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        services = (Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("services"));
    }

    @Test
    void it_starts_axon_server_postgresql_and_two_nodes() {
        assertThat(services).containsOnlyKeys("axonserver", "postgres", "node1", "node2");
        for (String node : List.of("node1", "node2")) {
            assertThat(map(node, "environment"))
                    .containsEntry("SPRING_PROFILES_ACTIVE", "axonserver")
                    .containsEntry("AXON_AXONSERVER_SERVERS", "axonserver:8124")
                    .containsEntry("AXON_AXONSERVER_SSLENABLED", "true");
            assertThat(map(node, "depends_on"))
                    .containsEntry("axonserver", Map.of("condition", "service_healthy"))
                    .containsEntry("postgres", Map.of("condition", "service_healthy"));
        }
        assertThat(map("node1", "environment").get("AXON_AXONSERVER_CLIENTID"))
                .isNotEqualTo(map("node2", "environment").get("AXON_AXONSERVER_CLIENTID"));
    }

    @Test
    void every_image_is_pinned_and_every_service_says_when_it_is_well() {
        services.forEach((name, service) -> {
            assertThat(String.valueOf(service.get("image"))).as(name).matches(PINNED);
            assertThat(service).as(name).containsKey("healthcheck");
            assertThat(map(name, "healthcheck")).containsKeys("test", "interval", "retries");
        });
    }

    @Test
    void what_must_last_is_on_volumes_and_every_file_that_is_mounted_is_there_or_made_beforehand() {
        assertThat(mounts("axonserver")).contains("/axonserver/events", "/axonserver/data");
        assertThat(mounts("postgres")).contains("/var/lib/postgresql");
        Set<String> missing = new HashSet<>();
        services.keySet()
                .forEach(name -> list(name, "volumes").forEach(volume -> {
                    String source = volume.substring(0, volume.indexOf(':'));
                    if (source.startsWith(".") && !Files.exists(FOLDER.resolve(source))) missing.add(source);
                }));
        missing.removeIf(source -> source.startsWith("./tls") || source.startsWith("../../target/minhchung-"));
        assertThat(missing).isEmpty();
    }

    @Test
    void no_password_stands_in_it_and_the_readme_names_those_that_are_asked_for() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        Set<String> asked = new HashSet<>();
        VARIABLE.matcher(text).results().forEach(found -> asked.add(found.group(1)));

        assertThat(asked).isNotEmpty().allSatisfy(variable -> assertThat(readme).contains(variable));
        services.keySet()
                .forEach(name -> map(name, "environment").forEach((key, value) -> {
                    if (key.contains("PASSWORD") || key.contains("TOKEN")) {
                        assertThat(String.valueOf(value)).as(name + " " + key).startsWith("${");
                    }
                }));
    }

    @Test
    void the_jar_it_mounts_is_the_one_that_is_built() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        var version = Pattern.compile("<artifactId>minhchung</artifactId>\\s*<version>([^<]+)<")
                .matcher(pom);
        assertThat(version.find()).isTrue();

        assertThat(text).contains("../../target/minhchung-%s.jar".formatted(version.group(1)));
    }

    @Test
    void the_server_keeps_its_files_where_the_volumes_are_and_lets_in_only_who_shows_the_token_over_tls()
            throws IOException {
        Properties server = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("axonserver.properties"))) {
            server.load(reader);
        }

        assertThat(mounts("axonserver"))
                .contains(
                        server.getProperty("axoniq.axonserver.event.storage"),
                        server.getProperty("axoniq.axonserver.controldb-path"));
        assertThat(server.getProperty("axoniq.axonserver.accesscontrol.enabled"))
                .isEqualTo("true");
        assertThat(server.getProperty("axoniq.axonserver.accesscontrol.token")).isEqualTo("${AXONSERVER_TOKEN}");
        assertThat(server.getProperty("axoniq.axonserver.ssl.enabled")).isEqualTo("true");
        assertThat(server.getProperty("axoniq.axonserver.devmode.enabled")).isEqualTo("false");
    }

    private List<String> mounts(String service) {
        return list(service, "volumes").stream()
                .map(volume -> volume.split(":", -1)[1])
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(String service, String key) {
        return (Map<String, Object>) Objects.requireNonNull(
                Objects.requireNonNull(services.get(service)).getOrDefault(key, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String service, String key) {
        return (List<String>) Objects.requireNonNull(
                Objects.requireNonNull(services.get(service)).getOrDefault(key, List.of()));
    }
}
