package vn.minhchung.eventstore.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.minhchung.eventstore.SettingsRefused;

/** Passwords and tokens leave a machine encrypted, or somebody has said that they need not be. */
class AxonServerSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "axon.example:8124",
                "axon.example",
                "10.0.0.7:8124",
                "localhost:8124,10.0.0.7:8124",
                "localhost.example:8124",
                "128.0.0.1"
            })
    void a_server_on_another_machine_is_talked_to_over_tls_only(String servers) {
        assertThatThrownBy(() -> settings(Map.of("axon.axonserver.servers", servers)))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageStartingWith("axon.axonserver.servers trỏ tới máy khác (")
                .hasMessageContaining(" names another machine (")
                .hasMessageContaining("axon.axonserver.ssl-enabled")
                .hasMessageContaining("minhchung.axonserver.plain-text=true");

        assertThat(settings(Map.of("axon.axonserver.servers", servers, "axon.axonserver.ssl-enabled", "true"))
                        .isSslEnabled())
                .isTrue();
        assertThat(settings(Map.of("axon.axonserver.servers", servers, "minhchung.axonserver.plain-text", "true"))
                        .getServers())
                .isEqualTo(servers);
    }

    @Test
    void the_host_that_is_meant_is_named() {
        assertThatThrownBy(() -> settings(Map.of("axon.axonserver.servers", "localhost:8124, axon.example:8124")))
                .hasMessageContaining("(axon.example)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8124", "127.0.0.1:8124", "127.9.8.7", "localhost:1,127.0.0.1:2"})
    void a_server_on_this_machine_needs_none(String servers) {
        assertThat(settings(Map.of("axon.axonserver.servers", servers)).getServers())
                .isEqualTo(servers);
    }

    /** As the profile reads them. */
    private static AxonServerConfiguration settings(Map<String, String> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(properties)));
        return new AxonServerStoreConfiguration().axonServerConfiguration(environment);
    }
}
