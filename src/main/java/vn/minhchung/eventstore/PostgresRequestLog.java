package vn.minhchung.eventstore;

import java.util.Optional;
import javax.sql.DataSource;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.RequestLog;

/** Looks an idempotency key up in the log itself, so that it holds from the append on. */
public final class PostgresRequestLog implements RequestLog {
    private final LogReader log;
    private final EventCodec codec;

    public PostgresRequestLog(DataSource reads, EventCodec codec) {
        this.log = new LogReader(reads);
        this.codec = codec;
    }

    @Override
    public Optional<Accepted> find(String stream) {
        return log.first(stream).map(first -> StoredEvents.accepted(first, codec));
    }
}
