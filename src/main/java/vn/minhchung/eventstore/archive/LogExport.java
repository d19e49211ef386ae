package vn.minhchung.eventstore.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import vn.minhchung.eventstore.ClosedLog;
import vn.minhchung.eventstore.ConnectionSource;

/**
 * The whole record of a PostgreSQL store into a file: events in position order, then refused attempts, as they were at one
 * moment; others may append meanwhile. Constant memory.
 */
public final class LogExport {
    private LogExport() {}

    /** @throws ArchiveFault when the file exists, the log went on elsewhere or breaks a rule; no file is left */
    public static LogSummary write(ConnectionSource log, Path file, Progress progress) throws IOException {
        AtomicReference<LogSummary> summary = new AtomicReference<>();
        ArchiveFile.write(file, out -> {
            try (Connection connection = log.openTuned(Duration.ZERO, Duration.ZERO)) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                summary.set(write(connection, new LogFileWriter(out), progress));
                connection.rollback();
            } catch (SQLException e) {
                throw new IOException(e);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
        return summary.get();
    }

    private static LogSummary write(Connection connection, LogFileWriter writer, Progress progress)
            throws SQLException, IOException {
        if (ClosedLog.closed(connection)) throw ArchiveRule.LOG_CLOSED.broken("Axon Server");
        long events = LogTable.head(connection);
        long refusals = LogTable.refusals(connection);
        writer.head(events, refusals);
        LogTable.events(connection, 0, event -> {
            unchecked(() -> writer.event(event));
            if (event.position() % Progress.EVERY == 0) progress.reached(event.position(), events);
        });
        if (writer.events() != events) throw ArchiveRule.COUNT.broken(writer.events());
        LogTable.refusals(connection, refused -> unchecked(() -> writer.refused(refused)));
        return writer.end();
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
