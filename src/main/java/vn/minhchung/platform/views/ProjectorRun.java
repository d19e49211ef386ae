package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.platform.json.StoredJson;
import vn.minhchung.platform.views.NewestVersions.Newest;

/**
 * One projector at work: gathers the rows of a batch, event by event. What an event wrote before it failed is dropped; what
 * earlier events wrote stays.
 */
final class ProjectorRun implements ViewWriter {
    /** More objects of one table made by one event than ordinals can tell apart. */
    private static final long MAX_PER_EVENT = 1L << 16;

    private final Projector projector;
    private final Connection connection;
    private final String schema;
    private final Map<String, TableInsert> inserts;
    private final Map<String, NewestVersions> newest = new HashMap<>();
    private final Set<String> rowTables = new HashSet<>();

    /** What the event under way has written: per table and id the last version, rows in order. */
    private final Map<String, Map<String, Write>> versions = new LinkedHashMap<>();

    private final Map<String, Integer> rowCounts = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Recorded current;
    private @Nullable SetAside setAside;

    private record Write(ViewTable<?> table, Newest newest, long ordinal) {}

    private record Row(TableInsert insert, @Nullable String[] values) {}

    /** @param fromStart true when the tables are empty and the first event comes next */
    ProjectorRun(
            Projector projector,
            Connection connection,
            String schema,
            Map<String, TableInsert> allInserts,
            int capacity,
            boolean fromStart) {
        this.projector = projector;
        this.connection = connection;
        this.schema = schema;
        this.inserts = new LinkedHashMap<>();
        for (ViewTable<?> table : projector.tables()) {
            newest.put(table.name(), new NewestVersions(capacity, fromStart));
            for (String name : List.of(table.name() + "_id", table.name())) inserts.put(name, insert(allInserts, name));
        }
        for (RowTable table : projector.rows()) {
            rowTables.add(table.name());
            inserts.put(table.name(), insert(allInserts, table.name()));
        }
    }

    String name() {
        return projector.name();
    }

    @Nullable
    SetAside setAside() {
        return setAside;
    }

    void setAside(long position, String cause) {
        setAside = new SetAside(name(), position, cause, false);
    }

    /** Hands the event to the projector; one that throws is set aside before this event. */
    void project(Recorded recorded) {
        if (setAside != null) return;
        try {
            current = recorded;
            projector.project(recorded, this);
            keepEvent(recorded);
        } catch (ViewsUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            setAside(recorded.position() - 1, "at position %d: %s".formatted(recorded.position(), e));
        } finally {
            current = null;
            versions.clear();
            rows.clear();
            rowCounts.clear();
        }
    }

    private void keepEvent(Recorded recorded) {
        List<Row> all = new ArrayList<>();
        versions.forEach((name, byId) -> byId.forEach((id, write) -> {
            if (versionsOf(name).get(id) == null) {
                TableInsert identities = insert(inserts, name + "_id");
                all.add(new Row(identities, identities.row(write.ordinal(), id, recorded.position())));
            }
            TableInsert table = insert(inserts, name);
            all.add(new Row(table, table.row(values(write, id, recorded.position()))));
        }));
        all.addAll(rows);
        // Nothing below can fail: an event is kept whole or not at all.
        versions.forEach(
                (name, byId) -> byId.forEach((id, write) -> versionsOf(name).wrote(id, write.newest())));
        all.forEach(row -> row.insert().add(row.values()));
    }

    private static @Nullable Object[] values(Write write, String id, long position) {
        List<? extends Column<?>> columns = write.table().columns();
        @Nullable Object[] values = new @Nullable Object[4 + columns.size()];
        Record version = write.newest().version();
        values[0] = id;
        values[1] = position;
        values[2] = version == null;
        values[3] = version == null ? null : StoredJson.mapper().writeValueAsString(version);
        for (int i = 0; version != null && i < columns.size(); i++) values[4 + i] = value(columns.get(i), version);
        return values;
    }

    @SuppressWarnings("unchecked") // a table's columns take the table's records
    private static <V extends Record> @Nullable Object value(Column<?> column, Record version) {
        return ((Column<V>) column).value().apply((V) version);
    }

    @Override
    public <V extends Record> @Nullable V get(ViewTable<V> table, String id) {
        Map<String, Write> written = versions.get(table.name());
        Write write = written == null ? null : written.get(id);
        if (write != null) return cast(table, write.newest());
        NewestVersions known = versionsOf(table.name());
        Newest found = known.get(id);
        if (found == null && !known.complete()) {
            found = read(table, id);
            if (found != null) known.read(id, found);
        }
        return found == null ? null : cast(table, found);
    }

    private static <V extends Record> @Nullable V cast(ViewTable<V> table, Newest newest) {
        Record version = newest.version();
        return version == null ? null : table.type().cast(version);
    }

    private @Nullable Newest read(ViewTable<?> table, String id) {
        String sql = "select doc from %s.%s where id = ? order by from_position desc limit 1"
                .formatted(schema, table.name());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) return null;
                String doc = row.getString(1);
                return new Newest(doc == null ? null : StoredJson.mapper().readValue(doc, table.type()));
            }
        } catch (SQLException e) {
            throw new ViewsUnavailable(e);
        } catch (JacksonException e) {
            throw new IllegalStateException("unreadable version of " + table.name() + " " + id, e);
        }
    }

    @Override
    public <V extends Record> void put(ViewTable<V> table, String id, V version) {
        write(table, id, new Newest(version));
    }

    @Override
    public <V extends Record> void end(ViewTable<V> table, String id) {
        write(table, id, new Newest(null));
    }

    private void write(ViewTable<?> table, String id, Newest content) {
        versionsOf(table.name());
        Map<String, Write> written = versions.computeIfAbsent(table.name(), _ -> new LinkedHashMap<>());
        Write before = written.get(id);
        // Counts every object written, known or new: the same on every run, whatever is kept in memory.
        if (written.size() >= MAX_PER_EVENT) throw new IllegalStateException("too many objects in one event");
        long ordinal = before != null ? before.ordinal() : recorded().position() * MAX_PER_EVENT + written.size();
        written.put(id, new Write(table, content, ordinal));
    }

    @Override
    public void insert(RowTable table, @Nullable Object... values) {
        if (!rowTables.contains(table.name())) throw new IllegalArgumentException("not declared: " + table.name());
        TableInsert insert = insert(inserts, table.name());
        @Nullable Object[] all = new @Nullable Object[values.length + 2];
        all[0] = recorded().position();
        all[1] = rowCounts.merge(table.name(), 1, Integer::sum);
        System.arraycopy(values, 0, all, 2, values.length);
        rows.add(new Row(insert, insert.row(all)));
    }

    private Recorded recorded() {
        if (current == null) throw new IllegalStateException("write only while projecting");
        return current;
    }

    private NewestVersions versionsOf(String table) {
        NewestVersions known = newest.get(table);
        if (known == null) throw new IllegalArgumentException("not declared: " + table);
        return known;
    }

    private static TableInsert insert(Map<String, TableInsert> inserts, String table) {
        TableInsert insert = inserts.get(table);
        if (insert == null) throw new IllegalStateException("no table " + table);
        return insert;
    }

    /** Tables that have rows to be sent. */
    List<TableInsert> waiting() {
        return inserts.values().stream().filter(insert -> !insert.isEmpty()).toList();
    }

    /** Sends the batch's rows within the caller's transaction. */
    void flush() throws SQLException {
        for (TableInsert insert : waiting()) insert.execute(connection);
    }

    void committed() {
        drop();
        newest.values().forEach(NewestVersions::committed);
    }

    /** The batch's rows are not to be written. */
    void drop() {
        inserts.values().forEach(TableInsert::clear);
    }
}
