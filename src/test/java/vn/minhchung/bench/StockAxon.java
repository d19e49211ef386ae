package vn.minhchung.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import vn.minhchung.testing.HibernateUnit;
import vn.minhchung.testing.TestPostgres;

/**
 * Axon's own engines through its own event store, one event in a transaction of its own, the metadata as large as our envelope.
 * The JPA engine has what Axon's guide and Hibernate's advise: a sequence of its own of which fifty values are drawn at a time
 * (fast; nobody reads here who would trip over unused ones), {@code bytea} columns, a pool as large as the callers, no
 * autocommit to be switched off at each transaction.
 */
final class StockAxon {
    static final Serializer JSON = Jackson3Serializer.builder().build();

    private static final String TEXT = Rows.text(Rows.PAYLOAD, "text");
    private static final Map<String, String> METADATA = Map.of("envelope", Rows.text(Rows.ENVELOPE, "envelope"));

    private StockAxon() {}

    /** As many bytes of JSON as every peer's payload. */
    record Happened(String text) {}

    static Peer jdbc(TestPostgres.Database database, int callers) throws SQLException {
        HikariDataSource pool = Rows.pool(database, callers, 0);
        JdbcUnit unit = new JdbcUnit(pool);
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(unit)
                .transactionManager(unit)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .build();
        unit.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return publishing(engine, unit, pool::close);
    }

    static Peer jpa(TestPostgres.Database database, int callers) throws SQLException {
        HikariDataSource pool = Rows.pool(database, callers, 0);
        HibernateUnit unit = hibernate(pool, HibernateUnit.axon());
        return publishing(engine(unit), unit, () -> {
            unit.close();
            pool.close();
        });
    }

    /** The pool commits by itself at no statement, and Hibernate need not ask it. */
    static HibernateUnit hibernate(HikariDataSource pool, List<Class<?>> entities) {
        return new HibernateUnit(
                pool, entities, List.of(), Map.of("hibernate.connection.provider_disables_autocommit", "true"));
    }

    static JpaEventStorageEngine engine(HibernateUnit unit) {
        return JpaEventStorageEngine.builder()
                .entityManagerProvider(unit)
                .transactionManager(unit)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .build();
    }

    private static Peer publishing(EventStorageEngine engine, TransactionManager transactions, Runnable closing) {
        // the application drives this clock, and may have run before
        GenericEventMessage.clock = Clock.systemUTC();
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        return Peer.calling(
                (_, _) -> {
                    String id = UUID.randomUUID().toString();
                    DomainEventMessage<Happened> event =
                            new GenericDomainEventMessage<>("Bench", "bench:" + id, 0, new Happened(TEXT), METADATA);
                    Transaction transaction = transactions.startTransaction();
                    store.publish(List.of(event));
                    transaction.commit();
                },
                () -> {
                    store.shutDown();
                    closing.run();
                });
    }
}
