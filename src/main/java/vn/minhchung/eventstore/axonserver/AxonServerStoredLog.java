package vn.minhchung.eventstore.axonserver;

import java.util.List;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;

/** The log on Axon Server; its pages end where this node knows the positions. */
record AxonServerStoredLog(ServerLog server, LogTail tail) implements StoredLog {
    @Override
    public List<StoredEvent> after(long position, int max) {
        return tail.page(position, max);
    }

    /** The server numbers what it has: nothing can be missing, only stand where it did not. */
    @Override
    public List<StoredEvent> found(long position, int max) {
        return tail.page(position, max);
    }

    @Override
    public long head() {
        return server.head();
    }
}
