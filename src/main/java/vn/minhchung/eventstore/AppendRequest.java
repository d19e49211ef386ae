package vn.minhchung.eventstore;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** The events of one command on their way to the log: all are written, or none. */
final class AppendRequest {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);

    private enum Stage {
        WAITING,
        SENT,
        ABANDONED
    }

    private final List<NewEvent> events;
    private final Set<String> streams = new HashSet<>();
    private final Map<String, Long> reads;
    private final Set<Expected> expected = new LinkedHashSet<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private final CompletableFuture<Appended> answer = new CompletableFuture<>();

    /** Where a stream must stand: its last sequence; −1 when it has no event. */
    record Expected(String stream, long last) {}

    AppendRequest(List<NewEvent> events) {
        this(events, Map.of());
    }

    /**
     * @param reads streams the decision rests on, and the last sequence it saw
     * @throws IllegalArgumentException when there are no events or those of one stream are not in sequence
     */
    AppendRequest(List<NewEvent> events, Map<String, Long> reads) {
        if (events.isEmpty()) throw new IllegalArgumentException("nothing to append");
        this.events = List.copyOf(events);
        this.reads = Map.copyOf(reads);
        Map<String, Long> last = new HashMap<>();
        for (NewEvent event : events) {
            Long before = last.put(event.stream(), event.sequence());
            if (before == null) {
                streams.add(event.stream());
                expected.add(new Expected(event.stream(), event.sequence() - 1));
            } else if (event.sequence() != before + 1) {
                throw new IllegalArgumentException("out of sequence: " + event.stream() + " " + event.sequence());
            }
        }
        reads.forEach((stream, seen) -> expected.add(new Expected(stream, seen)));
    }

    List<NewEvent> events() {
        return events;
    }

    /** Those it appends to. */
    Set<String> streams() {
        return streams;
    }

    /** Of every stream it appends to or rests on. */
    Set<Expected> expected() {
        return expected;
    }

    boolean restsOn(Set<String> written) {
        return !written.isEmpty() && reads.keySet().stream().anyMatch(written::contains);
    }

    /** From here on the outcome may be unknown. False when the caller has gone already. */
    boolean send() {
        return stage.compareAndSet(Stage.WAITING, Stage.SENT) || stage.get() == Stage.SENT;
    }

    boolean abandoned() {
        return stage.get() == Stage.ABANDONED;
    }

    void written(Appended appended) {
        answer.complete(appended);
    }

    void failed(RuntimeException cause) {
        answer.completeExceptionally(cause);
    }

    /**
     * Waits until the events are durable.
     *
     * @throws Refusal STORE_UNAVAILABLE when nothing was sent in time, OUTCOME_UNKNOWN when it was
     */
    Appended await(Duration bound) {
        try {
            return answer.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw gaveUp(bound);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gaveUp(bound);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    private Refusal gaveUp(Duration bound) {
        boolean nothingSent = stage.compareAndSet(Stage.WAITING, Stage.ABANDONED);
        log.warn(
                "{} events were not {} within {} ms",
                events.size(),
                nothingSent ? "sent to the database" : "answered by the database",
                bound.toMillis());
        return nothingSent
                ? Refusal.of(ErrorCode.STORE_UNAVAILABLE, "problem", "time")
                : Refusal.of(ErrorCode.OUTCOME_UNKNOWN);
    }
}
