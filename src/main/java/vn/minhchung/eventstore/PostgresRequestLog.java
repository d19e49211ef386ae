package vn.minhchung.eventstore;

import java.util.Optional;
import javax.sql.DataSource;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.RequestAccepted;
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
        return log.first(stream).map(row -> {
            String part = codec.decodeEnvelope(row.envelope()).part();
            int parts = Integer.parseInt(part.substring(part.indexOf('/') + 1));
            return switch (codec.decode(row.position(), row.name(), row.revision(), row.payload())) {
                case RequestAccepted accepted -> new Accepted(row.position(), parts, accepted.inputHash());
                default -> throw new IllegalStateException("not a stream of requests: " + stream);
            };
        });
    }
}
