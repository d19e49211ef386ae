package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewOrder;

/**
 * All projectors over one schema, by one connection: a batch of events is one transaction of rows and position. The
 * follower and a rebuild differ in nothing but the schema.
 *
 * <p>A projector that fails is set aside. One that comes back takes in what it missed piece by piece, each piece a
 * transaction of its own between the batches of the others, until it has caught up with them.
 */
final class Projection {
    private static final Logger log = LoggerFactory.getLogger(Projection.class);
    private static final int PIECE = 500;

    /** Statements in one round trip: from 256 on the driver would end the transaction in between. */
    private static final int AT_ONCE = 200;

    private final Connection connection;
    private final String schema;
    private final int capacity;
    private final String advanceSql;
    private final Map<String, Projector> projectors = new LinkedHashMap<>();
    private final Map<String, TableInsert> inserts;
    private final SetAsideTable table;
    private final OrderTable orders;

    /** Those that take in every batch. */
    private final Map<String, ProjectorRun> runs = new LinkedHashMap<>();

    /** Those that take in what they missed. */
    private final Map<String, Return> returning = new LinkedHashMap<>();

    private final Map<String, SetAside> aside;
    private long position;
    private long ordersAfter;

    /** @param piece events at a time: one, where the event that fails is looked for */
    private record Return(ProjectorRun run, int piece) {}

    private Projection(Connection connection, String schema, int capacity) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.capacity = capacity;
        this.advanceSql = "update %s.follower_position set position = ?".formatted(schema);
        this.inserts = TableInsert.of(connection, schema);
        this.table = new SetAsideTable(connection, schema);
        this.orders = new OrderTable(connection, schema);
        this.aside = new TreeMap<>(table.load());
    }

    /**
     * Begins where the schema stands; what was set aside stays aside.
     *
     * @param capacity objects kept in memory per table
     */
    static Projection open(Connection connection, String schema, List<Projector> projectors, int capacity)
            throws SQLException {
        Projection projection = new Projection(connection, schema, capacity);
        projection.loadPosition();
        for (Projector projector : projectors) {
            projection.projectors.put(projector.name(), projector);
            if (!projection.aside.containsKey(projector.name())) projection.join(projector.name());
        }
        return projection;
    }

    private void loadPosition() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select position, orders_after from %s.follower_position".formatted(schema))) {
            row.next();
            position = row.getLong(1);
            ordersAfter = row.getLong(2);
        }
    }

    private void join(String name) {
        runs.put(name, run(name, position));
    }

    /** A new one knows nothing yet of what its tables hold. */
    private ProjectorRun run(String name, long from) {
        Projector projector = projectors.get(name);
        if (projector == null) throw new IllegalArgumentException("no projector " + name);
        return new ProjectorRun(projector, connection, schema, inserts, capacity, from == 0);
    }

    /** The last event every projector not set aside has seen. */
    long position() {
        return position;
    }

    Map<String, SetAside> setAside() {
        return Map.copyOf(aside);
    }

    OrderTable orders() {
        return orders;
    }

    /** Orders up to here are over: they were about tables that are no more. */
    void ignoreOrdersUpTo(long last) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update %s.follower_position set orders_after = ?".formatted(schema))) {
            statement.setLong(1, last);
            statement.executeUpdate();
        }
        ordersAfter = last;
    }

    /** Events seen already are passed over, so the same batch again writes nothing. */
    void apply(List<Recorded> events) throws SQLException {
        List<Recorded> fresh =
                events.stream().filter(e -> e.position() > position).toList();
        if (fresh.isEmpty()) return;
        for (Recorded recorded : fresh) for (ProjectorRun run : runs.values()) run.project(recorded);
        long last = fresh.getLast().position();
        if (!writeAtOnce(fresh, last)) {
            while (!write(fresh, last)) {
                // Once more without the projector whose rows the database refused.
            }
        }
        position = last;
    }

    /**
     * Rows of all views and the position in a single round trip, as one statement of several parts: with autocommit that is
     * one transaction. Most batches are a few rows, and waiting for an answer per table took longer than the work.
     *
     * @return false when nothing is written: there is more to do than rows, or the database refused some, and {@link #write}
     *     finds out whose
     */
    private boolean writeAtOnce(List<Recorded> batch, long last) throws SQLException {
        if (runs.values().stream().anyMatch(run -> run.setAside() != null)) return false;
        if (batch.stream().anyMatch(this::orders)) return false;
        List<TableInsert> waiting =
                runs.values().stream().flatMap(run -> run.waiting().stream()).toList();
        if (waiting.size() > AT_ONCE || waiting.stream().anyMatch(TableInsert::many)) return false;
        StringBuilder sql = new StringBuilder();
        for (TableInsert insert : waiting) sql.append(insert.sql()).append(';');
        try (PreparedStatement statement = connection.prepareStatement(sql + advanceSql)) {
            int parameter = 1;
            for (TableInsert insert : waiting) parameter = insert.bind(statement, parameter);
            statement.setLong(parameter, last);
            statement.execute();
        } catch (SQLException e) {
            if (rowsRefused(e)) return false;
            throw e;
        }
        runs.values().forEach(ProjectorRun::committed);
        return true;
    }

    private boolean orders(Recorded recorded) {
        return recorded.position() > ordersAfter && recorded.event() instanceof ViewOrder;
    }

    private boolean write(List<Recorded> batch, long last) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (ProjectorRun run : runs.values()) {
                try {
                    run.flush();
                } catch (SQLException e) {
                    if (!rowsRefused(e)) throw e;
                    connection.rollback();
                    refused(run.name(), last, e);
                    return false;
                }
            }
            advance(last);
            for (ProjectorRun run : runs.values()) {
                SetAside its = run.setAside();
                if (its != null) table.store(its);
            }
            for (Recorded recorded : batch) {
                if (recorded.position() > ordersAfter && recorded.event() instanceof ViewOrder order) {
                    orders.note(order, recorded.position());
                }
            }
            connection.commit();
        } catch (SQLException e) {
            if (!connection.isClosed()) connection.rollback();
            throw e;
        } finally {
            if (!connection.isClosed()) connection.setAutoCommit(true);
        }
        runs.values().forEach(ProjectorRun::committed);
        for (ProjectorRun run : List.copyOf(runs.values())) {
            SetAside its = run.setAside();
            if (its != null) stopped(its);
        }
        return true;
    }

    /** Which of the batch's events it was, it finds out by itself, one event at a time. */
    private void refused(String name, long last, SQLException why) throws SQLException {
        SetAside found =
                new SetAside(name, position, "before position %d: %s".formatted(last + 1, why.getMessage()), true);
        table.store(found);
        connection.commit();
        drop(runs.remove(name));
        aside.put(name, found);
        returning.put(name, new Return(run(name, position), 1));
    }

    /** What it gathered is not to be written by the one that comes after it. */
    private static void drop(@Nullable ProjectorRun run) {
        if (run != null) run.drop();
    }

    private void stopped(SetAside its) {
        runs.remove(its.projector());
        returning.remove(its.projector());
        aside.put(its.projector(), its);
        log.atError()
                .addKeyValue("view", its.projector())
                .addKeyValue("position", its.position())
                .log("view {} is stopped: {}", its.projector(), its.cause());
    }

    /** Wrong data or a violated constraint: the projector's fault, as opposed to a lost connection. */
    private static boolean rowsRefused(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private void advance(long last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(advanceSql)) {
            statement.setLong(1, last);
            statement.executeUpdate();
        }
    }

    /** One that was set aside takes in what it missed; false when it was not. */
    boolean resume(String name) throws SQLException {
        SetAside its = aside.get(name);
        if (its == null) return false;
        if (returning.containsKey(name)) return true;
        aside.put(name, its.comesBack());
        table.store(its.comesBack());
        returning.put(name, new Return(run(name, its.position()), PIECE));
        return true;
    }

    /** Gives all that are set aside one more try: a fault may have been a passing one, or mended since. */
    void resumeAll() throws SQLException {
        for (String name : List.copyOf(aside.keySet())) if (projectors.containsKey(name)) resume(name);
    }

    /** A piece of what those that come back have missed; false when none does. */
    boolean catchUp(RecordedEvents events) throws SQLException {
        if (returning.isEmpty()) return false;
        for (Return one : List.copyOf(returning.values())) catchUp(one, events);
        return true;
    }

    private void catchUp(Return one, RecordedEvents events) throws SQLException {
        ProjectorRun run = one.run();
        SetAside before = aside.get(run.name());
        if (before == null) throw new IllegalStateException(run.name() + " is not set aside");
        long reached = before.position();
        for (Recorded recorded : events.read(before.position(), one.piece())) {
            if (recorded.position() > position || reached - before.position() == one.piece()) break;
            run.project(recorded);
            if (run.setAside() != null) break;
            reached = recorded.position();
        }
        SetAside failed = run.setAside();
        SetAside after = failed != null ? failed : reached < position ? before.at(reached) : null;
        connection.setAutoCommit(false);
        try {
            run.flush();
            if (after == null) table.remove(run.name());
            else table.store(after);
            connection.commit();
        } catch (SQLException e) {
            if (!connection.isClosed()) connection.rollback();
            if (!rowsRefused(e)) throw e;
            refusedAgain(run.name(), one.piece(), before, e);
            return;
        } finally {
            if (!connection.isClosed()) connection.setAutoCommit(true);
        }
        run.committed();
        if (failed != null) stopped(failed);
        else if (after != null) aside.put(run.name(), after);
        else {
            returning.remove(run.name());
            aside.remove(run.name());
            runs.put(run.name(), run);
            log.info("view {} is back", run.name());
        }
    }

    private void refusedAgain(String name, int piece, SetAside before, SQLException why) throws SQLException {
        Return refused = returning.remove(name);
        if (refused != null) drop(refused.run());
        if (piece > 1) {
            returning.put(name, new Return(run(name, before.position()), 1));
            return;
        }
        String cause = "at position %d: %s".formatted(before.position() + 1, why.getMessage());
        SetAside found = new SetAside(name, before.position(), cause, false);
        table.store(found);
        stopped(found);
    }

    /** Others have taken the place of these views' tables, up to the same position. */
    void replaced(Collection<String> names) {
        for (String name : names) {
            aside.remove(name);
            returning.remove(name);
            join(name);
        }
    }

    /** Those that take in what they missed. */
    Set<String> returning() {
        return Set.copyOf(returning.keySet());
    }
}
