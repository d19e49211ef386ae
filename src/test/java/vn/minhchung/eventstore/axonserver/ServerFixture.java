package vn.minhchung.eventstore.axonserver;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.testing.FakeAxonServer;

/** Lines to the stand-in for the server, and events to put in. */
final class ServerFixture {
    private ServerFixture() {}

    static AxonServerConnectionManager connections(FakeAxonServer server) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setServers(server.address());
        configuration.setClientId(UUID.randomUUID().toString());
        configuration.setComponentName("minhchung");
        configuration.setReconnectInterval(100);
        return AxonServerSettings.connections(configuration);
    }

    static NewEvent event(String stream, long sequence) {
        return new NewEvent(
                UUID.randomUUID(),
                stream,
                sequence,
                "Note",
                "storetest.Noted",
                "1",
                1_000,
                "{}".getBytes(StandardCharsets.UTF_8),
                """
                {"build":"b","extra":{},"part":"1/1","rules":[],"salt":"%s","warnings":[]}""".formatted("0f".repeat(16)).getBytes(StandardCharsets.UTF_8));
    }
}
