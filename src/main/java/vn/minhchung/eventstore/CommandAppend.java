package vn.minhchung.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.Recording;

/**
 * One command is one append: within a unit of work events are only collected, and the root writes them all when it commits;
 * a failure before that leaves nothing behind and draws no number.
 */
public final class CommandAppend {
    private static final String COLLECTED = CommandAppend.class.getName() + ".collected";

    private final EventCodec codec;
    private final EnvelopeSealer sealer;
    private final Guards guards;
    private final Store store;

    /** Writes all of them or none. */
    @FunctionalInterface
    public interface Store {
        Appended append(List<NewEvent> events, Map<String, Long> reads);
    }

    /** More events of the same append, where a store guards what was read by writing to it. */
    @FunctionalInterface
    public interface Guards {
        List<? extends EventMessage<?>> of(List<? extends EventMessage<?>> events, Map<String, Long> reads);
    }

    public CommandAppend(EventCodec codec, EnvelopeSealer sealer, Guards guards, Store store) {
        this.codec = codec;
        this.sealer = sealer;
        this.guards = guards;
        this.store = store;
    }

    /** Appends at once outside of a unit of work, else when its root commits. */
    public void append(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) return;
        if (!CurrentUnitOfWork.isStarted()) {
            write(events);
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> collected = root.getOrComputeResource(COLLECTED, _ -> {
            List<EventMessage<?>> list = new ArrayList<>();
            root.onCommit(_ -> write(list));
            return list;
        });
        collected.addAll(events);
    }

    private void write(List<? extends EventMessage<?>> decided) {
        List<Recording> recordings = decided.stream()
                .map(event -> event.getMetaData().get(Recording.KEY))
                .filter(Recording.class::isInstance)
                .map(Recording.class::cast)
                .distinct()
                .toList();
        Map<String, Long> reads = new HashMap<>();
        recordings.forEach(r -> reads.putAll(r.reads()));
        List<EventMessage<?>> events = new ArrayList<>(decided);
        events.addAll(guards.of(decided, reads));
        List<NewEvent> rows = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) rows.add(row(event, rows.size() + 1, events.size()));
        Appended appended = store.append(rows, reads);
        recordings.forEach(r -> r.appended(appended.firstPosition(), appended.position()));
    }

    private NewEvent row(EventMessage<?> message, int part, int parts) {
        if (!(message instanceof DomainEventMessage<?> event) || !(event.getPayload() instanceof DomainEvent payload)) {
            throw new IllegalArgumentException("only events of an aggregate are recorded: " + message.getPayloadType());
        }
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                codec.nameOf(payload.getClass()),
                Integer.toString(codec.revisionOf(payload.getClass())),
                event.getTimestamp().toEpochMilli(),
                codec.encode(payload),
                codec.encode(sealer.seal(event.getMetaData(), part, parts)));
    }
}
