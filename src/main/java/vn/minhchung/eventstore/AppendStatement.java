package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that writes the log. Lock, insert and notification go out in a single round trip and, with autocommit,
 * are one transaction: the client never holds the lock between two messages.
 */
final class AppendStatement {
    /** Serialises the appenders of all nodes. */
    static final long LOCK = 0x4d43_4c4f_4700_0001L;

    static final String CHANNEL = "minhchung_event";

    private static final String LOCK_SQL = "select pg_advisory_xact_lock(" + LOCK + ")";

    /**
     * Reads the head, leaves out every request of which a stream, written or only rested on, is not where it expects it,
     * numbers the rest contiguously and writes it. Each stream is looked up once, however many requests rest on it. The recorded time of row n is {@code max(recorded(n-1) + 1, stored)}: with n taken off on both sides
     * it is a running maximum, which a window function computes.
     */
    private static final String INSERT_SQL = """
            with asked as (
              select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                as a(request, event_id, stream, sequence, type, name, revision, stored_ms, payload, envelope, n)
            ), expected as (
              select * from unnest(?, ?, ?) as x(request, stream, last)
            ), found as materialized (
              select d.stream,
                     coalesce((select max(e.sequence) from event_store.event e where e.stream = d.stream), -1) as last
              from (select distinct stream from expected) d
            ), stale as (
              select x.request, min(x.stream) as stream
              from expected x join found f on f.stream = x.stream
              where x.last <> f.last
              group by x.request
            ), head as (
              select coalesce(h.position, 0) as position, coalesce(h.recorded_us, 0) as recorded_us
              from (values (1)) as one(row)
              left join lateral (select position, recorded_us from event_store.event order by position desc limit 1) h on true
            ), taken as (
              select a.*, row_number() over (order by a.n) as k
              from asked a
              where not exists (select 1 from stale s where s.request = a.request)
            ), numbered as (
              select t.*,
                     h.position + t.k as position,
                     t.k + greatest(h.recorded_us, max(t.stored_ms * 1000 - t.k) over (order by t.k)) as recorded_us
              from taken t cross join head h
            ), written as (
              insert into event_store.event
                (position, event_id, stream, sequence, type, name, revision, stored_ms, recorded_us, payload, envelope)
              select position, event_id::uuid, stream, sequence, type, name, revision, stored_ms, recorded_us, payload, envelope
              from numbered
            )
            select request, max(position) as position, null as stream from numbered group by request
            union all
            select request, 0, stream from stale
            """;

    private static final String NOTIFY_SQL =
            "select pg_notify('" + CHANNEL + "', ?), (extract(epoch from clock_timestamp()) * 1000)::bigint";

    private static final String SQL = LOCK_SQL + ";" + INSERT_SQL + ";" + NOTIFY_SQL;

    private static final int EVENT_COLUMNS = 10;
    private static final int NODE = EVENT_COLUMNS + 3 + 1;

    private AppendStatement() {}

    /**
     * What became of one request.
     *
     * @param position of its last event, when it was written
     * @param conflict the stream that had moved on, when it was left out
     */
    record Result(long position, @Nullable String conflict) {}

    /** @param databaseMs the database's clock after the insert, epoch milliseconds */
    record Results(List<Result> results, long databaseMs) {}

    /** Writes the requests, no two of which share a stream. On an exception from the server nothing is written. */
    static Results execute(Connection connection, List<AppendRequest> requests, String node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            bind(statement, requests);
            statement.setString(NODE, node);
            statement.execute();
            statement.getMoreResults();
            Map<Integer, Result> byRequest = new HashMap<>();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) byRequest.put(rows.getInt(1), new Result(rows.getLong(2), rows.getString(3)));
            }
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                List<Result> results = IntStream.range(0, requests.size())
                        .mapToObj(byRequest::get)
                        .toList();
                return new Results(results, rows.getLong(2));
            }
        }
    }

    /**
     * Sends a batch again whose outcome is in doubt: what is stored already counts as written. One transaction under the
     * lock, so the first sending has either ended or comes after this one and finds its streams moved on.
     */
    static Results executeAgain(Connection connection, List<AppendRequest> requests, String node) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(LOCK_SQL)) {
            lock.execute();
            Map<String, Long> stored = stored(connection, requests);
            List<AppendRequest> rest =
                    requests.stream().filter(r -> !stored.containsKey(last(r))).toList();
            Results sent = rest.isEmpty() ? new Results(List.of(), 0) : execute(connection, rest, node);
            connection.commit();
            connection.setAutoCommit(true);
            List<Result> results = new ArrayList<>();
            for (AppendRequest request : requests) {
                Long position = stored.get(last(request));
                results.add(
                        position != null
                                ? new Result(position, null)
                                : sent.results().get(rest.indexOf(request)));
            }
            return new Results(results, sent.databaseMs());
        } catch (SQLException e) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            throw e;
        }
    }

    /** Positions by {@link #last}: the same id at another place of the log is not ours. */
    private static Map<String, Long> stored(Connection connection, List<AppendRequest> requests) throws SQLException {
        String sql = """
                select event_id || ' ' || sequence || ' ' || stream, position
                from event_store.event where event_id = any(?::uuid[])""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(
                    1,
                    requests.stream()
                            .map(request -> request.events().getLast().id().toString())
                            .toArray(String[]::new));
            Map<String, Long> stored = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) stored.put(rows.getString(1), rows.getLong(2));
            }
            return stored;
        }
    }

    private static String last(AppendRequest request) {
        NewEvent last = request.events().getLast();
        return last.id() + " " + last.sequence() + " " + last.stream();
    }

    private static void bind(PreparedStatement statement, List<AppendRequest> requests) throws SQLException {
        int n = requests.stream().mapToInt(r -> r.events().size()).sum();
        int[] request = new int[n];
        String[] id = new String[n];
        String[] stream = new String[n];
        long[] sequence = new long[n];
        String[] type = new String[n];
        String[] name = new String[n];
        String[] revision = new String[n];
        long[] storedMs = new long[n];
        byte[][] payload = new byte[n][];
        byte[][] envelope = new byte[n][];
        int i = 0;
        for (int r = 0; r < requests.size(); r++) {
            for (NewEvent event : requests.get(r).events()) {
                request[i] = r;
                id[i] = event.id().toString();
                stream[i] = event.stream();
                sequence[i] = event.sequence();
                type[i] = event.type();
                name[i] = event.name();
                revision[i] = event.revision();
                storedMs[i] = event.storedMs();
                payload[i] = event.payload();
                envelope[i] = event.envelope();
                i++;
            }
        }
        Object[] arrays = {request, id, stream, sequence, type, name, revision, storedMs, payload, envelope};
        for (int column = 0; column < EVENT_COLUMNS; column++) statement.setObject(column + 1, arrays[column]);
        bindExpected(statement, requests);
    }

    private static void bindExpected(PreparedStatement statement, List<AppendRequest> requests) throws SQLException {
        int n = requests.stream().mapToInt(r -> r.expected().size()).sum();
        int[] request = new int[n];
        String[] stream = new String[n];
        long[] last = new long[n];
        int i = 0;
        for (int r = 0; r < requests.size(); r++) {
            for (AppendRequest.Expected expected : requests.get(r).expected()) {
                request[i] = r;
                stream[i] = expected.stream();
                last[i] = expected.last();
                i++;
            }
        }
        statement.setObject(EVENT_COLUMNS + 1, request);
        statement.setObject(EVENT_COLUMNS + 2, stream);
        statement.setObject(EVENT_COLUMNS + 3, last);
    }
}
