package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.view.ViewKeeper.Progress;
import vn.minhchung.platform.persistence.StoreAway;

/**
 * Makes views again in a shadow schema while the live ones go on, on a thread and a connection of its own. It reads to the
 * end of the log, compares, reads what has come since and waits; the follower then brings it to its own position and swaps.
 */
final class ShadowRebuild implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ShadowRebuild.class);
    private static final long REPORT_NANOS = 1_000_000_000;

    private final ConnectionSource connections;
    private final RecordedEvents events;
    private final ViewSchema live;
    private final ViewSchema part;
    private final OrderTable.Open order;
    private final Runnable wake;
    private final CountDownLatch released = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private volatile boolean cancelled;
    private volatile boolean ready;
    private volatile boolean ended;
    private volatile Measure measure = new Measure(0, 0, 0);
    private volatile List<String> differing = List.of();
    private @Nullable Refill refill;
    private @Nullable Thread thread;

    /**
     * How far it is.
     *
     * @param goal the last event when it was measured
     */
    record Measure(long position, long goal, long perSecond) {}

    /** @param wake told when it is ready or has ended */
    ShadowRebuild(
            ConnectionSource connections,
            RecordedEvents events,
            ViewSchema live,
            OrderTable.Open order,
            Runnable wake) {
        this.connections = connections;
        this.events = events;
        this.live = live;
        this.part = live.only(order.views().isEmpty() ? live.names() : order.views());
        this.order = order;
        this.wake = wake;
    }

    void start() {
        thread = Thread.ofPlatform().name("rebuild").daemon().start(this::run);
    }

    OrderTable.Open order() {
        return order;
    }

    Measure measure() {
        return measure;
    }

    List<String> differing() {
        return differing;
    }

    String shadow() {
        return live.name() + "_shadow";
    }

    /** The tables that are to be swapped. */
    ViewSchema part() {
        return part;
    }

    /** True while the shadow waits, caught up and compared, for the follower. */
    boolean ready() {
        return ready;
    }

    /** True when there is nothing more to wait for, whatever came of it. */
    boolean ended() {
        return ended;
    }

    /** Called by the follower while the shadow waits. False where the follower has to come to the shadow's position first. */
    boolean bringTo(long position) throws SQLException {
        Refill its = refill;
        if (!ready || its == null) throw new IllegalStateException("the shadow does not wait");
        if (its.position() > position) return false;
        while (its.position() < position) {
            if (!its.step(position)) throw new IllegalStateException("no events after position " + its.position());
        }
        return true;
    }

    private void run() {
        try {
            while (!attempted()) {
                if (released.await(1, TimeUnit.SECONDS)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            wake.run();
        }
    }

    /** False when it is to be begun again: with the connection what was made is lost, but not the order. */
    private boolean attempted() throws InterruptedException {
        try (Connection connection = Refill.open(connections)) {
            makeAgain(connection);
            return true;
        } catch (SQLException | RuntimeException e) {
            if (cancelled) return true;
            if (!StoreAway.is(e)) {
                failed(String.valueOf(e.getMessage()));
                return true;
            }
            log.warn("rebuild {}: begins again, as the database was away: {}", order.id(), e.getMessage());
            return false;
        } finally {
            ready = false;
        }
    }

    private void makeAgain(Connection connection) throws SQLException, InterruptedException {
        // A node that lost the lead may still be at it.
        AdvisoryLock.await(connection, shadow());
        Refill made = Refill.begin(connection, part, shadow(), events);
        fill(made, connection);
        List<String> found = differences(connection, made.position());
        differing = found;
        List<String> unexpected =
                found.stream().filter(view -> !order.mayDiffer().contains(view)).toList();
        if (!unexpected.isEmpty()) {
            log.error("rebuild {}: not swapped in, as views differ that were not named: {}", order.id(), unexpected);
            ViewSchema.drop(connection, shadow());
            new OrderTable(connection, live.name()).ended(order.id(), Progress.DIFFERENT, "", found);
            return;
        }
        fill(made, connection);
        if (cancelled) return;
        refill = made;
        ready = true;
        wake.run();
        released.await();
    }

    /** To the end of the log. */
    private void fill(Refill made, Connection connection) throws SQLException {
        OrderTable orders = new OrderTable(connection, live.name());
        long reported = System.nanoTime() - REPORT_NANOS;
        while (!cancelled) {
            boolean more = made.step(Long.MAX_VALUE);
            if (!more || System.nanoTime() - reported > REPORT_NANOS) {
                report(made.position(), orders);
                reported = System.nanoTime();
            }
            if (!more) return;
        }
    }

    private void report(long position, OrderTable orders) throws SQLException {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        Measure now = new Measure(position, Math.max(position, events.head()), position * 1_000 / millis);
        measure = now;
        orders.progress(order.id(), now.position(), now.goal(), now.perSecond());
        log.info(
                "rebuild {}: {} of {} events, {} per second, about {} s to go",
                order.id(),
                now.position(),
                now.goal(),
                now.perSecond(),
                (now.goal() - now.position()) / Math.max(1, now.perSecond()));
    }

    /** Views that hold something else than the live ones, up to what both have seen. */
    private List<String> differences(Connection connection, long made) throws SQLException {
        Map<String, Long> seen = seen(connection);
        List<String> found = new ArrayList<>();
        for (String view : part.names()) {
            long upTo = Math.min(made, seen.getOrDefault(view, made));
            ViewSchema one = part.only(List.of(view));
            if (!ViewHashes.of(connection, one, live.name(), upTo)
                    .equals(ViewHashes.of(connection, one, shadow(), upTo))) found.add(view);
        }
        return List.copyOf(found);
    }

    /** The last event each live view has seen. */
    private Map<String, Long> seen(Connection connection) throws SQLException {
        String sql = """
                select v.name, coalesce(a.position, p.position)
                from %1$s.follower_position p cross join unnest(?) as v(name)
                left join %1$s.follower_set_aside a on a.projector = v.name""".formatted(live.name());
        Map<String, Long> seen = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", part.names().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) seen.put(row.getString(1), row.getLong(2));
            }
        }
        return seen;
    }

    private void failed(String why) {
        log.error("rebuild {} failed: {}", order.id(), why);
        try (Connection connection = Refill.open(connections)) {
            new OrderTable(connection, live.name()).ended(order.id(), Progress.FAILED, why, differing);
            ViewSchema.drop(connection, shadow());
        } catch (SQLException e) {
            log.warn("rebuild {}: its end is not kept: {}", order.id(), e.getMessage());
        }
    }

    /** Swapped in: nothing is left to do. */
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        cancelled = true;
        release();
        Thread running = thread;
        if (running == null) return;
        try {
            running.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
