package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Short reads of the log over the pool; no connection is held between two of them. */
final class LogReader {
    private final DataSource dataSource;

    LogReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Events of a stream from a sequence on, in order, without their envelopes: deciding never opens them. */
    List<EventRow> stream(String stream, long firstSequence) {
        String sql = EventRow.SELECT_CLOSED + "where stream = ? and sequence >= ? order by sequence";
        return query(sql, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, firstSequence);
            return rows(statement);
        });
    }

    /** The event a stream begins with, whole. */
    Optional<EventRow> first(String stream) {
        return query(EventRow.SELECT + "where stream = ? and sequence = 0", statement -> {
            statement.setString(1, stream);
            return rows(statement).stream().findFirst();
        });
    }

    /**
     * Events after a position, in order, at most so many.
     *
     * @throws IllegalStateException when a position is missing
     */
    List<EventRow> after(long position, int max) {
        return query(EventRow.SELECT + "where position > ? order by position limit ?", statement -> {
            statement.setLong(1, position);
            statement.setInt(2, max);
            return EventRow.contiguous(position, rows(statement));
        });
    }

    OptionalLong lastSequence(String stream) {
        return query("select max(sequence) from event_store.event where stream = ?", statement -> {
            statement.setString(1, stream);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long last = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
            }
        });
    }

    /** The last sequence of a stream at or before a position; -1 when it had no event yet. */
    long sequenceAt(String stream, long position) {
        String sql = """
                select sequence from event_store.event where stream = ? and position <= ? order by sequence desc limit 1
                """;
        return query(sql, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        });
    }

    long head() {
        return query("select coalesce(max(position), 0) from event_store.event", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The last position recorded before a time. Positions are contiguous and times increase, so halving finds it. */
    long lastBefore(long recordedUs) {
        long low = 0;
        long high = head();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (recordedUs(middle) < recordedUs) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private long recordedUs(long position) {
        return query("select recorded_us from event_store.event where position = ?", statement -> {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) throw new IllegalStateException("no event at position " + position);
                return row.getLong(1);
            }
        });
    }

    private static List<EventRow> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<EventRow> result = new ArrayList<>();
            while (rows.next()) result.add(EventRow.read(rows));
            return result;
        }
    }

    private <T> T query(String sql, Read<T> read) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            // Never a plan made while the table was empty: a pooled connection does not force custom plans.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return read.from(statement);
        } catch (SQLException e) {
            throw (Refusal) Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(e);
        }
    }

    private interface Read<T> {
        T from(PreparedStatement statement) throws SQLException;
    }
}
