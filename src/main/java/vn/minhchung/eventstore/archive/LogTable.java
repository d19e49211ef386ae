package vn.minhchung.eventstore.archive;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.StoredEvents;
import vn.minhchung.kernel.log.StoredEvent;

/** Columns of the tables of the record, read and written as they are. */
final class LogTable {
    private static final int FETCHED = 500;

    private static final String REFUSAL_COLUMNS =
            "at_us, day, account, actor, kind, mutation, code, rule, position, request_id, detail, prev_hash, hash";

    static final String INSERT_EVENT =
            "insert into event_store.event (" + StoredEvents.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String INSERT_REFUSAL = "insert into event_store.refusal_attempt (" + REFUSAL_COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String READING_COLUMNS =
            "at_us, day, kind, account, actor, operation, position, request_id, detail, prev_hash, hash";

    static final String INSERT_READING =
            "insert into event_store.reading (" + READING_COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private LogTable() {}

    /** Takes what is read. */
    interface Taking<T> {
        void take(T row) throws SQLException;
    }

    /** Every event after a position, oldest first. Within a transaction only a few hundred are held at a time. */
    static void events(Connection connection, long after, Taking<StoredEvent> taking) throws SQLException {
        events(connection, after, Long.MAX_VALUE, taking);
    }

    /** The same, at most so many. */
    static void events(Connection connection, long after, long max, Taking<StoredEvent> taking) throws SQLException {
        String sql = StoredEvents.SELECT + "where position > ? order by position limit ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            statement.setLong(1, after);
            statement.setLong(2, max);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) taking.take(StoredEvents.read(row));
            }
        }
    }

    /** Every refused attempt, in the order of the chain. */
    static void refusals(Connection connection, Taking<Lines.Refused> taking) throws SQLException {
        String sql = "select " + REFUSAL_COLUMNS + " from event_store.refusal_attempt order by id";
        rows(connection, sql, row -> taking.take(refused(row)));
    }

    /** Every reading, in the order of the chain. */
    static void readings(Connection connection, Taking<Lines.Read> taking) throws SQLException {
        String sql = "select " + READING_COLUMNS + " from event_store.reading order by id";
        rows(connection, sql, row -> taking.take(reading(row)));
    }

    private static void rows(Connection connection, String sql, Taking<ResultSet> taking) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) taking.take(row);
            }
        }
    }

    /**
     * An event of which this database knows where it stands in the log.
     *
     * @param id null where it is not kept
     */
    record Known(long position, @Nullable UUID id, String stream, long sequence, long recordedUs) {
        /** False when it stands at the same position and is another one. */
        boolean agrees(StoredEvent event) {
            return position != event.position()
                    || ((id == null || id.equals(event.id()))
                            && stream.equals(event.stream())
                            && sequence == event.sequence()
                            && recordedUs == event.recordedUs());
        }
    }

    /** The last event of the log here and the last one in the index of that on Axon Server, where there are any. */
    static List<Known> known(Connection connection) throws SQLException {
        List<Known> known = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        (select position, event_id, stream, sequence, recorded_us
                         from event_store.event order by position desc limit 1)
                        union all
                        (select position, null, stream, sequence, recorded_us
                         from event_store.axon_server_position order by position desc limit 1)""")) {
            while (row.next()) {
                known.add(new Known(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5)));
            }
        }
        return known;
    }

    /** The last position; 0 when the log is empty. */
    static long head(Connection connection) throws SQLException {
        return number(connection, "select coalesce(max(position), 0) from event_store.event");
    }

    /** How many refused attempts are kept. */
    static long refusals(Connection connection) throws SQLException {
        return number(connection, "select count(*) from event_store.refusal_attempt");
    }

    /** How many readings are kept. */
    static long readings(Connection connection) throws SQLException {
        return number(connection, "select count(*) from event_store.reading");
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void bind(PreparedStatement insert, StoredEvent event) throws SQLException {
        insert.setLong(1, event.position());
        insert.setObject(2, event.id());
        insert.setString(3, event.stream());
        insert.setLong(4, event.sequence());
        insert.setString(5, event.type());
        insert.setString(6, event.name());
        insert.setString(7, event.revision());
        insert.setLong(8, event.storedMs());
        insert.setLong(9, event.recordedUs());
        insert.setBytes(10, event.payload());
        insert.setBytes(11, event.envelope());
    }

    static void bind(PreparedStatement insert, Lines.Refused refused) throws SQLException {
        insert.setLong(1, refused.atUs());
        insert.setObject(2, LocalDate.parse(refused.day()));
        insert.setString(3, refused.account());
        insert.setString(4, refused.actor());
        insert.setString(5, refused.kind());
        insert.setString(6, refused.mutation());
        insert.setString(7, refused.code());
        insert.setString(8, refused.rule());
        insert.setObject(9, refused.position());
        insert.setString(10, refused.requestId());
        insert.setBytes(11, refused.detail().getBytes(StandardCharsets.UTF_8));
        insert.setBytes(12, bytes(refused.hashBefore()));
        insert.setBytes(13, bytes(refused.hash()));
    }

    static void bind(PreparedStatement insert, Lines.Read reading) throws SQLException {
        insert.setLong(1, reading.readUs());
        insert.setObject(2, LocalDate.parse(reading.day()));
        insert.setString(3, reading.kind());
        insert.setString(4, reading.account());
        insert.setString(5, reading.actor());
        insert.setString(6, reading.operation());
        insert.setLong(7, reading.position());
        insert.setString(8, reading.requestId());
        insert.setString(9, reading.detail());
        insert.setBytes(10, bytes(reading.hashBefore()));
        insert.setBytes(11, bytes(reading.hash()));
    }

    private static Lines.Read reading(ResultSet row) throws SQLException {
        return new Lines.Read(
                row.getLong(1),
                row.getObject(2, LocalDate.class).toString(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                hex(row.getBytes(10)),
                hex(row.getBytes(11)));
    }

    private static Lines.Refused refused(ResultSet row) throws SQLException {
        return new Lines.Refused(
                row.getLong(1),
                row.getObject(2, LocalDate.class).toString(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Long.class),
                row.getString(10),
                new String(row.getBytes(11), StandardCharsets.UTF_8),
                hex(row.getBytes(12)),
                hex(row.getBytes(13)));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }
}
