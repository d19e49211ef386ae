package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.StoredEvent;

/** Short reads of the log. */
final class LogReader implements StreamSequences {
    private final ShortReads reads;

    LogReader(DataSource dataSource) {
        this.reads = new ShortReads(dataSource);
    }

    /** Events of a stream from a sequence on, in order, without their envelopes: deciding never opens them. */
    List<StoredEvent> stream(String stream, long firstSequence) {
        String sql = StoredEvents.SELECT_CLOSED + "where stream = ? and sequence >= ? order by sequence";
        return reads.query(sql, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, firstSequence);
            return rows(statement);
        });
    }

    /**
     * The same of many streams in one question.
     *
     * @param from the sequence to begin with, by stream
     * @return by stream; those without such an event are absent
     */
    Map<String, List<StoredEvent>> streams(Map<String, Long> from) {
        // offset 0 keeps the planner to one look-up in the index for each stream
        String sql = """
                select found.* from unnest(?::text[], ?::bigint[]) as asked (id, since)
                cross join lateral (%s where stream = asked.id and sequence >= asked.since offset 0) found
                order by stream, sequence
                """.formatted(StoredEvents.SELECT_CLOSED);
        List<StoredEvent> rows = reads.query(sql, statement -> {
            bind(statement, from);
            return rows(statement);
        });
        return rows.stream().collect(Collectors.groupingBy(StoredEvent::stream));
    }

    /** The event a stream begins with, whole. */
    Optional<StoredEvent> first(String stream) {
        return reads.query(StoredEvents.SELECT + "where stream = ? and sequence = 0", statement -> {
            statement.setString(1, stream);
            return rows(statement).stream().findFirst();
        });
    }

    /**
     * Events after a position, in order, at most so many.
     *
     * @throws IllegalStateException when a position is missing
     */
    List<StoredEvent> after(long position, int max) {
        return StoredEvents.contiguous(position, found(position, max));
    }

    /** The same with no eye to what is missing. */
    List<StoredEvent> found(long position, int max) {
        return reads.query(StoredEvents.SELECT + "where position > ? order by position limit ?", statement -> {
            statement.setLong(1, position);
            statement.setInt(2, max);
            return rows(statement);
        });
    }

    OptionalLong lastSequence(String stream) {
        return reads.query("select max(sequence) from event_store.event where stream = ?", statement -> {
            statement.setString(1, stream);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long last = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
            }
        });
    }

    @Override
    public long sequenceAt(String stream, long position) {
        String sql = """
                select sequence from event_store.event where stream = ? and position <= ? order by sequence desc limit 1
                """;
        return reads.query(sql, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        });
    }

    /** In one question. */
    @Override
    public Optional<String> movedOn(Map<String, Long> seen) {
        String sql = """
                select id from unnest(?::text[], ?::bigint[]) as seen (id, last)
                where exists (select from event_store.event where stream = seen.id and sequence > seen.last) limit 1
                """;
        return reads.query(sql, statement -> {
            bind(statement, seen);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        });
    }

    long head() {
        return reads.query("select coalesce(max(position), 0) from event_store.event", statement -> {
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
        return reads.query("select recorded_us from event_store.event where position = ?", statement -> {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) throw new IllegalStateException("no event at position " + position);
                return row.getLong(1);
            }
        });
    }

    /** Streams and a sequence of each, as two arrays. */
    private static void bind(PreparedStatement statement, Map<String, Long> sequences) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                1, connection.createArrayOf("text", sequences.keySet().toArray()));
        statement.setArray(
                2, connection.createArrayOf("bigint", sequences.values().toArray()));
    }

    private static List<StoredEvent> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<StoredEvent> result = new ArrayList<>();
            while (rows.next()) result.add(StoredEvents.read(rows));
            return result;
        }
    }
}
