package vn.minhchung.bench;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jpa.JpaTokenStore;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.minhchung.testing.HibernateUnit;
import vn.minhchung.testing.TestPostgres;

/**
 * The smallest application that stock Axon on JPA allows: one aggregate, command bus, event store, and one projector behind a
 * tracking processor (one thread, 500 events a batch) that keeps one table. A pooled streaming processor looks only every half
 * second whether Axon's own event store has something new; a tracking one is woken. No authorisation, no idempotency, one
 * view; our {@code registerOrganisation} has all views.
 */
final class StockApplication {
    private static final MetaData ENVELOPE = MetaData.with("envelope", Rows.text(Rows.ENVELOPE, "envelope"));
    private static final int OF_THE_PROCESSOR = 4;
    private static final int BATCH = 500;

    private StockApplication() {}

    record Register(@TargetAggregateIdentifier String id, String name, String kind) {}

    record Registered(String id, String name, String kind) {}

    /** The aggregate; Axon fills it from its events. */
    static class Registration {
        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable String id;

        protected Registration() {}

        @CommandHandler
        Registration(Register command) {
            AggregateLifecycle.apply(new Registered(command.id(), command.name(), command.kind()), ENVELOPE);
        }

        @EventSourcingHandler
        void on(Registered event) {
            id = event.id();
        }
    }

    /** A row of the one view. */
    @Entity(name = "registered")
    static class Row {
        @Id
        String id = "";

        String name = "";
        String kind = "";

        protected Row() {}

        Row(Registered event) {
            id = event.id();
            name = event.name();
            kind = event.kind();
        }
    }

    /** The projector; tells whoever waits for a row when it is committed. */
    static final class Projector {
        private final HibernateUnit unit;
        private final Map<String, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();

        private Projector(HibernateUnit unit) {
            this.unit = unit;
        }

        @EventHandler
        void on(Registered event) {
            unit.getEntityManager().persist(new Row(event));
            CurrentUnitOfWork.get().afterCommit(_ -> {
                CompletableFuture<Boolean> waiter = waiting.remove(event.id());
                if (waiter != null) waiter.complete(true);
            });
        }
    }

    /** Each call returns when the view has its row, as each of ours does. */
    static Peer awaited(TestPostgres.Database database, int callers) throws SQLException {
        return open(database, callers, true);
    }

    /** Each call returns when its event is durable; the view may lag as much as it likes. */
    static Peer answered(TestPostgres.Database database, int callers) throws SQLException {
        return open(database, callers, false);
    }

    private static Peer open(TestPostgres.Database database, int callers, boolean await) throws SQLException {
        GenericEventMessage.clock = Clock.systemUTC();
        HikariDataSource pool = Rows.pool(database, callers, OF_THE_PROCESSOR);
        List<Class<?>> entities = new ArrayList<>(HibernateUnit.axon());
        entities.add(Row.class);
        HibernateUnit unit = StockAxon.hibernate(pool, entities);
        Projector projector = new Projector(unit);
        Configuration application = configured(unit, projector);
        application.start();
        return Peer.calling(
                (caller, n) -> {
                    String id = UUID.randomUUID().toString();
                    CompletableFuture<Boolean> seen = new CompletableFuture<>();
                    if (await) projector.waiting.put(id, seen);
                    application
                            .commandGateway()
                            .sendAndWait(new Register(id, "Tổ chức %d-%d".formatted(caller, n), "ENTERPRISE"));
                    if (await) seen.get(1, TimeUnit.MINUTES);
                },
                () -> {
                    application.shutdown();
                    unit.close();
                    pool.close();
                });
    }

    /** Modules are not searched for: one of them would call Axon Server. */
    private static Configuration configured(HibernateUnit unit, Projector projector) {
        EventProcessingModule processing = new EventProcessingModule();
        processing
                .registerTokenStore(_ -> JpaTokenStore.builder()
                        .entityManagerProvider(unit)
                        .serializer(StockAxon.JSON)
                        .build())
                .registerEventHandler(_ -> projector)
                .registerTrackingEventProcessorConfiguration(
                        _ -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                .usingTrackingEventProcessors();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
        configurer.registerModule(processing);
        return configurer
                .configureSerializer(_ -> StockAxon.JSON)
                .registerComponent(TransactionManager.class, _ -> unit)
                .configureEmbeddedEventStore(_ -> StockAxon.engine(unit))
                .configureAggregate(Registration.class)
                .buildConfiguration();
    }
}
