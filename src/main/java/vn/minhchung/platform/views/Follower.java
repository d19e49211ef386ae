package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.view.ViewOrder;

/**
 * Reads the log in position order and keeps the views up with it, on one thread and one connection. The connection holds
 * an advisory lock, so that of several nodes one follows; losing it, the node can no longer write either.
 *
 * <p>A projector that fails is set aside and the others go on. An event this build does not know stops everything there.
 * Operators' orders about views are carried out here, as they come by in the log.
 */
public final class Follower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH = 500;
    private static final int KEPT_PER_TABLE = 10_000;

    private final ConnectionSource connections;
    private final RecordedEvents events;
    private final ViewSchema schema;
    private final Semaphore signal = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Seen seen = new Seen(0, Map.of());
    private volatile List<SetAside> setAside = List.of();
    private volatile @Nullable OrderedWork work;
    private volatile long lastAtHead = System.nanoTime();
    private volatile boolean leading;
    private volatile boolean caughtUp;
    private volatile boolean closed;
    private volatile @Nullable String trouble;
    private @Nullable Thread thread;

    /**
     * How far the views are.
     *
     * @param position every projector that is not set aside has seen every event up to here
     * @param setAside by projector, the last position it has seen
     */
    record Seen(long position, Map<String, Long> setAside) {
        static Seen of(Projection projection) {
            Map<String, Long> aside = new HashMap<>();
            projection.setAside().forEach((name, it) -> aside.put(name, it.position()));
            return new Seen(projection.position(), Map.copyOf(aside));
        }
    }

    public Follower(ConnectionSource connections, RecordedEvents events, ViewSchema schema) {
        this.connections = connections;
        this.events = events;
        this.schema = schema;
    }

    /** Creates the schema when it is missing, then follows on a thread of its own. */
    public void start() {
        try (Connection connection = open()) {
            schema.ensure(connection, schema.name());
        } catch (SQLException e) {
            throw new IllegalStateException("the views' schema could not be made: " + e.getMessage(), e);
        }
        events.onAppend(this::wake);
        thread = Thread.ofPlatform().name("follower").daemon().start(this::run);
    }

    /** True while this node is the one that follows. */
    boolean leading() {
        return leading;
    }

    Seen seen() {
        return seen;
    }

    /** True once the views have reached the end of the log for the first time. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** What stops or hinders the views: an unknown event, a projector set aside, no database. Null when all is well. */
    public @Nullable String trouble() {
        String stopped = trouble;
        if (stopped != null) return stopped;
        List<SetAside> aside = setAside;
        return aside.isEmpty() ? null : "set aside, with the last position seen and why: " + aside;
    }

    /** How long ago this node had seen all there was. */
    Duration sinceAtHead() {
        return Duration.ofNanos(System.nanoTime() - lastAtHead);
    }

    /** The rebuild under way on this node. */
    @Nullable
    ShadowRebuild rebuild() {
        OrderedWork ordered = work;
        return ordered == null ? null : ordered.running();
    }

    /** What is set aside on this node. */
    List<SetAside> setAside() {
        return setAside;
    }

    /** Waits for a position while this node follows; false when the time is over or another node follows. */
    boolean await(long position, Duration bound) throws InterruptedException {
        long left = bound.toNanos();
        lock.lock();
        try {
            while (seen.position() < position) {
                if (left <= 0 || !leading) return false;
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        if (signal.availablePermits() == 0) signal.release();
    }

    private void run() {
        while (!closed) {
            try (Connection connection = open()) {
                if (!becomeLeader(connection)) return;
                follow(connection);
            } catch (UnknownEvent e) {
                log.error("the views stop: {}", e.getMessage());
                trouble = e.getMessage();
                return;
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | ViewsUnavailable | Refusal e) {
                if (closed) return;
                log.warn("the views wait for the database: {}", e.getMessage());
                pause(e);
            } catch (RuntimeException | Error e) {
                log.error("the views begin again after an unexpected failure", e);
                pause(e);
            } finally {
                follows(false);
            }
        }
    }

    private Connection open() throws SQLException {
        return ViewSchema.open(connections, Duration.ofSeconds(20), Duration.ofSeconds(25));
    }

    private boolean becomeLeader(Connection connection) throws SQLException, InterruptedException {
        while (!closed) {
            if (AdvisoryLock.tried(connection, schema.name())) return true;
            trouble = null;
            if (!caughtUp && followedTo(connection) >= events.head()) caughtUp = true;
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    /** Where the node that follows is. */
    private long followedTo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select position from %s.follower_position".formatted(schema.name()))) {
            row.next();
            return row.getLong(1);
        }
    }

    private void follow(Connection connection) throws SQLException, InterruptedException {
        Projection projection = Projection.open(connection, schema.name(), schema.projectors(), KEPT_PER_TABLE);
        long head = events.head();
        if (projection.position() > head)
            throw new IllegalStateException(
                    "the views stand at %d and the log ends at %d: they are of another log, or it lost its end"
                            .formatted(projection.position(), head));
        if (projection.position() == 0) projection.ignoreOrdersUpTo(head);
        projection.resumeAll();
        publish(projection);
        follows(true);
        trouble = null;
        try (OrderedWork ordered = new OrderedWork(connection, connections, events, schema, projection, this::wake)) {
            work = ordered;
            ordered.take();
            while (!closed) {
                signal.drainPermits();
                List<Recorded> batch = events.read(projection.position(), BATCH);
                boolean busy = !batch.isEmpty();
                if (busy) {
                    projection.apply(batch);
                    publish(projection);
                }
                busy |= projection.catchUp(events);
                if (batch.stream().anyMatch(recorded -> recorded.event() instanceof ViewOrder)) ordered.take();
                busy |= ordered.step();
                publish(projection);
                if (batch.isEmpty()) atHead(connection);
                if (!busy && !signal.tryAcquire(1, TimeUnit.SECONDS)) requireAlive(connection);
            }
        } finally {
            work = null;
        }
    }

    private void atHead(Connection connection) throws SQLException {
        lastAtHead = System.nanoTime();
        if (caughtUp) return;
        caughtUp = true;
        dropOldSchemas(connection);
    }

    private void publish(Projection projection) {
        lock.lock();
        try {
            seen = Seen.of(projection);
            setAside = List.copyOf(projection.setAside().values());
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void follows(boolean now) {
        lock.lock();
        try {
            leading = now;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** With the connection the lock is lost, and another node may follow. */
    private static void requireAlive(Connection connection) throws SQLException {
        if (!connection.isValid(5)) throw new SQLException("the follower's connection is gone", "08006");
    }

    /** Schemas of other builds that nobody follows any more. */
    private void dropOldSchemas(Connection connection) throws SQLException {
        for (String old : otherSchemas(connection)) {
            if (!AdvisoryLock.tried(connection, old)) continue;
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema %s cascade".formatted(old));
                log.info("dropped the views of an earlier build: {}", old);
            } catch (SQLException e) {
                // An old schema only takes room; it must not keep the new views from their work.
                log.warn("the views of an earlier build stay: {}", e.getMessage());
                if (connection.isClosed()) throw e;
            }
        }
    }

    private List<String> otherSchemas(Connection connection) throws SQLException {
        String sql = """
                select nspname from pg_namespace
                where nspname ~ '^views_[0-9a-f]{12}(_again|_shadow|_old)?$' and not starts_with(nspname, ?)""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema.name());
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) names.add(row.getString(1));
            }
            return names;
        }
    }

    /** Readers must not go by what this node had seen: a crash may have taken the views back. */
    private void pause(Throwable why) {
        follows(false);
        trouble = why instanceof Error ? why.toString() : String.valueOf(why.getMessage());
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) return;
        wake();
        try {
            running.join(Duration.ofSeconds(5));
            running.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
