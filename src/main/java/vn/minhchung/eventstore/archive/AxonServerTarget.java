package vn.minhchung.eventstore.archive;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.axonserver.WireEvents;

/** A context of Axon Server over the connector's raw channel. */
public final class AxonServerTarget implements MoveTarget {
    private static final long PATIENCE_SECONDS = 30;
    private static final int BUFFER = 512;

    private final EventChannel channel;

    public AxonServerTarget(EventChannel channel) {
        this.channel = channel;
    }

    @Override
    public long head() {
        return WireEvents.position(await(channel.getLastToken()));
    }

    @Override
    public void append(List<NewEvent> events) {
        AppendEventsTransaction transaction = channel.startAppendEventsTransaction();
        CompletableFuture<Confirmation> confirmed;
        try {
            for (NewEvent event : events) transaction.appendEvent(WireEvents.toWire(event));
            confirmed = transaction.commit();
        } catch (RuntimeException e) {
            throw silent(e);
        }
        if (!await(confirmed).getSuccess())
            throw ArchiveRule.TARGET_SILENT.broken(events.getFirst().id());
    }

    @Override
    public void read(long count, Reading reading) {
        if (count == 0) return;
        try (EventStream events = channel.openStream(WireEvents.token(0), BUFFER)) {
            for (long position = 1; position <= count; position++) {
                EventWithToken next = events.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) throw silent(events.getError().orElseGet(TimeoutException::new));
                if (WireEvents.position(next.getToken()) != position) {
                    throw ArchiveRule.POSITION.broken(WireEvents.position(next.getToken()));
                }
                reading.take(position, ours(position, next));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent(e);
        }
    }

    private static NewEvent ours(long position, EventWithToken next) {
        try {
            return WireEvents.fromWire(next.getEvent());
        } catch (IllegalStateException e) {
            throw (ArchiveFault) ArchiveRule.TARGET_DIFFERS.broken(position).initCause(e);
        }
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent(e);
        } catch (ExecutionException | TimeoutException e) {
            throw silent(e);
        }
    }

    private static ArchiveFault silent(Throwable cause) {
        return (ArchiveFault) ArchiveRule.TARGET_SILENT.broken(cause).initCause(cause);
    }
}
