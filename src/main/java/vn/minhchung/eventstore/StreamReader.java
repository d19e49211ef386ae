package vn.minhchung.eventstore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * Whole streams, as they are decided on. What was decoded once is kept, the streams used last, so that a long history is
 * not decoded with every command (decision record 18). It answers nothing from memory alone: each reading asks the log for
 * what stands from the last event kept on, so that what another node appended is seen at once.
 */
final class StreamReader {
    /** What an event takes beside its payload: message, ids, texts. */
    private static final int OVERHEAD = 500;

    /** A decoded payload takes about as much again as its JSON. */
    private static final int PAYLOAD_TIMES = 2;

    private final LogReader log;
    private final EventCodec codec;
    private final long capacity;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param events never changed, from sequence 0 on */
    private record Kept(List<GenericDomainEventMessage<?>> events, UUID lastId, long bytes) {
        long lastSequence() {
            return events.getLast().getSequenceNumber();
        }
    }

    /** @param capacity about how many bytes of memory may be used */
    StreamReader(LogReader log, EventCodec codec, long capacity) {
        this.log = log;
        this.codec = codec;
        this.capacity = capacity;
    }

    /**
     * All events of a stream, in order.
     *
     * @throws UnknownEvent when one of them is not known; nothing is answered then
     * @throws IllegalStateException when a sequence is missing
     */
    List<GenericDomainEventMessage<?>> read(String stream) {
        Kept known = known(stream);
        if (known != null) {
            List<StoredEvent> rows = log.stream(stream, known.lastSequence());
            // The last one kept is read again: only when it still stands there is what was kept this log's history. A
            // database that failed over to an older copy, or was restored, may have lost it.
            if (!rows.isEmpty() && rows.getFirst().id().equals(known.lastId())) {
                if (rows.size() == 1) return known.events();
                return keep(stream, known, rows.subList(1, rows.size()));
            }
        }
        List<StoredEvent> rows = log.stream(stream, 0);
        if (!rows.isEmpty()) return keep(stream, null, rows);
        drop(stream);
        return List.of();
    }

    private List<GenericDomainEventMessage<?>> keep(String stream, @Nullable Kept before, List<StoredEvent> rows) {
        List<GenericDomainEventMessage<?>> events = new ArrayList<>(before == null ? List.of() : before.events());
        long size = before == null ? 0 : before.bytes();
        for (StoredEvent row : rows) {
            if (row.sequence() != events.size()) {
                throw new IllegalStateException("sequence %d of %s is missing".formatted(events.size(), stream));
            }
            events.add(StoredEvents.forAggregate(row, codec));
            size += OVERHEAD + (long) PAYLOAD_TIMES * row.payload().length;
        }
        Kept now = new Kept(List.copyOf(events), rows.getLast().id(), size);
        keep(stream, now);
        return now.events();
    }

    private synchronized @Nullable Kept known(String stream) {
        return kept.get(stream);
    }

    /** Whichever of two readers comes last is kept: both hold the stream's first events, and each reading asks for the rest. */
    private synchronized void keep(String stream, Kept now) {
        drop(stream);
        if (now.bytes() > capacity) return;
        kept.put(stream, now);
        bytes += now.bytes();
        var eldest = kept.values().iterator();
        while (bytes > capacity) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    private synchronized void drop(String stream) {
        Kept before = kept.remove(stream);
        if (before != null) bytes -= before.bytes();
    }

    /** About how much memory is used. */
    synchronized long bytes() {
        return bytes;
    }
}
