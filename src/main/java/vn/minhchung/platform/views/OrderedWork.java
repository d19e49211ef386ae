package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.view.ViewKeeper.Progress;
import vn.minhchung.platform.persistence.StoreAway;

/** Carries out operators' orders between the follower's batches, one rebuild at a time. Used by the follower's thread only. */
final class OrderedWork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OrderedWork.class);

    private final Connection connection;
    private final ConnectionSource connections;
    private final RecordedEvents events;
    private final ViewSchema schema;
    private final Projection projection;
    private final Runnable wake;
    private final Set<String> known = new HashSet<>();
    private final Deque<OrderTable.Open> rebuilds = new ArrayDeque<>();
    private final List<OrderTable.Open> resumes = new ArrayList<>();
    private volatile @Nullable ShadowRebuild running;

    OrderedWork(
            Connection connection,
            ConnectionSource connections,
            RecordedEvents events,
            ViewSchema schema,
            Projection projection,
            Runnable wake) {
        this.connection = connection;
        this.connections = connections;
        this.events = events;
        this.schema = schema;
        this.projection = projection;
        this.wake = wake;
    }

    /** The rebuild under way, for whoever measures. */
    @Nullable
    ShadowRebuild running() {
        return running;
    }

    /** Orders that came in since. */
    void take() throws SQLException {
        for (OrderTable.Open order : projection.orders().open()) {
            if (!known.add(order.id())) continue;
            log.info("order {}: {} {}", order.id(), order.work(), order.views());
            switch (order.work()) {
                case RESUME -> resume(order);
                case REBUILD -> rebuilds.add(order);
            }
        }
    }

    private void resume(OrderTable.Open order) throws SQLException {
        projection.orders().begun(order.id());
        for (String view : order.views()) projection.resume(view);
        resumes.add(order);
    }

    /** One step; false when there is nothing to do but wait. */
    boolean step() throws SQLException {
        for (OrderTable.Open order : List.copyOf(resumes)) {
            if (order.views().stream().noneMatch(projection.returning()::contains)) resumed(order);
        }
        ShadowRebuild rebuild = running;
        if (rebuild == null) return begin();
        if (rebuild.ended()) {
            running = null;
            return true;
        }
        return rebuild.ready() && swap(rebuild);
    }

    private void resumed(OrderTable.Open order) throws SQLException {
        resumes.remove(order);
        String causes = String.join(
                "; ",
                order.views().stream()
                        .filter(projection.setAside()::containsKey)
                        .map(view -> String.valueOf(projection.setAside().get(view)))
                        .toList());
        projection.orders().ended(order.id(), causes.isEmpty() ? Progress.DONE : Progress.FAILED, causes, List.of());
    }

    private boolean begin() throws SQLException {
        OrderTable.Open next = rebuilds.poll();
        if (next == null) return false;
        projection.orders().begun(next.id());
        ShadowRebuild rebuild = new ShadowRebuild(connections, events, schema, next, wake);
        running = rebuild;
        rebuild.start();
        return true;
    }

    /** False where it has to be tried again a little later. */
    private boolean swap(ShadowRebuild rebuild) throws SQLException {
        try {
            if (!rebuild.bringTo(projection.position())) return false;
            if (!Swap.in(connection, schema, rebuild, projection.position())) return false;
        } catch (IllegalStateException | SQLException e) {
            if (!connection.isValid(5)) throw new SQLException("the follower's connection is gone", "08006", e);
            over(rebuild);
            if (StoreAway.is(e)) {
                log.warn(
                        "rebuild {}: begins again, as its connection was lost: {}",
                        rebuild.order().id(),
                        e.getMessage());
                rebuilds.addFirst(rebuild.order());
            } else {
                log.error("rebuild {} failed at the end: {}", rebuild.order().id(), e.getMessage());
                projection
                        .orders()
                        .ended(rebuild.order().id(), Progress.FAILED, String.valueOf(e.getMessage()), List.of());
            }
            return true;
        }
        projection.replaced(rebuild.part().names());
        log.info("rebuild {}: swapped in at position {}", rebuild.order().id(), projection.position());
        over(rebuild);
        return true;
    }

    private void over(ShadowRebuild rebuild) {
        running = null;
        rebuild.release();
    }

    @Override
    public void close() {
        ShadowRebuild rebuild = running;
        if (rebuild != null) rebuild.close();
    }
}
