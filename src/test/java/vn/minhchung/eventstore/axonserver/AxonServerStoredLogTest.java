package vn.minhchung.eventstore.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.eventstore.axonserver.ServerFixture.event;
import static vn.minhchung.testing.Eventually.eventually;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.log.LeafEntry;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.FakeAxonServer;
import vn.minhchung.testing.TestPostgres;

/** What is sealed of a log on Axon Server are the events as they were given, so the tree is that of the other store. */
class AxonServerStoredLogTest {
    private final FakeAxonServer fake = new FakeAxonServer();
    private final AxonServerConnectionManager connections = ServerFixture.connections(fake);
    private final AxonServerStore store = new AxonServerStore(
            () -> connections.getConnection().eventChannel(),
            TestPostgres.freshDatabase().app(),
            new JacksonEventCodec(new EventTypes(List.of()), List.of()),
            InstantSource.system());

    @AfterEach
    void stop() {
        store.close();
        connections.shutdown();
        fake.close();
    }

    @Test
    void pages_have_the_events_of_the_server_at_their_positions() {
        List<NewEvent> given = new ArrayList<>();
        for (int i = 0; i < 300; i++) given.add(event("note:" + i % 7, i / 7));
        fake.store(given.stream().map(WireEvents::toWire).toList());
        StoredLog log = store.start().storedLog();
        assertThat(log.head()).isEqualTo(300);

        List<StoredEvent> read = new ArrayList<>();
        eventually(() -> {
            read.addAll(log.after(read.size(), 128));
            assertThat(read).hasSize(300);
        });
        long before = 0;
        for (int i = 0; i < given.size(); i++) {
            before = StoredEvent.recordedAfter(before, given.get(i).storedMs());
            StoredEvent expected = given.get(i).at(i + 1, before);
            assertThat(LeafEntry.of(read.get(i), new byte[16])).isEqualTo(LeafEntry.of(expected, new byte[16]));
            assertThat(read.get(i).envelope()).isEqualTo(expected.envelope());
        }
        assertThat(log.after(300, 10)).isEmpty();
    }
}
