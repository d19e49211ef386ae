package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The projectors of a schema that are set aside, as rows, written within the caller's transaction. */
final class SetAsideTable {
    private final Connection connection;
    private final String table;

    SetAsideTable(Connection connection, String schema) {
        this.connection = connection;
        this.table = schema + ".follower_set_aside";
    }

    Map<String, SetAside> load() throws SQLException {
        Map<String, SetAside> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select projector, position, cause, coming_back from %s".formatted(table))) {
            while (row.next()) {
                found.put(
                        row.getString(1),
                        new SetAside(row.getString(1), row.getLong(2), row.getString(3), row.getBoolean(4)));
            }
        }
        return found;
    }

    void store(SetAside aside) throws SQLException {
        String sql = """
                insert into %s (projector, position, cause, coming_back) values (?, ?, ?, ?) on conflict (projector)
                do update set position = excluded.position, cause = excluded.cause, coming_back = excluded.coming_back""".formatted(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, aside.projector());
            statement.setLong(2, aside.position());
            statement.setString(3, aside.cause());
            statement.setBoolean(4, aside.comingBack());
            statement.executeUpdate();
        }
    }

    void remove(String projector) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from %s where projector = ?".formatted(table))) {
            statement.setString(1, projector);
            statement.executeUpdate();
        }
    }
}
