package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import vn.minhchung.testing.TaggedRun;

/** The acceptance tests of the money path over Axon Server, with both servers in containers. */
class MoneyPathInContainersTest {
    private static final String AXON_SERVER = "axoniq/axonserver:2023.1.2-jdk-17-dev";
    private static final String POSTGRES = "postgres:18.4";
    private static final int GRPC = 8124;
    private static final int HTTP = 8024;

    @Test
    void the_images_are_those_of_the_compose_file() throws Exception {
        assertThat(Files.readString(Path.of("axon/server/compose.yaml")))
                .contains("image: " + AXON_SERVER, "image: " + POSTGRES);
    }

    @Test
    void it_is_the_same_over_axon_server() throws Exception {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no container engine answers: the money path was not tested over Axon Server in containers");
        try (GenericContainer<?> server = axonServer();
                PostgreSQLContainer postgres = postgres()) {
            server.start();
            postgres.start();

            int failed = TaggedRun.of(
                    "axonserver",
                    List.of(
                            "minhchung.axonserver=" + address(server, GRPC),
                            "minhchung.axonserver.http=" + address(server, HTTP),
                            "minhchung.postgres=" + address(postgres, PostgreSQLContainer.POSTGRESQL_PORT),
                            "minhchung.postgres.password=" + postgres.getPassword()));

            assertThat(failed).isZero();
        }
    }

    private static GenericContainer<?> axonServer() {
        return new GenericContainer<>(DockerImageName.parse(AXON_SERVER))
                .withEnv("AXONIQ_AXONSERVER_STANDALONE", "true")
                .withEnv("AXONIQ_AXONSERVER_DEVMODE_ENABLED", "true")
                .withExposedPorts(GRPC, HTTP)
                .waitingFor(Wait.forHttp("/actuator/health")
                        .forPort(HTTP)
                        .forStatusCode(200)
                        .withStartupTimeout(Duration.ofMinutes(3)));
    }

    private static PostgreSQLContainer postgres() {
        return new PostgreSQLContainer(POSTGRES)
                .withUsername("postgres")
                .withCommand("postgres", "-c", "max_connections=200", "-c", "log_timezone=UTC");
    }

    private static String address(GenericContainer<?> container, int port) {
        return container.getHost() + ":" + container.getMappedPort(port);
    }
}
