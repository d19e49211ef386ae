package vn.minhchung.eventstore.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.minhchung.eventstore.ClosedLog;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * The whole record into a file: events in position order, then refused attempts, then readings, as they were at one moment; others may append
 * meanwhile. Where the log went on on Axon Server its events are read from there. Constant memory.
 */
public final class LogExport {
    private LogExport() {}

    /**
     * @param moved asked only when the log of this database is closed; it is closed in the end
     * @throws ArchiveFault when the file exists or the log breaks a rule; no file is left
     */
    public static LogSummary write(
            ConnectionSource log, Supplier<? extends LogElsewhere> moved, Path file, Progress progress)
            throws IOException {
        AtomicReference<LogSummary> summary = new AtomicReference<>();
        ArchiveFile.write(file, out -> {
            try (Connection connection = log.openTuned(Duration.ZERO, Duration.ZERO)) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                summary.set(write(connection, moved, new LogFileWriter(out), progress));
                connection.rollback();
            } catch (SQLException e) {
                throw new IOException(e);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
        return summary.get();
    }

    private static LogSummary write(
            Connection connection, Supplier<? extends LogElsewhere> moved, LogFileWriter writer, Progress progress)
            throws SQLException, IOException {
        long events;
        // The first look at the database fixes the moment: Axon Server's log, asked afterwards, has all that is known
        // here.
        if (!ClosedLog.closed(connection)) {
            events = LogTable.head(connection);
            writer.head(events, LogTable.refusals(connection), LogTable.readings(connection));
            LogTable.events(connection, 0, event -> write(event, events, writer, progress));
        } else {
            // nothing is asked here while the log is read there
            LogTable.execute(connection, "set local idle_in_transaction_session_timeout = 0");
            try (LogElsewhere elsewhere = moved.get()) {
                MovedLog log = new MovedLog(connection, elsewhere);
                events = log.head();
                writer.head(events, LogTable.refusals(connection), LogTable.readings(connection));
                log.events(events, event -> write(event, events, writer, progress));
            }
        }
        if (writer.events() != events) throw ArchiveRule.COUNT.broken(writer.events());
        LogTable.refusals(connection, refused -> unchecked(() -> writer.refused(refused)));
        LogTable.readings(connection, reading -> unchecked(() -> writer.read(reading)));
        return writer.end();
    }

    private static void write(StoredEvent event, long events, LogFileWriter writer, Progress progress) {
        unchecked(() -> writer.event(event));
        if (event.position() % Progress.EVERY == 0) progress.reached(event.position(), events);
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
