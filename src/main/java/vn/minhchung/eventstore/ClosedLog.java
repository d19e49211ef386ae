package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The mark that the log in this PostgreSQL went on on Axon Server. It is durable and stands in the database, so that a node
 * that knows nothing of the move, started before it or after it, adds nothing here: the database itself refuses.
 */
public final class ClosedLog {
    /** SQLSTATE of an append to a closed log; nothing is written. */
    static final String REFUSED = "MC002";

    private ClosedLog() {}

    public static boolean closed(Connection connection) throws SQLException {
        String sql = """
                select exists (select from event_store.log_closed)
                    or exists (select from event_store.axon_server_position)""";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** For good. To be done under {@link Appender#LOG_LOCK}: what is under way there has ended, and nothing follows. */
    public static void close(Connection locked) throws SQLException {
        try (Statement statement = locked.createStatement()) {
            statement.execute("""
                    insert into event_store.log_closed (position)
                    select coalesce(max(position), 0) from event_store.event
                    on conflict do nothing""");
        }
    }

    /** @throws IllegalStateException when the log is not to be gone on with here */
    static void requireOpen(ConnectionSource connections) {
        try (Connection connection = connections.open()) {
            if (!closed(connection)) return;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("""
                Sổ sự kiện của cơ sở dữ liệu này đã chuyển sang Axon Server và đã đóng; đề nghị khởi động với cấu hình \
                axonserver. The log of this database has moved to Axon Server and is closed; start with the profile \
                axonserver.""");
    }
}
