package vn.minhchung.evidence;

import java.util.ArrayList;
import java.util.List;
import vn.minhchung.eventstore.StoredEvents;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.log.StoredLog;

/** A log that nobody appends to, decoded for projectors. */
record DecodedLog(StoredLog log, EventCodec codec) implements RecordedEvents {
    @Override
    public List<Recorded> read(long after, int max) {
        List<Recorded> events = new ArrayList<>(decoded(after, max));
        while (!events.isEmpty() && !events.getLast().envelope().lastPart()) {
            List<Recorded> rest = decoded(events.getLast().position(), 1);
            if (rest.isEmpty()) throw new IllegalStateException("the log ends inside a command");
            events.addAll(rest);
        }
        return events;
    }

    private List<Recorded> decoded(long after, int max) {
        return log.after(after, max).stream()
                .map(event -> StoredEvents.decode(event, codec))
                .toList();
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public void onAppend(Runnable listener) {
        // nothing is appended
    }
}
