package vn.minhchung.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.testing.TestPostgres;

/**
 * The store's engine alone, beside what the same PostgreSQL does for a plain JDBC loop that commits single rows of the
 * same bytes, with as many connections as callers.
 */
final class EngineBench {
    private static final byte[] PAYLOAD = json(400);
    private static final byte[] ENVELOPE = json(900);

    private EngineBench() {}

    /** Both sides for a number of callers. */
    record Pair(Measured engine, Measured plain) {}

    static Map<Integer, Pair> run(List<Integer> callers, Duration warmUp, Duration time) throws Exception {
        Map<Integer, Pair> results = new TreeMap<>();
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create table public.plain (like event_store.event including all)");
            statement.execute("grant insert on public.plain to public");
        }
        try (Appender appender = new Appender(
                ConnectionSource.of(database.app()), "bench", InstantSource.system(), Appender.Limits.DEFAULT)) {
            engine(appender, 16, warmUp);
            plain(database.app(), 16, warmUp, 0);
            int round = 0;
            for (int count : callers) {
                Measured engine = engine(appender, count, time);
                round++;
                results.put(count, new Pair(engine, plain(database.app(), count, time, round)));
            }
        }
        return results;
    }

    private static Measured engine(Appender appender, int callers, Duration time) throws InterruptedException {
        return Measured.of(callers, time, (_, _) -> {
            UUID id = UUID.randomUUID();
            appender.append(List.of(new NewEvent(
                    id,
                    "bench:" + id,
                    0,
                    "Bench",
                    "bench.Happened",
                    "1",
                    System.currentTimeMillis(),
                    PAYLOAD,
                    ENVELOPE)));
        });
    }

    private static Measured plain(DataSource source, int callers, Duration time, int round) throws Exception {
        List<Connection> connections = new ArrayList<>();
        List<PreparedStatement> inserts = new ArrayList<>();
        try {
            for (int i = 0; i < callers; i++) {
                Connection connection = source.getConnection();
                connections.add(connection);
                inserts.add(connection.prepareStatement("""
                    insert into public.plain values (?, ?, ?, 0, 'Bench', 'bench.Happened', '1', ?, ?, ?, ?)\
                    """));
            }
            return Measured.of(callers, time, (caller, n) -> {
                UUID id = UUID.randomUUID();
                PreparedStatement insert = inserts.get(caller);
                insert.setLong(1, 1 + n + (1_000L * round + caller) * 1_000_000_000L);
                insert.setObject(2, id);
                insert.setString(3, "bench:" + id);
                insert.setLong(4, 1_000);
                insert.setLong(5, 1_000_000);
                insert.setBytes(6, PAYLOAD);
                insert.setBytes(7, ENVELOPE);
                insert.executeUpdate();
            });
        } finally {
            for (Connection connection : connections) close(connection);
        }
    }

    private static void close(Connection connection) throws SQLException {
        connection.close();
    }

    private static byte[] json(int length) {
        return ("{\"text\":\"" + "a".repeat(length - 11) + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
