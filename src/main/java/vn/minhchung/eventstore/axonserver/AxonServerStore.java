package vn.minhchung.eventstore.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.EnvelopeSealer;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.StoredLog;

/** The four seams of a store, over one context of Axon Server and the index in PostgreSQL. */
public final class AxonServerStore implements AutoCloseable {
    private final ServerLog server;
    private final PositionIndex index;
    private final LogTail tail;
    private final ServerAppender appender;
    private final EventCodec codec;

    /**
     * @param channel the context's event channel, asked for anew at each use
     * @param database where the index is kept
     * @param clock this machine's real clock
     */
    public AxonServerStore(Supplier<EventChannel> channel, DataSource database, EventCodec codec, InstantSource clock) {
        this.server = new ServerLog(channel);
        this.index = new PositionIndex(database);
        this.tail = new LogTail(server, index, codec, clock);
        this.appender = new ServerAppender(server, index, tail);
        this.codec = codec;
    }

    /** @throws IllegalStateException when the database belongs to another log */
    public AxonServerStore start() {
        tail.start();
        return this;
    }

    public EventStorageEngine engine(EnvelopeSealer sealer) {
        return new AxonServerEventStorageEngine(server, appender, tail, codec, sealer);
    }

    public RecordedEvents recordedEvents() {
        return new AxonServerRecordedEvents(server, tail, codec);
    }

    public StoredLog storedLog() {
        return new AxonServerStoredLog(server, tail);
    }

    public RequestLog requestLog() {
        return new AxonServerRequestLog(server, index, codec);
    }

    public StreamSequences sequences() {
        return index::sequenceAt;
    }

    /** Why nothing can be appended or followed right now; null when all is well. */
    public @Nullable String trouble() {
        return tail.trouble();
    }

    /** Why this node must not append even though the server answers; null when it may. */
    public @Nullable String barred() {
        return tail.barred();
    }

    @Override
    public void close() {
        tail.close();
    }
}
