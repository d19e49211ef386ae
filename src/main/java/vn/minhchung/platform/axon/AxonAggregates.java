package vn.minhchung.platform.axon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.StreamsAhead;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Patience;
import vn.minhchung.kernel.command.Recording;
import vn.minhchung.kernel.command.StreamSequences;

/**
 * Event-sourced aggregates within a unit of work. What is decided on is loaded under a lock of its stream, held to the end
 * of the unit of work; what is only asked is read without one. Either way the append leaves the command out when the stream
 * has moved on since (decision record 10). No snapshots and no cache of aggregates: both were tried and serve stale or empty
 * state. The store keeps decoded events, and asks the log for newer ones on each load (decision record 18).
 */
public final class AxonAggregates implements Aggregates {
    private static final String LOADED = "minhchung.aggregates";
    private static final int ATTEMPTS = 20;
    private static final int ATTEMPT_MS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final EventStore events;
    private final StreamSequences sequences;
    private final LockFactory locks = PessimisticLockFactory.builder()
            .acquireAttempts(ATTEMPTS)
            .lockAttemptTimeout(ATTEMPT_MS)
            .build();
    private final AskedStreams asked;
    private final Map<Class<?>, AggregateModel<?>> models = new ConcurrentHashMap<>();
    private final SnapshotTrigger noSnapshots = NoSnapshotTriggerDefinition.TRIGGER;

    /** Over a store that reads one stream after the other. */
    public AxonAggregates(EventStore events, StreamSequences sequences) {
        this(events, sequences, StreamsAhead.NONE);
    }

    public AxonAggregates(EventStore events, StreamSequences sequences, StreamsAhead ahead) {
        this.events = events;
        this.sequences = sequences;
        this.asked = new AskedStreams(ahead);
    }

    @Override
    public <A> void on(Class<A> type, String id, Consumer<A> decide) {
        Loaded<A> loaded = locked(type, id);
        if (loaded.empty()) throw Refusal.of(ErrorCode.NOT_FOUND, "id", id);
        requireUnchangedSinceSeen(id, loaded);
        loaded.aggregate().execute(decide);
    }

    @Override
    public <A, R> R ask(Class<A> type, String id, Function<A, R> question) {
        R answer = peek(type, id, question);
        if (answer == null) throw Refusal.of(ErrorCode.NOT_FOUND, "id", id);
        return answer;
    }

    @Override
    public <A> void create(Class<A> type, String id, Consumer<A> decide) {
        Loaded<A> loaded = locked(type, id);
        if (!loaded.empty()) throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", id);
        loaded.aggregate().execute(decide);
    }

    @Override
    public <A> void guard(Class<A> type, String id, Consumer<A> decide) {
        locked(type, id).aggregate().execute(decide);
    }

    @Override
    public <A, R> @Nullable R peek(Class<A> type, String id, Function<A, R> question) {
        Loaded<A> held = held(type, id);
        Loaded<A> loaded = held != null ? held : asked(type, id);
        return loaded.empty() ? null : loaded.aggregate().invoke(question);
    }

    @Override
    public void ahead(Collection<String> ids) {
        asked.of(CurrentUnitOfWork.get().root()).readAhead(ids);
    }

    @Override
    public void restsOn(RuleRef rule) {
        recording().restsOn(rule);
    }

    @Override
    public void warn(String code, @Nullable RuleRef rule) {
        recording().warn(rule == null ? code : code + " " + rule.family() + ":" + rule.version());
    }

    @Override
    public void corrects(String eventId) {
        recording().corrects(eventId);
    }

    @Override
    public void actsOn(String id) {
        recording().actsOn(id);
    }

    @Override
    public <E> void confirms(String stream, Class<E> recorded, Predicate<? super E> which) {
        events.readEvents(stream).forEachRemaining(event -> {
            if (recorded.isInstance(event.getPayload()) && which.test(recorded.cast(event.getPayload())))
                recording().causedBy(event.getIdentifier());
        });
    }

    private static Recording recording() {
        Object recording = CurrentUnitOfWork.get().getMessage().getMetaData().get(Recording.KEY);
        if (recording instanceof Recording found) return found;
        throw new IllegalStateException("a command without a recording");
    }

    /**
     * A decider acts on what was shown: when the object of the command moved on since {@code seenAt}, nothing is written
     * and the events between are named.
     */
    private void requireUnchangedSinceSeen(String id, Loaded<?> loaded) {
        Object decision = CurrentUnitOfWork.get().getMessage().getMetaData().get(Recording.DECISION);
        Object named = recording().actsOn();
        Object subject = named != null
                ? named
                : CurrentUnitOfWork.get().getMessage().getMetaData().get("subject");
        if (!(decision instanceof Decision seen) || seen.seenAt() == null || !id.equals(subject)) return;
        long expected = sequences.sequenceAt(id, seen.seenAt());
        if (loaded.loadedSequence() <= expected) return;
        List<String> between = new ArrayList<>();
        events.readEvents(id, expected + 1)
                .forEachRemaining(event -> between.add(
                        event.getSequenceNumber() + " " + event.getPayloadType().getSimpleName()));
        if (between.isEmpty()) return;
        throw Refusal.of(
                        ErrorCode.CHANGED_SINCE_SEEN,
                        "id",
                        id,
                        "seenAt",
                        seen.seenAt(),
                        "since",
                        String.join(", ", between))
                .at("seenAt");
    }

    private <A> Loaded<A> locked(Class<A> type, String id) {
        Loaded<A> held = held(type, id);
        if (held != null) return held;
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        Lock lock = lock(id);
        root.onCleanup(_ -> lock.release());
        asked.of(root).locked(id);
        Loaded<A> loaded = load(type, id, events.readEvents(id));
        all(root).put(id, loaded);
        return loaded;
    }

    /** Read once: the append compares what the first reading saw. */
    private <A> Loaded<A> asked(Class<A> type, String id) {
        AskedStreams.Of here = asked.of(CurrentUnitOfWork.get().root());
        if (here.before(id) instanceof Loaded<?> before && before.aggregate().rootType() == type) return same(before);
        Loaded<A> loaded = load(type, id, here.read(id, () -> events.readEvents(id)));
        here.now(id, loaded);
        return loaded;
    }

    /** Waits as long as the command may: who has the lock may be waiting for a database that is away. */
    private Lock lock(String id) {
        long end = System.nanoTime() + Patience.left(LONGEST_WAIT).toNanos();
        while (true) {
            try {
                return locks.obtainLock(id);
            } catch (DeadlockException e) {
                throw e;
            } catch (LockAcquisitionFailedException e) {
                if (System.nanoTime() - end > 0) throw e;
            }
        }
    }

    private <A> @Nullable Loaded<A> held(Class<A> type, String id) {
        Loaded<?> held = all(CurrentUnitOfWork.get().root()).get(id);
        if (held == null) return null;
        if (held.aggregate().rootType() != type) throw new IllegalStateException(id + " is no " + type.getSimpleName());
        return same(held);
    }

    @SuppressWarnings("unchecked")
    private static <A> Loaded<A> same(Loaded<?> loaded) {
        return (Loaded<A>) loaded;
    }

    private static Map<String, Loaded<?>> all(UnitOfWork<?> root) {
        return root.getOrComputeResource(LOADED, _ -> new HashMap<String, Loaded<?>>());
    }

    private <A> Loaded<A> load(Class<A> type, String id, DomainEventStream stream) {
        EventSourcedAggregate<A> aggregate =
                EventSourcedAggregate.initialize(newRoot(type), model(type), events, noSnapshots);
        boolean existed = stream.hasNext();
        if (existed) {
            requireType(type, stream.peek(), id);
            aggregate.initializeState(stream);
        }
        // a store may have marks of readers in the stream, which are no events: they count in its sequence only
        Long last = stream.getLastSequenceNumber();
        long loadedSequence = last == null ? -1 : last;
        // Axon gives the first event its id when its sequence is 0; the store passes over the marks before it
        if (!existed) aggregate.initSequence();
        recording().read(id, loadedSequence);
        return new Loaded<>(aggregate, loadedSequence);
    }

    private void requireType(Class<?> type, DomainEventMessage<?> first, String id) {
        String expected = model(type).type();
        if (!expected.equals(first.getType())) throw Refusal.of(ErrorCode.NOT_FOUND, "id", id);
    }

    private <A> AggregateModel<A> model(Class<A> type) {
        @SuppressWarnings("unchecked")
        AggregateModel<A> model =
                (AggregateModel<A>) models.computeIfAbsent(type, AnnotatedAggregateMetaModelFactory::inspectAggregate);
        return model;
    }

    private static <A> A newRoot(Class<A> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an aggregate needs a constructor without arguments: " + type, e);
        }
    }

    /** @param loadedSequence the stream's last sequence when it was loaded; −1 when it was empty */
    private record Loaded<A>(EventSourcedAggregate<A> aggregate, long loadedSequence) {
        /** Empty when loaded and nothing applied since. */
        boolean empty() {
            Long last = aggregate.lastSequence();
            return last == null || last < 0;
        }
    }
}
