package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;

/**
 * Views made again from position 0 in a schema of their own, batch by batch; every projector has to hold out. While one batch
 * is projected and written, the next is read and decoded.
 */
final class Refill {
    private static final int BATCH = 2_000;
    private static final int KEPT_PER_TABLE = 100_000;

    private final RecordedEvents events;
    private final Projection projection;
    private @Nullable Ahead ahead;

    /** @param batch what comes after a position, once it is read */
    private record Ahead(long after, CompletableFuture<List<Recorded>> batch) {}

    private Refill(RecordedEvents events, Projection projection) {
        this.events = events;
        this.projection = projection;
    }

    /** A connection for work that takes minutes. */
    static Connection open(ConnectionSource connections) throws SQLException {
        return ViewSchema.open(connections, Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    /** Begins with empty tables; a schema of this name is replaced. */
    static Refill begin(Connection connection, ViewSchema schema, String target, RecordedEvents events)
            throws SQLException {
        ViewSchema.drop(connection, target);
        schema.ensure(connection, target);
        return new Refill(events, Projection.open(connection, target, schema.projectors(), KEPT_PER_TABLE));
    }

    long position() {
        return projection.position();
    }

    /**
     * Takes in one more batch, of events up to a position.
     *
     * @return false when there was none
     * @throws IllegalStateException when a projector fails
     */
    boolean step(long upTo) throws SQLException {
        List<Recorded> batch = next().stream().filter(e -> e.position() <= upTo).toList();
        if (batch.isEmpty()) return false;
        projection.apply(batch);
        projection.setAside().values().stream().findFirst().ifPresent(aside -> {
            throw new IllegalStateException(aside.toString());
        });
        return true;
    }

    /** Only a full batch is followed by another for certain; an empty one that was read earlier says nothing. */
    private List<Recorded> next() {
        long after = position();
        Ahead read = ahead;
        ahead = null;
        List<Recorded> batch = read != null && read.after() == after ? joined(read.batch()) : List.of();
        if (batch.isEmpty()) batch = events.read(after, BATCH);
        if (batch.size() >= BATCH) {
            long last = batch.getLast().position();
            ahead = new Ahead(
                    last, CompletableFuture.supplyAsync(() -> events.read(last, BATCH), Thread::startVirtualThread));
        }
        return batch;
    }

    private static List<Recorded> joined(CompletableFuture<List<Recorded>> batch) {
        try {
            return batch.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }
}
