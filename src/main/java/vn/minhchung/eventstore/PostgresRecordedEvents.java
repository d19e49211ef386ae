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
import vn.minhchung.kernel.UnknownEvent;

/**
 * The log in position order, over one connection of its own. As positions are contiguous in commit order there are no gaps
 * to wait for; one that shows nevertheless stops the reader.
 */
public final class PostgresRecordedEvents implements RecordedEvents, AutoCloseable {
    private static final String PAGE_SQL = EventRow.SELECT + "where position > ? order by position limit ?";
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
        List<EventRow> rows = page(after, max);
        List<Recorded> read = new ArrayList<>(rows.size());
        int whole = decode(rows, read);
        if (whole < rows.size()) return List.copyOf(read.subList(0, whole));
        if (!rows.isEmpty() && !read.getLast().envelope().lastPart()) completeCommand(read);
        return List.copyOf(read);
    }

    /** Decodes up to an unknown event; answers how many events stand in whole commands before it, or all. */
    private int decode(List<EventRow> rows, List<Recorded> read) {
        int whole = 0;
        for (EventRow row : rows) {
            try {
                Recorded recorded = row.decode(codec);
                read.add(recorded);
                if (recorded.envelope().lastPart()) whole = read.size();
            } catch (UnknownEvent e) {
                if (whole == 0) throw e;
                return whole;
            }
        }
        return rows.size();
    }

    /** The rest of the last command: its parts were appended at once and stand together. */
    private void completeCommand(List<Recorded> read) {
        String part = read.getLast().envelope().part();
        int slash = part.indexOf('/');
        int missing = Integer.parseInt(part.substring(slash + 1)) - Integer.parseInt(part.substring(0, slash));
        long after = read.getLast().position();
        List<EventRow> rest = page(after, missing);
        if (rest.size() != missing) throw new IllegalStateException("the command at position " + after + " is torn");
        List<Recorded> decoded = new ArrayList<>(missing);
        for (EventRow row : rest) {
            try {
                decoded.add(row.decode(codec));
            } catch (UnknownEvent e) {
                dropLastCommand(read, e);
                return;
            }
        }
        read.addAll(decoded);
    }

    private static void dropLastCommand(List<Recorded> read, UnknownEvent unknown) {
        while (!read.isEmpty() && !read.getLast().envelope().lastPart()) read.removeLast();
        if (read.isEmpty()) throw unknown;
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

    private List<EventRow> page(long after, int max) {
        return query(PAGE_SQL, statement -> {
            statement.setLong(1, after);
            statement.setInt(2, max);
            List<EventRow> page = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) page.add(EventRow.read(rows));
            }
            return EventRow.contiguous(after, page);
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
