package vn.minhchung.evidence;

import java.util.List;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;

/** A log of which only so much is seen, so that it is sealed up to there. */
final class LogUpTo implements StoredLog {
    private final StoredLog log;
    private long end = Long.MAX_VALUE;

    LogUpTo(StoredLog log) {
        this.log = log;
    }

    void end(long position) {
        end = position;
    }

    @Override
    public List<StoredEvent> after(long position, int max) {
        return seen(log.after(position, max));
    }

    @Override
    public List<StoredEvent> found(long position, int max) {
        return seen(log.found(position, max));
    }

    @Override
    public long head() {
        return Math.min(end, log.head());
    }

    private List<StoredEvent> seen(List<StoredEvent> page) {
        return page.stream().filter(event -> event.position() <= end).toList();
    }
}
