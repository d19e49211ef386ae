package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.RecordedEvents;

/** Builds every view again in another schema, by the same code, and compares it with the live one table by table. */
public final class Rebuild {
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
        try (Connection connection = Refill.open(connections)) {
            Refill refill = Refill.begin(connection, schema, target, events);
            while (refill.position() < upTo) {
                if (!refill.step(upTo)) throw new IllegalStateException("there is no event at position " + upTo);
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
        try (Connection connection = Refill.open(connections)) {
            return ViewHashes.of(connection, schema, of, upTo);
        } catch (SQLException e) {
            throw new IllegalStateException("hashing failed: " + e.getMessage(), e);
        }
    }

    /**
     * The tables that hold something else in one schema than in the other, of the rows written by events up to a position,
     * each with the position of the first row that only one of them has. On the caller's connection: what it has not
     * committed counts.
     *
     * @param one the live schema or one made by {@link #into}, and so is the other
     */
    public Map<String, Long> firstDifferences(Connection connection, String one, String other, long upTo)
            throws SQLException {
        Map<String, String> left = ViewHashes.of(connection, schema, one, upTo);
        Map<String, String> right = ViewHashes.of(connection, schema, other, upTo);
        Map<String, Long> first = new TreeMap<>();
        for (var column : schema.positionColumns().entrySet()) {
            String table = column.getKey();
            if (!Objects.equals(left.get(table), right.get(table)))
                first.put(table, firstDifference(connection, table, column.getValue(), one, other, upTo));
        }
        return first;
    }

    private static long firstDifference(
            Connection connection, String table, String position, String one, String other, long upTo)
            throws SQLException {
        String rows = "select %1$s as position, md5(t::text) from %2$s.%3$s t where %1$s <= ?";
        String here = rows.formatted(position, one, table);
        String there = rows.formatted(position, other, table);
        String sql = "select min(position) from ((%1$s except all %2$s) union all (%2$s except all %1$s)) differing"
                .formatted(here, there);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 4; i++) statement.setLong(i, upTo);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Rebuilds as of a position the live views have seen; names the tables that differ. The rebuilt schema is dropped. */
    public List<String> differences(long upTo) {
        String target = schema.name() + "_again";
        into(target, upTo);
        Map<String, String> live = hashes(schema.name(), upTo);
        Map<String, String> again = hashes(target, upTo);
        try (Connection connection = Refill.open(connections)) {
            ViewSchema.drop(connection, target);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var tables = new TreeSet<>(live.keySet());
        tables.removeIf(table -> live.get(table) != null && live.get(table).equals(again.get(table)));
        return List.copyOf(tables);
    }
}
