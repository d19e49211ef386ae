package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of appends by other nodes, on a thread and a connection of its own. */
final class AppendNotifications implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AppendNotifications.class);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final int ANSWER_SECONDS = 4;

    private final ConnectionSource connections;
    private final String node;
    private final Runnable wake;
    private final Duration quiet;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    AppendNotifications(ConnectionSource connections, String node, Runnable wake) {
        this(connections, node, wake, QUIET);
    }

    /** @param quiet after this long without a word the connection is asked whether it lives */
    AppendNotifications(ConnectionSource connections, String node, Runnable wake, Duration quiet) {
        this.connections = connections;
        this.node = node;
        this.wake = wake;
        this.quiet = quiet;
        this.thread = Thread.ofPlatform().name("append-notifications").daemon().start(this::run);
    }

    private void run() {
        while (!closed) {
            try (Connection open = connections.openTuned(Duration.ZERO, Duration.ZERO)) {
                connection = open;
                listen(open);
            } catch (SQLException e) {
                if (closed) return;
                log.debug("listening again after {}", e.getMessage());
                pause();
            } catch (RuntimeException | Error e) {
                if (closed) return;
                log.error("listening again after an unexpected failure", e);
                pause();
            }
        }
    }

    private void listen(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("listen " + AppendStatement.CHANNEL);
        }
        // Something may have been appended while nobody listened.
        wake.run();
        PGConnection postgres = open.unwrap(PGConnection.class);
        while (!closed) {
            boolean others = false;
            PGNotification[] heard = postgres.getNotifications(Math.toIntExact(quiet.toMillis()));
            for (PGNotification each : heard) others |= !each.getParameter().equals(node);
            if (others) wake.run();
            // Silence on a dead line sounds the same as silence on a good one.
            else if (heard.length == 0 && !open.isValid(ANSWER_SECONDS))
                throw new SQLException("the line is dead", "08006");
        }
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Connection open = connection;
        if (open == null) return;
        try {
            open.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("closing the listener", e);
        }
    }
}
