package vn.minhchung.eventstore.axonserver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ClosedLog;
import vn.minhchung.eventstore.ShortReads;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/**
 * What Axon Server does not tell: the position of an event of a stream, and its recorded time. Kept in PostgreSQL beside the
 * views; a pure function of the log, so every node writes the same rows, and it can be emptied and made again.
 */
final class PositionIndex {
    private final DataSource dataSource;
    private final ShortReads reads;

    /** One row. */
    record Entry(long position, String stream, long sequence, long recordedUs) {
        static final Entry NONE = new Entry(0, "", -1, 0);
    }

    PositionIndex(DataSource dataSource) {
        this.dataSource = dataSource;
        this.reads = new ShortReads(dataSource);
    }

    /** The last event of the log on PostgreSQL. */
    record Head(long position, UUID id, String stream, long sequence) {
        static final Head NONE = new Head(0, new UUID(0, 0), "", -1);
    }

    /**
     * Rows another node wrote before stay as they are.
     *
     * @param entries of contiguous positions
     * @return false when one of those is not the same: it was made from another log
     */
    boolean add(List<Entry> entries) {
        String sql = """
                insert into event_store.axon_server_position (position, stream, sequence, recorded_us)
                select * from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[])
                on conflict do nothing
                """;
        int added = reads.query(sql, statement -> {
            Connection connection = statement.getConnection();
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", entries.stream().map(Entry::position).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", entries.stream().map(Entry::stream).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", entries.stream().map(Entry::sequence).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", entries.stream().map(Entry::recordedUs).toArray()));
            return statement.executeUpdate();
        });
        return added == entries.size()
                || after(entries.getFirst().position() - 1, entries.size()).equals(entries);
    }

    /** The last row; {@link Entry#NONE} when there is none. */
    Entry last() {
        String sql = """
                select position, stream, sequence, recorded_us from event_store.axon_server_position
                order by position desc limit 1
                """;
        return reads.query(sql, statement -> {
            List<Entry> found = entries(statement);
            return found.isEmpty() ? Entry.NONE : found.getFirst();
        });
    }

    /** Rows after a position, in order, at most so many. */
    List<Entry> after(long position, int max) {
        String sql = """
                select position, stream, sequence, recorded_us from event_store.axon_server_position
                where position > ? order by position limit ?
                """;
        return reads.query(sql, statement -> {
            statement.setLong(1, position);
            statement.setInt(2, max);
            return entries(statement);
        });
    }

    OptionalLong positionOf(String stream, long sequence) {
        String sql = "select position from event_store.axon_server_position where stream = ? and sequence = ?";
        return reads.query(sql, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, sequence);
            return number(statement);
        });
    }

    /** The last sequence of a stream at or before a position; −1 when it had no event yet. */
    long sequenceAt(String stream, long position) {
        String sql = """
                select sequence from event_store.axon_server_position
                where stream = ? and position <= ? order by sequence desc limit 1
                """;
        return reads.query(sql, statement -> {
                    statement.setString(1, stream);
                    statement.setLong(2, position);
                    return number(statement);
                })
                .orElse(-1);
    }

    /** {@link Head#NONE} where this database has no log of its own. */
    Head headOfPostgres() {
        String sql =
                "select position, event_id, stream, sequence from event_store.event order by position desc limit 1";
        return reads.query(sql, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Head(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getLong(4))
                        : Head.NONE;
            }
        });
    }

    /**
     * Does something while nobody appends to the log on PostgreSQL, and closes that log for good when it went well. Where
     * it is closed already nobody waits for anybody.
     */
    <T> T closingPostgres(Supplier<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            if (ClosedLog.closed(connection)) return work.get();
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("set local lock_timeout = '10s'");
                lock.execute("select pg_advisory_xact_lock(" + Appender.LOG_LOCK + ")");
                T done = work.get();
                ClosedLog.close(connection);
                connection.commit();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw (Refusal) Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(e);
        }
    }

    /** The database's clock, milliseconds since 1970. */
    long databaseMs() {
        return reads.query(
                "select (extract(epoch from clock_timestamp()) * 1000)::bigint",
                statement -> number(statement).orElse(0));
    }

    private static OptionalLong number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    private static List<Entry> entries(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<Entry> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Entry(rows.getLong(1), rows.getString(2), rows.getLong(3), rows.getLong(4)));
            }
            return found;
        }
    }
}
