package vn.minhchung.eventstore.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhchung.eventstore.ClockCheck;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.StoredEvents;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * Follows the server's log on a thread of its own: tells appenders the positions of their events, which the server's
 * confirmation leaves out, gives every event its recorded time, keeps the index, and wakes readers. What readers see ends
 * where the index ends, and that only at the end of a command.
 */
final class LogTail implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogTail.class);
    private static final int BATCH = 500;
    private static final int KEPT = 4_000;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    private final ServerLog server;
    private final PositionIndex index;
    private final EventCodec codec;
    private final ClockCheck clock;
    private final Map<UUID, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Deque<StoredEvent> recent = new ArrayDeque<>();
    /** The last event known here; written by the tail's thread only. */
    private volatile PositionIndex.Entry known = PositionIndex.Entry.NONE;

    private volatile @Nullable String trouble = "not started";
    private volatile @Nullable String otherLog;
    private volatile long comparedNanos;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /** @param clock this machine's real clock, compared with the database's; never the driven one */
    LogTail(ServerLog server, PositionIndex index, EventCodec codec, InstantSource clock) {
        this.server = server;
        this.index = index;
        this.codec = codec;
        this.clock = new ClockCheck(clock, CLOCK_SKEW);
    }

    /** @throws IllegalStateException when this database belongs to another log */
    void start() {
        known = index.closingPostgres(this::requireSameLog);
        compareClocks();
        thread = Thread.ofPlatform().name("log-tail").daemon().start(this::run);
    }

    /** The position up to which everything is known here. */
    long indexed() {
        return known.position();
    }

    /** Why it does not follow right now; null when all is well. */
    @Nullable
    String trouble() {
        String off = clock.off();
        return off == null ? trouble : off;
    }

    /** Why this node must not append even though the server answers; null when it may. */
    @Nullable
    String barred() {
        String off = clock.off();
        return off == null ? otherLog : off;
    }

    /** Why this node must not append; null when its clock is right. */
    @Nullable
    String clockOff() {
        return clock.off();
    }

    /** Why nobody must append; null while the server's log is that of this database. */
    @Nullable
    String otherLog() {
        return otherLog;
    }

    void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    /** Is completed with the event's position when it comes by; to be asked for before it is appended. */
    CompletableFuture<Long> expect(UUID event) {
        return expected.computeIfAbsent(event, _ -> new CompletableFuture<>());
    }

    void forget(UUID event) {
        expected.remove(event);
    }

    /** Events after a position, at most so many and not beyond the index. */
    List<StoredEvent> page(long after, int max) {
        int count = Math.clamp(indexed() - after, 0, max);
        if (count == 0) return List.of();
        synchronized (recent) {
            if (!recent.isEmpty() && recent.getFirst().position() <= after + 1) {
                return recent.stream()
                        .filter(row -> row.position() > after)
                        .limit(count)
                        .toList();
            }
        }
        List<PositionIndex.Entry> times = index.after(after, count);
        List<ServerLog.Placed> events = server.page(after, count);
        List<StoredEvent> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long position = events.get(i).position();
            if (i >= times.size() || times.get(i).position() != position)
                throw new IllegalStateException("position %d is missing in the index".formatted(position));
            rows.add(events.get(i).event().at(position, times.get(i).recordedUs()));
        }
        return StoredEvents.contiguous(after, rows);
    }

    /**
     * Looks at the last event the index knows and at the last of the log on PostgreSQL: the server must have both where they
     * stood.
     *
     * @return the index's last row
     */
    private PositionIndex.Entry requireSameLog() {
        PositionIndex.Entry last = index.last();
        PositionIndex.Head moved = index.headOfPostgres();
        // asked for after the index: nodes that are ahead write rows meanwhile
        long head = server.head();
        long before = Math.max(last.position(), moved.position());
        if (head < before || !holds(last) || !holds(moved)) throw otherLog(head, before);
        otherLog = null;
        return last;
    }

    private boolean holds(PositionIndex.Entry last) {
        if (last.position() == 0) return true;
        NewEvent there = at(last.position());
        return there.stream().equals(last.stream()) && there.sequence() == last.sequence();
    }

    private boolean holds(PositionIndex.Head moved) {
        if (moved.position() == 0) return true;
        NewEvent there = at(moved.position());
        return there.id().equals(moved.id())
                && there.stream().equals(moved.stream())
                && there.sequence() == moved.sequence();
    }

    private NewEvent at(long position) {
        return server.page(position - 1, 1).getFirst().event();
    }

    private IllegalStateException otherLog(long head, long before) {
        String told = """
                Sổ sự kiện trên Axon Server (%1$d sự kiện) không phải là sổ của cơ sở dữ liệu này (%2$d sự kiện); đề nghị \
                chuyển sổ sang trước hoặc dùng đúng ngữ cảnh. The log on Axon Server (%1$d events) is not the log of this \
                database (%2$d events); move the log first, or use the right context.""".formatted(head, before);
        otherLog = told;
        return new IllegalStateException(told);
    }

    private void run() {
        while (!closed) {
            try {
                follow();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                trouble = e instanceof Error ? e.toString() : String.valueOf(e.getMessage());
                if (!closed) log.warn("the log's tail begins again: {}", e.getMessage());
                pause(e);
            }
        }
    }

    /**
     * Begins where this node stood, not where the index ends: somebody here may wait for what came in between. Only an index
     * that was emptied is made again.
     */
    private void follow() throws InterruptedException {
        forgetRecent();
        PositionIndex.Entry last = requireSameLog();
        if (last.position() < indexed()) known = last;
        try (EventStream events = server.follow(indexed())) {
            trouble = null;
            List<StoredEvent> open = new ArrayList<>();
            while (!closed) {
                EventWithToken next = events.nextIfAvailable(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null && events.isClosed()) throw new IllegalStateException("the stream of events ended");
                if (System.nanoTime() - comparedNanos >= IDLE.toNanos()) compareClocks();
                while (next != null) {
                    long before = open.isEmpty() ? indexed() : open.getLast().position();
                    long us =
                            open.isEmpty() ? known.recordedUs() : open.getLast().recordedUs();
                    ServerLog.Placed placed = ServerLog.placed(next, before);
                    NewEvent event = placed.event();
                    open.add(event.at(placed.position(), StoredEvent.recordedAfter(us, event.storedMs())));
                    next = open.size() < BATCH ? events.nextIfAvailable() : null;
                }
                keep(open);
            }
        }
    }

    /** Keeps the whole commands of what was read; the rest of the last one is still on its way. */
    private void keep(List<StoredEvent> open) {
        int whole = open.size();
        while (whole > 0
                && !codec.decodeEnvelope(open.get(whole - 1).envelope()).lastPart()) whole--;
        if (whole == 0) return;
        List<StoredEvent> rows = open.subList(0, whole);
        List<PositionIndex.Entry> entries = rows.stream().map(LogTail::entry).toList();
        if (!index.add(entries)) throw otherLog(server.head(), index.last().position());
        synchronized (recent) {
            recent.addAll(rows);
            while (recent.size() > KEPT) recent.removeFirst();
        }
        known = entries.getLast();
        for (StoredEvent row : rows) {
            CompletableFuture<Long> waiting = expected.remove(row.id());
            if (waiting != null) waiting.complete(row.position());
        }
        rows.clear();
        listeners.forEach(Runnable::run);
    }

    private void forgetRecent() {
        synchronized (recent) {
            recent.clear();
        }
    }

    private void compareClocks() {
        long before = clock.now();
        clock.compare(before, index.databaseMs());
        comparedNanos = System.nanoTime();
    }

    private static PositionIndex.Entry entry(StoredEvent row) {
        return new PositionIndex.Entry(row.position(), row.stream(), row.sequence(), row.recordedUs());
    }

    private void pause(Throwable why) {
        try {
            TimeUnit.MILLISECONDS.sleep(why instanceof Refusal ? 500 : 1_000);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) return;
        try {
            running.join(Duration.ofSeconds(3));
            running.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
