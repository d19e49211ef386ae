package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * The log in position order, over one connection of its own. As positions are contiguous in commit order there are no gaps
 * to wait for; one that shows nevertheless stops the reader.
 */
public final class PostgresRecordedEvents implements RecordedEvents, AutoCloseable {
    private static final String PAGE_SQL = StoredEvents.SELECT + "where position > ? order by position limit ?";
    private static final String HEAD_SQL = "select coalesce(max(position), 0) from event_store.event";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final ConnectionSource connections;
    private final EventCodec codec;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AppendNotifications notifications;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;

    /**
     * @param local the appender of this node, whose appends wake the listeners at once
     * @param node this process, as given to the appender: its own notifications need not wake twice
     */
    public PostgresRecordedEvents(ConnectionSource connections, EventCodec codec, Appender local, String node) {
        this.connections = connections;
        this.codec = codec;
        local.onAppend(this::wake);
        this.notifications = new AppendNotifications(connections, node, this::wake);
    }

    @Override
    public List<Recorded> read(long after, int max) {
        return WholeCommands.read(this::page, codec, after, max);
    }

    @Override
    public long head() {
        return query(HEAD_SQL, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    private void wake() {
        listeners.forEach(Runnable::run);
    }

    private List<StoredEvent> page(long after, int max) {
        return query(PAGE_SQL, statement -> {
            statement.setLong(1, after);
            statement.setInt(2, max);
            List<StoredEvent> page = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) page.add(StoredEvents.read(rows));
            }
            return StoredEvents.contiguous(after, page);
        });
    }

    /** Once more on a new connection when the old one turns out to be broken. */
    private <T> T query(String sql, Read<T> read) {
        enter();
        try {
            if (connection != null) {
                try {
                    return queryOnce(sql, read);
                } catch (SQLException e) {
                    disconnect();
                }
            }
            return queryOnce(sql, read);
        } catch (SQLException e) {
            disconnect();
            throw (Refusal) Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(e);
        } finally {
            lock.unlock();
        }
    }

    /** Who has the line may be waiting for a database that is away; the next one is told so in time. */
    private void enter() {
        try {
            if (lock.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.of(ErrorCode.STORE_UNAVAILABLE);
    }

    private <T> T queryOnce(String sql, Read<T> read) throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connections.openTuned(Duration.ofSeconds(10), Duration.ofSeconds(12));
            connection = open;
        }
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            return read.from(statement);
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open == null) return;
        try {
            open.close();
        } catch (SQLException e) {
            // It was broken already.
        }
    }

    @Override
    public void close() {
        notifications.close();
        lock.lock();
        try {
            disconnect();
        } finally {
            lock.unlock();
        }
    }

    private interface Read<T> {
        T from(PreparedStatement statement) throws SQLException;
    }
}
