package vn.minhchung.platform.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Refuses a server that may lose what it has acknowledged; asked of the embedded and of an external one. */
public final class Durability {
    private Durability() {}

    /**
     * Looks at the settings as this very connection has them, so a role's or database's own setting counts too.
     *
     * @throws PostgresUnavailable naming every setting that is off. For synchronous_commit {@code local} and the
     *     stronger values pass: all of them wait until the commit is on this server's disk.
     */
    public static void check(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT name
                        FROM pg_catalog.pg_settings
                        WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')
                          AND setting = 'off'
                        ORDER BY name
                        """)) {
            while (rows.next()) {
                off.add(rows.getString(1));
            }
        }
        if (!off.isEmpty()) {
            String names = String.join(", ", off);
            throw new PostgresUnavailable(
                    "Máy chủ PostgreSQL đang tắt " + names
                            + " nên có thể mất dữ liệu đã xác nhận; đề nghị bật lại rồi khởi động.",
                    "The PostgreSQL server has " + names
                            + " off and could lose acknowledged data; switch it on and start again.");
        }
    }
}
