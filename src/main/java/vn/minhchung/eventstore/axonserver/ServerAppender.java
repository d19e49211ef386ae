package vn.minhchung.eventstore.axonserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.minhchung.eventstore.Appended;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.command.Patience;
import vn.minhchung.kernel.command.StreamRead;

/**
 * Appends a command's events in one transaction of the server. Marks of readers in a stream are passed over: where nothing
 * but marks came in between, the events get the next free sequence numbers and are sent again; where an event did, it is a
 * conflict. Positions come from the log's tail.
 */
final class ServerAppender {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final ServerLog server;
    private final PositionIndex index;
    private final LogTail tail;
    private final StreamTurns turns = new StreamTurns();

    ServerAppender(ServerLog server, PositionIndex index, LogTail tail) {
        this.server = server;
        this.index = index;
        this.tail = tail;
    }

    /**
     * @param reads the streams the decision rests on, each with its last sequence when it was read
     * @throws StreamConflict when one of them, or one that is written, has an event more by now; nothing is written
     * @throws Refusal STORE_UNAVAILABLE (nothing is written) or OUTCOME_UNKNOWN
     */
    Appended append(List<NewEvent> events, Map<String, Long> reads) {
        String clockOff = tail.clockOff();
        if (clockOff != null) throw Refusal.of(ErrorCode.STORE_UNAVAILABLE, "clock", clockOff);
        String otherLog = tail.otherLog();
        if (otherLog != null) throw Refusal.of(ErrorCode.STORE_UNAVAILABLE, "log", otherLog);
        Map<String, Long> seen = seen(events, reads);
        long end = System.nanoTime() + Patience.left(LONGEST).toNanos();
        NewEvent first = events.getFirst();
        CompletableFuture<Long> position = tail.expect(first.id());
        try (var _ = turns.of(seen.keySet())) {
            requireFirstUse(first);
            send(events, seen, end);
        } catch (RuntimeException e) {
            tail.forget(first.id());
            throw e;
        }
        return new Appended(await(position, first, end) + events.size() - 1, events.size());
    }

    /** Of every stream written or read, the last sequence the decision knew of. */
    private static Map<String, Long> seen(List<NewEvent> events, Map<String, Long> reads) {
        Map<String, Long> seen = new TreeMap<>(reads);
        for (NewEvent event : events) seen.merge(event.stream(), event.sequence() - 1, Math::min);
        return seen;
    }

    /** For the first event of a stream the server looks at its newest files only; the index knows them all. */
    private void requireFirstUse(NewEvent first) {
        if (first.sequence() != 0) return;
        OptionalLong before = index.positionOf(first.stream(), 0);
        if (before.isPresent()) throw new StreamConflict(first.stream());
    }

    private void send(List<NewEvent> decided, Map<String, Long> seen, long end) {
        List<NewEvent> events = decided;
        boolean inDoubt = false;
        for (int attempt = 0; ; attempt++) {
            try {
                server.append(events);
                return;
            } catch (ServerLog.InDoubt e) {
                // Sent again as they are: the first event of a stream of requests is stored only once.
                inDoubt = true;
                if (decided.getFirst().sequence() != 0) throw outcomeUnknown(e);
                pause(attempt, 20, end, true);
            } catch (ServerLog.SequenceTaken e) {
                Optional<List<NewEvent>> next = takenBy(decided, seen, inDoubt);
                if (next.isEmpty()) return;
                events = next.get();
                pause(attempt, 1, end, inDoubt);
            } catch (Refusal e) {
                if (!inDoubt) throw e;
                pause(attempt, 20, end, true);
            }
            if (System.nanoTime() - end > 0) throw Refusal.of(inDoubt ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.TOO_BUSY);
        }
    }

    /** What to send next; nothing when an earlier sending was written after all. */
    private Optional<List<NewEvent>> takenBy(List<NewEvent> decided, Map<String, Long> seen, boolean inDoubt) {
        try {
            return stored(decided.getFirst()) ? Optional.empty() : Optional.of(afterMarks(decided, seen));
        } catch (Refusal e) {
            if (!inDoubt) throw e;
            // Not to be asked just now: what was decided is sent once more, and refused once more if it is there.
            return Optional.of(decided);
        }
    }

    /**
     * Longer with every attempt, and never twice the same: nodes that lost to one another do not meet again.
     *
     * @param firstMs the longest at the first attempt
     */
    private static void pause(int attempt, long firstMs, long end, boolean inDoubt) {
        long longest = TimeUnit.MILLISECONDS.toNanos(Math.min(500, firstMs << Math.min(attempt, 8)));
        long drawn = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2);
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(drawn, end - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw inDoubt ? outcomeUnknown(new IllegalStateException(e)) : Refusal.of(ErrorCode.TOO_BUSY);
        }
    }

    private static Refusal outcomeUnknown(RuntimeException cause) {
        return (Refusal) Refusal.of(ErrorCode.OUTCOME_UNKNOWN).initCause(cause);
    }

    /** True when an earlier sending was written after all. */
    private boolean stored(NewEvent event) {
        return server.stream(event.stream(), event.sequence()).stream()
                .anyMatch(found -> found.id().equals(event.id()));
    }

    /** @throws StreamConflict when a stream has got an event that is no mark */
    private List<NewEvent> afterMarks(List<NewEvent> decided, Map<String, Long> seen) {
        Map<String, Long> next = new HashMap<>();
        seen.forEach((stream, last) -> {
            List<NewEvent> since = server.stream(stream, last + 1);
            if (since.stream().anyMatch(event -> !event.name().equals(StreamRead.NAME)))
                throw new StreamConflict(stream);
            next.put(stream, since.isEmpty() ? last + 1 : since.getLast().sequence() + 1);
        });
        List<NewEvent> numbered = new ArrayList<>(decided.size());
        for (NewEvent event : decided) {
            long sequence = next.merge(event.stream(), 1L, Long::sum) - 1;
            numbered.add(event.withSequence(sequence));
        }
        return numbered;
    }

    /** The events are durable; who cannot be told where they stand asks again. */
    private long await(CompletableFuture<Long> position, NewEvent first, long end) {
        try {
            return position.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ErrorCode.OUTCOME_UNKNOWN);
        } catch (TimeoutException | ExecutionException e) {
            throw Refusal.of(ErrorCode.OUTCOME_UNKNOWN);
        } finally {
            tail.forget(first.id());
        }
    }
}
