package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;

/** Builds every view again in another schema, by the same code, and compares it with the live one table by table. */
public final class Rebuild {
    private static final int BATCH = 2_000;
    private static final int KEPT_PER_TABLE = 100_000;

    private final ConnectionSource connections;
    private final RecordedEvents events;
    private final ViewSchema schema;

    public Rebuild(ConnectionSource connections, RecordedEvents events, ViewSchema schema) {
        this.connections = connections;
        this.events = events;
        this.schema = schema;
    }

    /**
     * Replaces a schema by views of the events up to a position.
     *
     * @param target a plain name other than the live schema's
     * @throws IllegalStateException when a projector fails
     */
    public void into(String target, long upTo) {
        if (target.equals(schema.name())) throw new IllegalArgumentException("the live views are not replaced");
        try (Connection connection = open()) {
            drop(connection, target);
            schema.ensure(connection, target);
            Projection projection = Projection.open(connection, target, schema.projectors(), KEPT_PER_TABLE);
            while (projection.position() < upTo) {
                List<Recorded> batch = events.read(projection.position(), BATCH).stream()
                        .filter(e -> e.position() <= upTo)
                        .toList();
                if (batch.isEmpty()) throw new IllegalStateException("there is no event at position " + upTo);
                projection.apply(batch);
                projection.setAside().values().stream().findFirst().ifPresent(aside -> {
                    throw new IllegalStateException("rebuild failed: " + aside);
                });
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rebuild failed: " + e.getMessage(), e);
        }
    }

    /**
     * Hashes of every table of a schema, of the rows written by events up to a position.
     *
     * @param of the live schema or one made by {@link #into}
     */
    public Map<String, String> hashes(String of, long upTo) {
        try (Connection connection = open()) {
            return ViewHashes.of(connection, schema, of, upTo);
        } catch (SQLException e) {
            throw new IllegalStateException("hashing failed: " + e.getMessage(), e);
        }
    }

    /** Rebuilds as of a position the live views have seen; names the tables that differ. The rebuilt schema is dropped. */
    public List<String> differences(long upTo) {
        String target = schema.name() + "_again";
        into(target, upTo);
        Map<String, String> live = hashes(schema.name(), upTo);
        Map<String, String> again = hashes(target, upTo);
        try (Connection connection = open()) {
            drop(connection, target);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var tables = new TreeSet<>(live.keySet());
        tables.removeIf(table -> live.get(table) != null && live.get(table).equals(again.get(table)));
        return List.copyOf(tables);
    }

    private Connection open() throws SQLException {
        Connection connection = connections.openTuned(Duration.ofMinutes(10), Duration.ofMinutes(11));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void drop(Connection connection, String target) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade".formatted(target));
        }
    }
}
