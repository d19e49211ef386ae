package vn.minhchung.eventstore.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.log.ReadingRow;
import vn.minhchung.kernel.log.RefusedRow;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * A log file into an empty log. The whole file is checked before a row is written; all rows are one transaction under the
 * locks of the appenders, of the refused attempts and of the readings, and before it is committed the table is read back and must have the
 * file's root. Killed at any moment, the log is as empty as it was. Positions, stored and recorded times and all bytes are
 * the file's.
 */
public final class LogImport implements LogFileReader.Sink {
    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 8 << 20;
    private static final String UNIQUE = "23505";

    private final Connection connection;
    private final Progress progress;
    private final long total;
    private final List<StoredEvent> batch = new ArrayList<>(BATCH);
    private long batchBytes;
    private long lineOfFirst;

    private LogImport(Connection connection, Progress progress, long total) {
        this.connection = connection;
        this.progress = progress;
        this.total = total;
    }

    /**
     * @param log of a role that may add to the log; the application's is enough
     * @throws ArchiveFault when the file or the log breaks a rule; nothing is written
     */
    public static LogSummary read(Path file, ConnectionSource log, Progress progress) throws IOException, SQLException {
        LogSummary checked = LogFileReader.read(file, new Nowhere());
        try (Connection connection = log.openTuned(Duration.ZERO, Duration.ZERO)) {
            connection.setAutoCommit(false);
            try {
                LogSummary written = new LogImport(connection, progress, checked.events()).write(file);
                if (!written.equals(checked)) throw ArchiveRule.ROOT.broken(written);
                connection.commit();
                return written;
            } catch (IOException | SQLException | RuntimeException e) {
                if (!connection.isClosed()) connection.rollback();
                throw e;
            }
        }
    }

    private LogSummary write(Path file) throws IOException, SQLException {
        lockEmpty();
        LogSummary read = LogFileReader.read(file, this);
        flush();
        requireSequences();
        LogCheck stored = new LogCheck();
        LogTable.events(connection, 0, event -> stored.next(0, event));
        long refusals = LogTable.refusals(connection);
        long readings = LogTable.readings(connection);
        if (!stored.root().equals(read.root())) throw ArchiveRule.ROOT.broken(stored.root());
        return new LogSummary(stored.size(), refusals, readings, stored.root());
    }

    /**
     * Appenders of all nodes wait from here on, or find that their streams are not where they expect them; refused attempts
     * and readings wait too, and go on the chains that are read in.
     */
    private void lockEmpty() throws SQLException {
        LogTable.execute(connection, "select pg_advisory_xact_lock(" + Appender.LOG_LOCK + ")");
        LogTable.execute(connection, "select pg_advisory_xact_lock(" + RefusedRow.CHAIN_LOCK + ")");
        LogTable.execute(connection, "select pg_advisory_xact_lock(" + ReadingRow.CHAIN_LOCK + ")");
        long rows = LogTable.number(connection, """
                select (select count(*) from (select from event_store.event limit 1) e)
                     + (select count(*) from (select from event_store.refusal_attempt limit 1) r)
                     + (select count(*) from (select from event_store.reading limit 1) d)""");
        if (rows > 0) {
            throw ArchiveRule.LOG_NOT_EMPTY.broken(LogTable.head(connection));
        }
    }

    @Override
    public void event(long line, StoredEvent event) throws IOException {
        if (batch.isEmpty()) lineOfFirst = line;
        batch.add(event);
        batchBytes += event.payload().length + event.envelope().length;
        if (batch.size() == BATCH || batchBytes >= BATCH_BYTES) flushing();
        if (event.position() % Progress.EVERY == 0) progress.reached(event.position(), total);
    }

    @Override
    public void refused(long line, Lines.Refused refused) throws IOException {
        flushing();
        insert(line, LogTable.INSERT_REFUSAL, row -> LogTable.bind(row, refused));
    }

    @Override
    public void read(long line, Lines.Read reading) throws IOException {
        insert(line, LogTable.INSERT_READING, row -> LogTable.bind(row, reading));
    }

    private void insert(long line, String sql, LogTable.Taking<PreparedStatement> binding) throws IOException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            binding.take(insert);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw refusedBy(e, line);
        }
    }

    private void flushing() throws IOException {
        try {
            flush();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void flush() throws SQLException {
        if (batch.isEmpty()) return;
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement insert = connection.prepareStatement(LogTable.INSERT_EVENT)) {
            for (StoredEvent event : batch) {
                LogTable.bind(insert, event);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            if (connection.isClosed()) throw e;
            connection.rollback(before);
            findRefused();
            throw e;
        }
        connection.releaseSavepoint(before);
        batch.clear();
        batchBytes = 0;
    }

    /** Row by row, as a batch does not say which row the database would not have. */
    private void findRefused() throws SQLException {
        long line = lineOfFirst;
        for (StoredEvent event : batch) {
            try (PreparedStatement insert = connection.prepareStatement(LogTable.INSERT_EVENT)) {
                LogTable.bind(insert, event);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw refusedBy(e, line);
            }
            line++;
        }
    }

    private static ArchiveFault refusedBy(SQLException e, long line) {
        ArchiveRule rule = UNIQUE.equals(e.getSQLState()) ? ArchiveRule.DUPLICATE : ArchiveRule.LIMIT;
        return (ArchiveFault) rule.brokenIn(line, e.getMessage()).initCause(e);
    }

    private void requireSequences() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select position, stream, sequence
                        from (select position, stream, sequence,
                                     row_number() over (partition by stream order by position) - 1 as expected
                              from event_store.event) e
                        where sequence <> expected
                        order by position
                        limit 1""")) {
            // the head is the first line
            if (row.next()) {
                throw ArchiveRule.SEQUENCE.brokenIn(row.getLong(1) + 1, row.getString(2) + " " + row.getLong(3));
            }
        }
    }

    /** Looks only. */
    private record Nowhere() implements LogFileReader.Sink {
        @Override
        public void event(long line, StoredEvent event) {}

        @Override
        public void refused(long line, Lines.Refused refused) {}

        @Override
        public void read(long line, Lines.Read reading) {}
    }
}
