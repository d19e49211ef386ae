package vn.minhchung.eventstore.axonserver;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Patience;

/** The connector's event channel with bounded waits, its failures told in this system's words. */
final class ServerLog {
    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);
    private static final String INVALID_SEQUENCE = "AXONIQ-2000";
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final int BUFFER = 512;

    private final Supplier<EventChannel> channel;
    private final Duration longest;

    /** An event of the server's log at its position. */
    record Placed(long position, NewEvent event) {}

    /** Takes what is read. */
    interface Taking {
        /** @param before the position of the event before */
        void take(long before, EventWithToken event);
    }

    /** A stream stands elsewhere than the events say: nothing was written. */
    static final class SequenceTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SequenceTaken(Throwable cause) {
            super("a sequence number is taken", cause);
        }
    }

    /** No answer: nobody knows whether the events were written. */
    static final class InDoubt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InDoubt(Throwable cause) {
            super("no answer from Axon Server", cause);
        }
    }

    /** @param channel asked for anew each time: a lost connection is made again by the connector */
    ServerLog(Supplier<EventChannel> channel) {
        this(channel, LONGEST);
    }

    /** @param longest how long an answer, or the next event of a log that has it, may take */
    ServerLog(Supplier<EventChannel> channel, Duration longest) {
        this.channel = channel;
        this.longest = longest;
    }

    /**
     * Appends all of them or none, in one transaction of the server.
     *
     * @throws SequenceTaken when a stream stands elsewhere
     * @throws InDoubt when it is not known whether they were written
     */
    void append(List<NewEvent> events) {
        List<Event> wire = events.stream().map(WireEvents::toWire).toList();
        AppendEventsTransaction transaction = channel().startAppendEventsTransaction();
        CompletableFuture<Confirmation> committed;
        try {
            wire.forEach(transaction::appendEvent);
            committed = transaction.commit();
        } catch (RuntimeException e) {
            throw new InDoubt(e);
        }
        try {
            Confirmation confirmation = committed.get(Patience.left(longest).toMillis(), TimeUnit.MILLISECONDS);
            if (!confirmation.getSuccess()) throw new InDoubt(new IllegalStateException("not confirmed"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InDoubt(e);
        } catch (TimeoutException e) {
            throw new InDoubt(e);
        } catch (ExecutionException e) {
            throw sequenceTaken(e) ? new SequenceTaken(e) : new InDoubt(e);
        }
    }

    private static boolean sequenceTaken(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException status) {
                Metadata trailers = status.getTrailers();
                if (trailers != null && INVALID_SEQUENCE.equals(trailers.get(ERROR_CODE))) return true;
                String told = status.getStatus().getDescription();
                if (told != null && told.contains(INVALID_SEQUENCE)) return true;
            }
        }
        return false;
    }

    /** Events of a stream from a sequence on, in order. */
    List<NewEvent> stream(String stream, long firstSequence) {
        return received(stream, firstSequence).stream()
                .map(WireEvents::fromWire)
                .toList();
    }

    /** The connector waits ten seconds for each event, and takes an interrupt for the stream's end. */
    private List<Event> received(String stream, long firstSequence) {
        CompletableFuture<?> whole = new CompletableFuture<>();
        try {
            AggregateEventStream events = channel.get().openAggregateStream(stream, firstSequence);
            whole.orTimeout(Patience.left(longest).toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(_ -> {
                        events.cancel();
                        return null;
                    });
            List<Event> received = new ArrayList<>();
            while (events.hasNext()) received.add(events.next());
            if (Thread.currentThread().isInterrupted()) throw unavailable(null);
            return received;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (RuntimeException e) {
            // The connector has no common type for what can go wrong on the way.
            throw unavailable(e);
        } finally {
            whole.complete(null);
        }
    }

    /** Events after a position, in order, as many as asked for: the log must have them. */
    List<Placed> page(long after, int count) {
        List<Placed> read = new ArrayList<>(count);
        read(after, count, (before, event) -> read.add(placed(event, before)));
        return read;
    }

    /** The same one by one. */
    void read(long after, long count, Taking taking) {
        try (EventStream events = follow(after)) {
            for (long before = after; before < after + count; before++) {
                EventWithToken next =
                        events.nextIfAvailable(Patience.left(longest).toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) throw unavailable(events.getError().orElse(null));
                taking.take(before, next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /** All events after a position, those to come too; the caller closes it. */
    EventStream follow(long after) {
        return channel().openStream(WireEvents.token(after), BUFFER);
    }

    /**
     * @param before the position read last
     * @throws IllegalStateException when a position is missing: the reader stops there
     */
    static Placed placed(EventWithToken next, long before) {
        long position = WireEvents.position(next.getToken());
        if (position != before + 1)
            throw new IllegalStateException("position %d is missing: found %d".formatted(before + 1, position));
        return new Placed(position, WireEvents.fromWire(next.getEvent()));
    }

    /** The last position; 0 when the log is empty. */
    long head() {
        return WireEvents.position(await(channel().getLastToken()));
    }

    OptionalLong lastSequence(String stream) {
        Long last = await(channel().findHighestSequence(stream));
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** The last position stored before a time (milliseconds since 1970). */
    long lastBefore(long storedMs) {
        return WireEvents.position(await(channel().getTokenAt(storedMs)));
    }

    private EventChannel channel() {
        try {
            return channel.get();
        } catch (AxonServerException | StatusRuntimeException e) {
            throw unavailable(e);
        }
    }

    private <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(Patience.left(longest).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (TimeoutException | ExecutionException e) {
            throw unavailable(e);
        }
    }

    private static Refusal unavailable(@Nullable Throwable cause) {
        Throwable known = cause == null ? Status.DEADLINE_EXCEEDED.asRuntimeException() : cause;
        return (Refusal) Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(known);
    }
}
