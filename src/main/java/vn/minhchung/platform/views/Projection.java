package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.platform.views.ProjectorRun.SetAside;

/**
 * All projectors over one schema, by one connection: a batch of events is one transaction of rows and position. The
 * follower and a rebuild differ in nothing but the schema.
 */
final class Projection {
    private static final Logger log = LoggerFactory.getLogger(Projection.class);

    private final Connection connection;
    private final String schema;
    private final List<ProjectorRun> runs = new ArrayList<>();
    private final Map<String, SetAside> stored = new TreeMap<>();
    private long position;

    private Projection(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * Begins where the schema stands; what was set aside stays aside.
     *
     * @param capacity objects kept in memory per table
     */
    static Projection open(Connection connection, String schema, List<Projector> projectors, int capacity)
            throws SQLException {
        Projection projection = new Projection(connection, schema);
        projection.load();
        Map<String, TableInsert> inserts = TableInsert.of(connection, schema);
        for (Projector projector : projectors) {
            ProjectorRun run =
                    new ProjectorRun(projector, connection, schema, inserts, capacity, projection.position == 0);
            SetAside aside = projection.stored.get(projector.name());
            if (aside != null) run.setAside(aside.position(), aside.cause());
            projection.runs.add(run);
        }
        return projection;
    }

    private void load() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("select position from %s.follower_position".formatted(schema))) {
                row.next();
                position = row.getLong(1);
            }
            String sql = "select projector, position, cause from %s.follower_set_aside".formatted(schema);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    stored.put(row.getString(1), new SetAside(row.getString(1), row.getLong(2), row.getString(3)));
                }
            }
        }
    }

    /** The last event every projector not set aside has seen. */
    long position() {
        return position;
    }

    Map<String, SetAside> setAside() {
        return Map.copyOf(stored);
    }

    /**
     * Gives projectors set aside one more try, each alone, from where they stopped: a fault may have been a passing one,
     * or mended since.
     */
    void retrySetAside(RecordedEvents events) throws SQLException {
        for (ProjectorRun run : runs) {
            SetAside aside = run.setAside();
            if (aside == null) continue;
            run.resume();
            if (!catchUp(run, aside.position(), events)) {
                run.drop();
                run.setAside(aside.position(), aside.cause());
                log.warn(
                        "projector {} stays set aside, its views end at position {}: {}",
                        run.name(),
                        aside.position(),
                        aside.cause());
            }
        }
    }

    /** One transaction, so that a second failure leaves the tables as they were. */
    private boolean catchUp(ProjectorRun run, long after, RecordedEvents events) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (long at = after; at < position && run.setAside() == null; ) {
                for (Recorded recorded : events.read(at, 500)) {
                    if (recorded.position() <= position) run.project(recorded);
                    at = recorded.position();
                }
                run.flush();
                run.committed();
            }
            if (run.setAside() != null) {
                connection.rollback();
                return false;
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    "delete from %s.follower_set_aside where projector = ?".formatted(schema))) {
                statement.setString(1, run.name());
                statement.executeUpdate();
            }
            connection.commit();
            stored.remove(run.name());
            log.info("projector {} is back", run.name());
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (!rowsRefused(e)) throw e;
            return false;
        } finally {
            if (!connection.isClosed()) connection.setAutoCommit(true);
        }
    }

    /** Events seen already are passed over, so the same batch again writes nothing. */
    void apply(List<Recorded> events) throws SQLException {
        List<Recorded> fresh =
                events.stream().filter(e -> e.position() > position).toList();
        if (fresh.isEmpty()) return;
        for (Recorded recorded : fresh) for (ProjectorRun run : runs) run.project(recorded);
        long last = fresh.getLast().position();
        while (!write(last)) {
            // Once more without the projector whose rows the database refused.
        }
        position = last;
    }

    private boolean write(long last) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (ProjectorRun run : runs) {
                try {
                    run.flush();
                } catch (SQLException e) {
                    if (!rowsRefused(e)) throw e;
                    connection.rollback();
                    run.drop();
                    run.setAside(position, "before position %d: %s".formatted(last + 1, e.getMessage()));
                    return false;
                }
            }
            advance(last);
            for (ProjectorRun run : runs) storeSetAside(run);
            connection.commit();
        } catch (SQLException e) {
            if (!connection.isClosed()) connection.rollback();
            throw e;
        } finally {
            if (!connection.isClosed()) connection.setAutoCommit(true);
        }
        runs.forEach(ProjectorRun::committed);
        for (ProjectorRun run : runs) {
            SetAside aside = run.setAside();
            if (aside != null && stored.put(run.name(), aside) == null) {
                log.error("projector {} is set aside: {}", run.name(), aside.cause());
            }
        }
        return true;
    }

    /** Wrong data or a violated constraint: the projector's fault, as opposed to a lost connection. */
    private static boolean rowsRefused(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private void advance(long last) throws SQLException {
        String sql = "update %s.follower_position set position = ?".formatted(schema);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, last);
            statement.executeUpdate();
        }
    }

    private void storeSetAside(ProjectorRun run) throws SQLException {
        SetAside aside = run.setAside();
        if (aside == null || stored.containsKey(run.name())) return;
        String sql = "insert into %s.follower_set_aside values (?, ?, ?)".formatted(schema);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, aside.projector());
            statement.setLong(2, aside.position());
            statement.setString(3, aside.cause());
            statement.executeUpdate();
        }
    }
}
