package vn.minhchung.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.minhchung.testing.TestPostgres;

/**
 * The limit: single rows of the same bytes, each committed by itself, into a table with the columns, checks and indexes of
 * ours; one connection and one prepared statement for every caller.
 */
final class PlainRows {
    /** More than any caller writes. */
    static final long OF_A_CALLER = 1_000_000_000L;

    private static final byte[] PAYLOAD = Rows.json(Rows.PAYLOAD);
    private static final byte[] ENVELOPE = Rows.json(Rows.ENVELOPE);

    private PlainRows() {}

    static void table(TestPostgres.Database database) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create table public.plain (like event_store.event including all)");
            statement.execute("grant insert on public.plain to public");
        }
    }

    static Peer open(TestPostgres.Database database, int callers) throws SQLException {
        table(database);
        List<Connection> connections = new ArrayList<>();
        List<PreparedStatement> inserts = new ArrayList<>();
        long[] written = new long[callers];
        for (int caller = 0; caller < callers; caller++) {
            Connection connection = database.app().getConnection();
            connections.add(connection);
            inserts.add(connection.prepareStatement("""
                    insert into public.plain values (?, ?, ?, 0, 'Bench', 'bench.Happened', '1', ?, ?, ?, ?)\
                    """));
        }
        return Peer.calling(
                (caller, _) -> {
                    UUID id = UUID.randomUUID();
                    PreparedStatement insert = inserts.get(caller);
                    insert.setLong(1, caller * OF_A_CALLER + ++written[caller]);
                    insert.setObject(2, id);
                    insert.setString(3, "bench:" + id);
                    insert.setLong(4, 1_000);
                    insert.setLong(5, 1_000_000);
                    insert.setBytes(6, PAYLOAD);
                    insert.setBytes(7, ENVELOPE);
                    insert.executeUpdate();
                },
                () -> connections.forEach(PlainRows::close));
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
