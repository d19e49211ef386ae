package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.command.Patience;

/**
 * Group commit: one thread takes every request that waits and writes all of them in one round trip, while callers wait
 * until their events are durable. Several nodes may append; an advisory lock in the database puts them in line.
 *
 * <p>When the connection breaks on the way, the outcome is in doubt: the same batch is sent again with the same event ids
 * until the database answers, and what it has already counts as written. Callers who cannot wait that long are told
 * OUTCOME_UNKNOWN.
 */
public final class Appender implements AutoCloseable {
    /** Advisory lock that puts the appenders of all nodes in line; who holds it is the only one who appends. */
    public static final long LOG_LOCK = AppendStatement.LOCK;

    private static final Logger log = LoggerFactory.getLogger(Appender.class);

    /** Longer than callers take to come back, short beside a commit. */
    private static final long LINGER_NANOS = 200_000;

    private static final long LOOK_NANOS = 1_000_000_000;

    private final ConnectionSource connections;
    private final String node;
    private final ClockCheck clock;
    private final Limits limits;
    private final BlockingQueue<AppendRequest> queue;
    /** Taken from the queue, but one of its streams is in the batch under way. Appender thread only. */
    private final Deque<AppendRequest> held = new ArrayDeque<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile AppendObserver observer = (_, _, _, _) -> {};
    private volatile boolean closed;
    private volatile @Nullable String trouble;
    private volatile @Nullable String logClosed;
    private @Nullable Connection connection;
    /** Appender thread only. */
    private long lookedNanos;
    /** How many went out together last, or came while they were on their way. Appender thread only. */
    private int together;

    /**
     * How long anybody waits; together below 10 s.
     *
     * @param queue requests that may wait; more are refused with TOO_BUSY
     * @param batchEvents events after which a batch is full
     * @param enqueue how long a caller waits for a place in the queue
     * @param answer how long a caller waits for the answer
     * @param statement how long the database may work, or wait for the lock
     * @param network how long the database may be silent before the connection counts as broken, and how long one append
     *     may last in the database
     * @param clockSkew how far this machine's clock may be off the database's
     */
    public record Limits(
            int queue,
            int batchEvents,
            Duration enqueue,
            Duration answer,
            Duration statement,
            Duration network,
            Duration clockSkew) {
        public static final Limits DEFAULT = new Limits(
                4_096,
                2_000,
                Duration.ofSeconds(1),
                Duration.ofSeconds(8),
                Duration.ofSeconds(4),
                Duration.ofSeconds(6),
                Duration.ofSeconds(2));
    }

    /**
     * @param node names this process; it goes out with the notification, so that a node need not wake twice
     * @param clock this machine's real clock, compared with the database's; never the driven one
     */
    public Appender(ConnectionSource connections, String node, InstantSource clock, Limits limits) {
        this.connections = connections;
        this.node = node;
        this.clock = new ClockCheck(clock, limits.clockSkew());
        this.limits = limits;
        this.queue = new ArrayBlockingQueue<>(limits.queue());
        this.thread = Thread.ofPlatform().name("appender").daemon().start(this::run);
    }

    /** Runs on the appender's thread after every batch that wrote something; must return at once. */
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    /** From now on this one is told about every batch. */
    public void observe(AppendObserver told) {
        observer = told;
    }

    /** Why nothing can be appended right now; null when all is well. */
    public @Nullable String trouble() {
        String barred = barred();
        return barred == null ? trouble : barred;
    }

    /** Why this node must not append even though the database answers; null when it may. */
    public @Nullable String barred() {
        String off = clock.off();
        return off == null ? logClosed : off;
    }

    /** Requests that nobody has taken yet. */
    public int waiting() {
        return queue.size();
    }

    /** Appends events that rest on nothing but their own streams. */
    public Appended append(List<NewEvent> events) {
        return append(events, Map.of());
    }

    /**
     * Appends the events of one command; returns when they are durable.
     *
     * @param reads the streams the decision rests on, each with its last sequence when it was read; −1: no event
     * @throws StreamConflict when a stream is not at the expected sequence; nothing is written
     * @throws Refusal TOO_BUSY, STORE_UNAVAILABLE (nothing is written) or OUTCOME_UNKNOWN
     */
    public Appended append(List<NewEvent> events, Map<String, Long> reads) {
        AppendRequest request = new AppendRequest(events, reads);
        if (closed) throw Refusal.of(ErrorCode.STORE_UNAVAILABLE);
        if (Patience.left(limits.answer()).isZero()) {
            log.warn(
                    "nothing is appended: the command had used up its time when its {} events were decided",
                    events.size());
            throw Refusal.of(ErrorCode.TOO_BUSY, "problem", "time");
        }
        try {
            if (!queue.offer(request, Patience.left(limits.enqueue()).toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.of(ErrorCode.TOO_BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ErrorCode.STORE_UNAVAILABLE);
        }
        // Closed between the check and the offer: nobody takes from the queue any more.
        if (closed && queue.remove(request)) throw Refusal.of(ErrorCode.STORE_UNAVAILABLE);
        return request.await(Patience.left(limits.answer()));
    }

    /** Writes what is under way, refuses what still waits. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(limits.answer());
            if (thread.isAlive()) thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                List<AppendRequest> batch = collect();
                if (!batch.isEmpty()) write(batch, false);
                else if (trouble() != null) lookAgain();
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException | Error e) {
                // A mistake of ours must not end the only thread that writes; its callers time out.
                log.error("the appender goes on after an unexpected failure", e);
                disconnect();
            }
        }
        disconnect();
        held.addAll(queue);
        held.forEach(r -> r.failed(Refusal.of(ErrorCode.STORE_UNAVAILABLE)));
    }

    /**
     * Everything that waits, but no two requests on one stream: the second one's sequence is right only after the first.
     * Nor one that rests on a stream to which another of the batch appends: all are compared with the log before the batch.
     * What is only read keeps nobody apart.
     */
    private List<AppendRequest> collect() throws InterruptedException {
        if (held.isEmpty()) {
            AppendRequest first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first == null) return List.of();
            held.add(first);
        }
        gather();
        together = held.size();
        List<AppendRequest> batch = new ArrayList<>();
        Set<String> streams = new HashSet<>();
        Set<String> written = new HashSet<>();
        int events = 0;
        for (Iterator<AppendRequest> i = held.iterator(); i.hasNext() && events < limits.batchEvents(); ) {
            AppendRequest request = i.next();
            boolean free = request.streams().stream().noneMatch(streams::contains);
            streams.addAll(request.streams());
            if (!free || request.restsOn(written)) continue;
            written.addAll(request.streams());
            i.remove();
            if (request.abandoned()) continue;
            batch.add(request);
            events += request.events().size();
        }
        return batch;
    }

    /**
     * Everything that waits. Callers who have just been answered come again within a moment, if at all: waiting for as many
     * as went out last saves most of them a whole commit of those who were quickest. A single caller waits for nobody.
     */
    private void gather() throws InterruptedException {
        int room = Math.max(0, limits.batchEvents() - held.size());
        queue.drainTo(held, room);
        long end = System.nanoTime() + LINGER_NANOS;
        int expected = Math.min(together, limits.batchEvents());
        while (held.size() < expected && !closed) {
            AppendRequest next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) return;
            held.add(next);
            queue.drainTo(held, limits.batchEvents() - held.size());
        }
    }

    /** @param sentBefore and nobody knows whether it is written */
    private void write(List<AppendRequest> requests, boolean sentBefore) throws InterruptedException {
        List<AppendRequest> batch = requests;
        boolean inDoubt = sentBefore;
        long begun = System.nanoTime();
        for (int attempt = 0; !batch.isEmpty(); attempt++) {
            boolean again = inDoubt;
            try {
                Connection open = connected();
                String off = clock.off();
                if (off != null) {
                    refuseAll(batch, Refusal.of(ErrorCode.STORE_UNAVAILABLE, "clock", off), inDoubt);
                    return;
                }
                if (!inDoubt) batch = batch.stream().filter(AppendRequest::send).toList();
                if (batch.isEmpty()) return;
                inDoubt = true;
                long before = clock.now();
                AppendStatement.Results results = again
                        ? AppendStatement.executeAgain(open, batch, node)
                        : AppendStatement.execute(open, batch, node);
                if (results.databaseMs() != 0) clock.compare(before, results.databaseMs());
                answer(batch, results.results(), Duration.ofNanos(System.nanoTime() - begun));
                return;
            } catch (SQLException e) {
                if (!broken(e)) {
                    refused(batch, e, again);
                    return;
                }
                disconnect();
                trouble = e.getMessage();
                if (attempt == 0) log.warn("no answer from the database: {}", e.getMessage());
                if (!inDoubt) batch = batch.stream().filter(r -> !r.abandoned()).toList();
                if (closed && attempt > 2) {
                    refuseAll(batch, Refusal.of(ErrorCode.STORE_UNAVAILABLE), inDoubt);
                    return;
                }
                Thread.sleep(Math.min(1_000, 20L << Math.min(attempt, 6)));
            }
        }
    }

    private void answer(List<AppendRequest> batch, List<AppendStatement.Result> results, Duration took) {
        trouble = null;
        logClosed = null;
        int events = 0;
        int conflicts = 0;
        for (int i = 0; i < batch.size(); i++) {
            AppendRequest request = batch.get(i);
            AppendStatement.Result result = results.get(i);
            if (result.conflict() != null) {
                conflicts++;
                request.failed(new StreamConflict(result.conflict()));
            } else {
                events += request.events().size();
                request.written(new Appended(result.position(), request.events().size()));
            }
        }
        if (events > 0) listeners.forEach(Runnable::run);
        observer.answered(batch.size(), events, conflicts, took);
    }

    /**
     * The server said no, and of this sending nothing is written; of one before it, nobody knows. One request's fault must
     * not be another's.
     */
    private void refused(List<AppendRequest> batch, SQLException e, boolean sentBefore) throws InterruptedException {
        String state = String.valueOf(e.getSQLState());
        // Out of time, of disk, of memory, or a standby: it would be the same for each alone.
        if (state.equals(ClosedLog.REFUSED)) {
            logClosed = e.getMessage();
            log.error("nothing is appended: {}", logClosed);
            refuseAll(batch, Refusal.of(ErrorCode.STORE_UNAVAILABLE, "state", state), sentBefore);
        } else if (state.startsWith("53") || state.startsWith("57") || state.equals("55P03") || state.equals("25006")) {
            log.warn("the database refused to append: {}", e.getMessage());
            refuseAll(batch, Refusal.of(ErrorCode.STORE_UNAVAILABLE, "state", state), sentBefore);
        } else if (batch.size() == 1) {
            batch.getFirst().failed(new IllegalStateException("the database refused the events: " + e.getMessage(), e));
        } else {
            for (AppendRequest request : batch) write(List.of(request), sentBefore);
        }
    }

    private static void refuseAll(List<AppendRequest> batch, Refusal refusal, boolean inDoubt) {
        Refusal told = inDoubt ? Refusal.of(ErrorCode.OUTCOME_UNKNOWN) : refusal;
        batch.forEach(r -> r.failed(told));
    }

    /** 25P03, 25P04: the server ended a session that stayed too long in its transaction. */
    private static boolean broken(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("25P0") || e.getSQLState() == null;
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open != null && clock.off() == null) return open;
        if (open == null) {
            open = connections.openTuned(limits.statement(), limits.network());
            connection = open;
            // A node that stops while its batch is on the way holds the lock of all nodes no longer than this.
            try (Statement settings = open.createStatement()) {
                settings.execute("set transaction_timeout = " + limits.network().toMillis());
            }
        }
        askClock(open);
        return open;
    }

    private void askClock(Connection open) throws SQLException {
        long before = clock.now();
        try (Statement statement = open.createStatement();
                ResultSet row =
                        statement.executeQuery("select (extract(epoch from clock_timestamp()) * 1000)::bigint")) {
            row.next();
            clock.compare(before, row.getLong(1));
        }
    }

    /** Nobody is sent to a node that is barred, so no append would find out that all is well again. */
    private void lookAgain() {
        if (System.nanoTime() - lookedNanos < LOOK_NANOS) return;
        lookedNanos = System.nanoTime();
        try {
            if (ClosedLog.closed(connected())) return;
            logClosed = null;
            trouble = null;
        } catch (SQLException e) {
            trouble = e.getMessage();
            disconnect();
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open == null) return;
        try {
            open.close();
        } catch (SQLException e) {
            log.debug("closing a broken connection", e);
        }
    }
}
