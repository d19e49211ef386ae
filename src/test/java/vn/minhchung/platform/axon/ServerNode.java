package vn.minhchung.platform.axon;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import vn.minhchung.eventstore.EnvelopeSealer;
import vn.minhchung.eventstore.axonserver.AxonServerStore;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.CommandGate;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.testing.TestPostgres;

/** One node of the profile {@code axonserver}, without views and HTTP. */
final class ServerNode implements AutoCloseable {
    final AxonServerConnectionManager connections;
    final AxonServerStore store;
    final Commands commands;
    private final AxonServerCommandBus bus;

    ServerNode(
            String address,
            TestPostgres.Database database,
            EventCodec codec,
            Function<Aggregates, ? extends Desk> desk) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setServers(address);
        configuration.setClientId(UUID.randomUUID().toString());
        configuration.setComponentName("minhchung");
        configuration.setReconnectInterval(100);
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        store = started(new AxonServerStore(
                () -> connections.getConnection().eventChannel(), database.app(), codec, InstantSource.system()));
        EventStore events = CommandWiring.eventStore(store.engine(new EnvelopeSealer("test", () -> null)));
        var configured = new AxonServerCommandConfiguration();
        bus = configured.axonServerCommandBus(connections, configuration);
        bus.start();
        var routed = configured.commandBus(bus);
        CommandWiring.register(routed, List.of(desk.apply(new AxonAggregates(events, store.sequences()))));
        commands = new SendingCommands(routed, events, store.requestLog(), store.sequences(), CommandGate.OPEN);
    }

    private AxonServerStore started(AxonServerStore made) {
        try {
            return made.start();
        } catch (RuntimeException e) {
            connections.shutdown();
            throw e;
        }
    }

    @Override
    public void close() {
        store.close();
        bus.disconnect().join();
        connections.shutdown();
    }
}
