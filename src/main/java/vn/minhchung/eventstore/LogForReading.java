package vn.minhchung.eventstore;

import javax.sql.DataSource;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.StoredLog;

/** The log in PostgreSQL with no appender beside it: for programs that look at it and end. */
public final class LogForReading {
    private LogForReading() {}

    public static StoredLog events(DataSource dataSource) {
        return new PostgresStoredLog(new LogReader(dataSource));
    }

    public static StreamSequences sequences(DataSource dataSource) {
        return new LogReader(dataSource);
    }
}
