package vn.minhchung.platform.views;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows waiting for one table. A batch goes out as one statement over arrays, in which a row that is there already stays as it
 * is; many rows that nobody can have written before are copied, which takes the database half the work.
 */
final class TableInsert {
    private static final int MANY = 200;

    private final String sql;
    private final String copySql;
    private final boolean copies;
    private final List<String> types;
    private final List<@Nullable String[]> rows = new ArrayList<>();

    private TableInsert(String table, Map<String, String> columns) {
        this.types = List.copyOf(columns.values());
        this.copySql = "copy %s (%s) from stdin".formatted(table, String.join(", ", columns.keySet()));
        // An object's identity may stand there already; versions and rows carry the position of an event not yet seen.
        this.copies = !columns.containsKey("ordinal");
        this.sql = """
                insert into %s (%s) select %s from unnest(%s) as a(%s) on conflict do nothing""".formatted(
                        table,
                        String.join(", ", columns.keySet()),
                        columns.entrySet().stream()
                                .map(column -> "a." + column.getKey() + "::" + column.getValue())
                                .collect(Collectors.joining(", ")),
                        columns.keySet().stream().map(_ -> "?::text[]").collect(Collectors.joining(", ")),
                        String.join(", ", columns.keySet()));
    }

    /** One for every table of the schema, by table name; columns in the order of their definition. */
    static Map<String, TableInsert> of(Connection connection, String schema) throws SQLException {
        String columnsSql = """
                select c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                order by c.relname, a.attnum""";
        Map<String, Map<String, String>> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(columnsSql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), _ -> new LinkedHashMap<>())
                            .put(row.getString(2), row.getString(3));
                }
            }
        }
        Map<String, TableInsert> inserts = new HashMap<>();
        columns.forEach((table, its) -> inserts.put(table, new TableInsert(schema + "." + table, its)));
        return inserts;
    }

    /** The row's texts. @throws IllegalArgumentException when it does not have one value for each column */
    @Nullable
    String[] row(@Nullable Object... values) {
        if (values.length != types.size()) {
            throw new IllegalArgumentException("%d values for %d columns".formatted(values.length, types.size()));
        }
        @Nullable String[] row = new @Nullable String[values.length];
        for (int i = 0; i < values.length; i++) row[i] = SqlValues.text(values[i], types.get(i));
        return row;
    }

    void add(@Nullable String[] row) {
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void clear() {
        rows.clear();
    }

    /** True when the rows are to be copied rather than sent as a statement. */
    boolean many() {
        return copies && rows.size() >= MANY;
    }

    void execute(Connection connection) throws SQLException {
        if (many()) {
            copy(connection);
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            statement.executeUpdate();
        }
    }

    /** To be sent with {@link #bind bound} columns. */
    String sql() {
        return sql;
    }

    /** @param first of the statement's parameters; answers the next one */
    int bind(PreparedStatement statement, int first) throws SQLException {
        for (int column = 0; column < types.size(); column++) {
            @Nullable String[] values = new @Nullable String[rows.size()];
            for (int i = 0; i < values.length; i++) values[i] = rows.get(i)[column];
            statement.setObject(first + column, values);
        }
        return first + types.size();
    }

    private void copy(Connection connection) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (@Nullable String[] row : rows) CopyText.append(text, row);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copySql, new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new SQLException("copying rows: " + e.getMessage(), "08006", e);
        }
    }
}
