package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Of several nodes one follows a schema: whoever's connection holds its lock. Lost with the connection. */
final class AdvisoryLock {
    private static final String KEY = "hashtextextended('minhchung follower ' || ?, 0)";

    private AdvisoryLock() {}

    static boolean tried(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(" + KEY + ")")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Waits as long as the connection lets a statement wait. */
    static void await(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_lock(" + KEY + ")")) {
            statement.setString(1, schema);
            statement.execute();
        }
    }
}
