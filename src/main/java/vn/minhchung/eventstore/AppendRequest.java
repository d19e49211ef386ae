package vn.minhchung.eventstore;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** The events of one command on their way to the log: all are written, or none. */
final class AppendRequest {
    private enum Stage {
        WAITING,
        SENT,
        ABANDONED
    }

    private final List<NewEvent> events;
    private final Set<String> streams = new HashSet<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private final CompletableFuture<Appended> answer = new CompletableFuture<>();

    /** @throws IllegalArgumentException when there are no events or those of one stream are not in sequence */
    AppendRequest(List<NewEvent> events) {
        if (events.isEmpty()) throw new IllegalArgumentException("nothing to append");
        this.events = List.copyOf(events);
        Map<String, Long> last = new HashMap<>();
        for (NewEvent event : events) {
            Long before = last.put(event.stream(), event.sequence());
            if (before == null) streams.add(event.stream());
            else if (event.sequence() != before + 1) {
                throw new IllegalArgumentException("out of sequence: " + event.stream() + " " + event.sequence());
            }
        }
    }

    List<NewEvent> events() {
        return events;
    }

    Set<String> streams() {
        return streams;
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
            throw gaveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gaveUp();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    private Refusal gaveUp() {
        boolean nothingSent = stage.compareAndSet(Stage.WAITING, Stage.ABANDONED);
        return Refusal.of(nothingSent ? ErrorCode.STORE_UNAVAILABLE : ErrorCode.OUTCOME_UNKNOWN);
    }
}
