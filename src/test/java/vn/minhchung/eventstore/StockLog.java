package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import vn.minhchung.testing.TestPostgres;

/**
 * The control of the ordering tests: Axon's own JDBC engine on the same PostgreSQL, with its own tables, among them the
 * unique index on stream and sequence that its tuning guide asks for, and a sequence of its own for the global index.
 *
 * <p>What its readers do about gaps is left as its builder documents it and as every application has it that sets nothing:
 * {@code gapTimeout} 60 s, {@code maxGapOffset} 10,000, {@code gapCleaningThreshold} 250, {@code extendedGapCheckEnabled}
 * on, {@code lowestGlobalSequence} 1. The guide names no better values; {@link #PATIENT} shows what waiting longer for a gap
 * changes. Its readers keep their token in memory: nothing is lost by storing it.
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

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final List<Node> nodes = new ArrayList<>();

    StockLog() throws SQLException {
        execute("create schema stock");
        engine(database.app()::getConnection, GAP_TIMEOUT).createSchema(PostgresEventTableFactory.INSTANCE);
    }

    private static JdbcEventStorageEngine engine(ConnectionProvider connections, int gapTimeout) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .schema(SCHEMA)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .gapTimeout(gapTimeout)
                .build();
    }

    /** A node with one transaction at a time, which the test ends. */
    Node node() throws SQLException {
        Node node = new Node(database.app().getConnection());
        nodes.add(node);
        return node;
    }

    /** A processor that comes now and begins at the first event. */
    Reader reader() {
        return reader(GAP_TIMEOUT);
    }

    Reader reader(int gapTimeout) {
        return new Reader(engine(database.app()::getConnection, gapTimeout));
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
        execute("select max(nextval(pg_get_serial_sequence('%s', 'globalindex'))) from generate_series(1, %d)"
                .formatted(TABLE.toLowerCase(Locale.ROOT), values));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.app().getConnection()) {
            AppenderTest.execute(connection, sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Node node : nodes) node.connection.close();
    }

    static final class Node {
        private final Connection connection;
        private final JdbcEventStorageEngine engine;

        private Node(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            Connection kept =
                    ConnectionWrapperFactory.wrap(connection, new ConnectionWrapperFactory.NoOpCloseHandler());
            engine = engine(() -> kept, GAP_TIMEOUT);
        }

        /** One event, not committed yet. */
        Node append(String stream, long sequence, Instant at) {
            engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                    "Note",
                    stream,
                    sequence,
                    stream + " " + sequence,
                    MetaData.emptyInstance(),
                    UUID.randomUUID().toString(),
                    at)));
            return this;
        }

        void commit() throws SQLException {
            connection.commit();
        }

        void rollback() throws SQLException {
            connection.rollback();
        }
    }

    static final class Reader {
        private final JdbcEventStorageEngine engine;
        private final List<String> seen = new ArrayList<>();
        private @Nullable GapAwareTrackingToken token;

        private Reader(JdbcEventStorageEngine engine) {
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
