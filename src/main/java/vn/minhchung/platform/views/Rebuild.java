package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
