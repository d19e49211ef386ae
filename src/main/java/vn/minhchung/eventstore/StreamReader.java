package vn.minhchung.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    /** A stream has a hole. */
    static final class MissingSequence extends IllegalStateException {
        private static final long serialVersionUID = 1;

        MissingSequence(String message) {
            super(message);
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
     * @throws MissingSequence when the log has a hole
     */
    List<GenericDomainEventMessage<?>> read(String stream) {
        Kept known = known(stream);
        return extended(stream, known, log.stream(stream, from(known)));
    }

    /**
     * The same of several streams, in one round trip. A stream that cannot be told is left out: whoever reads it alone
     * learns why.
     */
    Map<String, List<GenericDomainEventMessage<?>>> read(Collection<String> streams) {
        Map<String, @Nullable Kept> before = new HashMap<>();
        Map<String, Long> from = new LinkedHashMap<>();
        for (String stream : streams) {
            Kept known = known(stream);
            before.put(stream, known);
            from.put(stream, from(known));
        }
        Map<String, List<StoredEvent>> rows = log.streams(from);
        Map<String, List<GenericDomainEventMessage<?>>> told = new HashMap<>();
        for (String stream : from.keySet()) {
            try {
                told.put(stream, extended(stream, before.get(stream), rows.getOrDefault(stream, List.of())));
            } catch (UnknownEvent | MissingSequence untold) {
                told.remove(stream);
            }
        }
        return told;
    }

    private static long from(@Nullable Kept known) {
        return known == null ? 0 : known.lastSequence();
    }

    /** @param rows of the log, from the last event on that was kept */
    private List<GenericDomainEventMessage<?>> extended(String stream, @Nullable Kept known, List<StoredEvent> rows) {
        if (known == null) return whole(stream, rows);
        // The last one kept is read again: only when it still stands there is what was kept this log's history. A
        // database that failed over to an older copy, or was restored, may have lost it.
        if (rows.isEmpty() || !rows.getFirst().id().equals(known.lastId())) return whole(stream, log.stream(stream, 0));
        return rows.size() == 1 ? known.events() : keep(stream, known, rows.subList(1, rows.size()));
    }

    private List<GenericDomainEventMessage<?>> whole(String stream, List<StoredEvent> rows) {
        if (!rows.isEmpty()) return keep(stream, null, rows);
        drop(stream);
        return List.of();
    }

    private List<GenericDomainEventMessage<?>> keep(String stream, @Nullable Kept before, List<StoredEvent> rows) {
        List<GenericDomainEventMessage<?>> events = new ArrayList<>(before == null ? List.of() : before.events());
        long size = before == null ? 0 : before.bytes();
        for (StoredEvent row : rows) {
            if (row.sequence() != events.size()) {
                throw new MissingSequence("sequence %d of %s is missing".formatted(events.size(), stream));
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
