package vn.minhchung.eventstore.axonserver;

import java.util.List;
import vn.minhchung.eventstore.WholeCommands;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;

/** The log on Axon Server in position order, with the same positions and recorded times as on PostgreSQL. */
final class AxonServerRecordedEvents implements RecordedEvents {
    private final ServerLog server;
    private final LogTail tail;
    private final EventCodec codec;

    AxonServerRecordedEvents(ServerLog server, LogTail tail, EventCodec codec) {
        this.server = server;
        this.tail = tail;
        this.codec = codec;
    }

    @Override
    public List<Recorded> read(long after, int max) {
        return WholeCommands.read(tail::page, codec, after, max);
    }

    @Override
    public long head() {
        return server.head();
    }

    @Override
    public void onAppend(Runnable listener) {
        tail.onAppend(listener);
    }
}
