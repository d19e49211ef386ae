package vn.minhchung.platform.axon;

import java.util.Collection;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import vn.minhchung.kernel.command.Desk;

/** The command side in two calls, the same for the application and for tests. */
public final class CommandWiring {
    private CommandWiring() {}

    /** Commands run in the caller's thread and without a database transaction: none is held while the appender works. */
    public static CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    public static EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    public static void register(CommandBus bus, Collection<? extends Desk> desks) {
        var resolvers = MultiParameterResolverFactory.ordered(
                new DecisionResolver(), ClasspathParameterResolverFactory.forClass(CommandWiring.class));
        desks.forEach(desk -> new AnnotationCommandHandlerAdapter<>(desk, resolvers).subscribe(bus));
    }
}
