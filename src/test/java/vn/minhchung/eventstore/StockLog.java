package vn.minhchung.eventstore;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import vn.minhchung.testing.HibernateUnit;
import vn.minhchung.testing.TestPostgres;

/**
 * The control of the ordering tests: Axon's own JDBC and JPA engines on the same PostgreSQL, with their own tables, among them
 * the unique index on stream and sequence that Axon's tuning guide asks for, and a sequence of its own for the global index,
 * drawn one by one.
 *
 * <p>What their readers do about gaps is left as the builders document it and as every application has it that sets nothing:
 * {@code gapTimeout} 60 s, {@code maxGapOffset} 10,000, {@code gapCleaningThreshold} 250, {@code lowestGlobalSequence} 1, of
 * JDBC {@code extendedGapCheckEnabled} on. The guide names no better values; {@link #PATIENT} shows what waiting longer for a
 * gap changes. Readers keep their token in memory: nothing is lost by storing it.
 */
final class StockLog implements AutoCloseable {
    /** The documented default, in milliseconds. */
    static final int GAP_TIMEOUT = 60_000;

    /** A day: as long as anybody would let a transaction stay open. */
    static final int PATIENT = 86_400_000;

    private static final String TABLE = "stock.DomainEventEntry";
    private static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable(TABLE)
            .snapshotTable("stock.SnapshotEventEntry")
            .build();
    private static final Serializer JSON = Jackson3Serializer.builder().build();

    /** Which of Axon's engines. */
    enum Kind {
        JDBC,
        JPA
    }

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final List<Node> nodes = new ArrayList<>();
    private final @Nullable HibernateUnit hibernate;

    StockLog(Kind kind) throws SQLException {
        execute("create schema stock");
        hibernate = switch (kind) {
            case JDBC -> null;
            case JPA ->
                new HibernateUnit(
                        database.app(),
                        HibernateUnit.axon(),
                        List.of("stock/one-by-one.xml"),
                        Map.of("hibernate.default_schema", "stock"));
        };
        if (hibernate == null)
            jdbc(database.app()::getConnection, GAP_TIMEOUT).createSchema(PostgresEventTableFactory.INSTANCE);
    }

    private static JdbcEventStorageEngine jdbc(ConnectionProvider connections, int gapTimeout) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .schema(SCHEMA)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .gapTimeout(gapTimeout)
                .build();
    }

    private static JpaEventStorageEngine jpa(
            EntityManagerProvider managers, TransactionManager transactions, int gapTimeout) {
        return JpaEventStorageEngine.builder()
                .entityManagerProvider(managers)
                .transactionManager(transactions)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .gapTimeout(gapTimeout)
                .build();
    }

    /** A node with one transaction at a time, which the test ends. */
    Node node() throws SQLException {
        Node node = hibernate == null ? new JdbcNode(database.app().getConnection()) : new JpaNode(hibernate.open());
        nodes.add(node);
        return node;
    }

    /** A processor that comes now and begins at the first event. */
    Reader reader() {
        return reader(GAP_TIMEOUT);
    }

    Reader reader(int gapTimeout) {
        return new Reader(
                hibernate == null
                        ? jdbc(database.app()::getConnection, gapTimeout)
                        : jpa(hibernate, hibernate, gapTimeout));
    }

    /** The positions anybody sees at this moment. */
    List<Long> positions() throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select globalIndex from %s order by 1".formatted(TABLE))) {
            List<Long> positions = new ArrayList<>();
            while (rows.next()) positions.add(rows.getLong(1));
            return positions;
        }
    }

    /** Values of the global index that were drawn and never used, as by so many appends that were rolled back. */
    void burn(int values) throws SQLException {
        String sequence = hibernate == null ? "domainevententry_globalindex_seq" : "log_seq";
        execute("select max(nextval('stock.%s')) from generate_series(1, %d)".formatted(sequence, values));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.app().getConnection()) {
            AppenderTest.execute(connection, sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Node node : nodes) node.close();
        if (hibernate != null) hibernate.close();
    }

    abstract static sealed class Node {
        abstract EventStorageEngine engine();

        /** One event, not committed yet. */
        Node append(String stream, long sequence, Instant at) {
            engine().appendEvents(List.of(new GenericDomainEventMessage<>(
                    "Note",
                    stream,
                    sequence,
                    stream + " " + sequence,
                    MetaData.emptyInstance(),
                    UUID.randomUUID().toString(),
                    at)));
            return this;
        }

        abstract void commit() throws SQLException;

        abstract void rollback() throws SQLException;

        abstract void close() throws SQLException;
    }

    private static final class JdbcNode extends Node {
        private final Connection connection;
        private final EventStorageEngine engine;

        private JdbcNode(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            Connection kept =
                    ConnectionWrapperFactory.wrap(connection, new ConnectionWrapperFactory.NoOpCloseHandler());
            engine = jdbc(() -> kept, GAP_TIMEOUT);
        }

        @Override
        EventStorageEngine engine() {
            return engine;
        }

        @Override
        void commit() throws SQLException {
            connection.commit();
        }

        @Override
        void rollback() throws SQLException {
            connection.rollback();
        }

        @Override
        void close() throws SQLException {
            connection.close();
        }
    }

    private static final class JpaNode extends Node {
        private final EntityManager manager;
        private final EventStorageEngine engine;

        private JpaNode(EntityManager manager) {
            this.manager = manager;
            engine = jpa(() -> manager, NoTransactionManager.instance(), GAP_TIMEOUT);
        }

        @Override
        EventStorageEngine engine() {
            if (!manager.getTransaction().isActive()) manager.getTransaction().begin();
            return engine;
        }

        @Override
        void commit() {
            manager.getTransaction().commit();
        }

        @Override
        void rollback() {
            manager.getTransaction().rollback();
        }

        @Override
        void close() {
            if (manager.getTransaction().isActive()) rollback();
            manager.close();
        }
    }

    static final class Reader {
        private final EventStorageEngine engine;
        private final List<String> seen = new ArrayList<>();
        private @Nullable GapAwareTrackingToken token;

        private Reader(EventStorageEngine engine) {
            this.engine = engine;
        }

        /** Reads on to the end of what is there; answers everything it has seen since it came, in that order. */
        List<String> seen() {
            engine.readEvents(token, false).forEach(this::see);
            return List.copyOf(seen);
        }

        private void see(TrackedEventMessage<?> event) {
            seen.add(String.valueOf(event.getPayload()));
            token = (GapAwareTrackingToken) event.trackingToken();
        }

        /** Positions it would still look for. */
        SortedSet<Long> waitsFor() {
            if (token == null) throw new IllegalStateException("nothing read yet");
            return token.getGaps();
        }
    }
}
