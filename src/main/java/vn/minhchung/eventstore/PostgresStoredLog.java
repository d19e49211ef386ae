package vn.minhchung.eventstore;

import java.util.List;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;

/** The log's table, read in pages over the pool. */
record PostgresStoredLog(LogReader reader) implements StoredLog {
    @Override
    public List<StoredEvent> after(long position, int max) {
        return reader.after(position, max);
    }

    @Override
    public List<StoredEvent> found(long position, int max) {
        return reader.found(position, max);
    }

    @Override
    public long head() {
        return reader.head();
    }
}
