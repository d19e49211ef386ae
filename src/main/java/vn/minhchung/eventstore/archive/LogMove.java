package vn.minhchung.eventstore.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ClosedLog;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * The log of a PostgreSQL store to an empty log elsewhere: raw, in position order, one command's events per transaction. All
 * the while it holds the appenders' lock, so that nothing is added here. After every batch the target must stand where it
 * should; whoever else writes there stops the move. Stopped or killed at any moment it goes on, when run again, after the
 * target's last event; what is there already is compared first. At the end the whole target is read back: event by event
 * the same, and the same Merkle root. Then, before the lock is given back, the log here is closed ({@link ClosedLog}).
 */
public final class LogMove {
    /** Commands between two looks at where the target stands. */
    static final int BATCH = 100;

    private static final int PAGE = 500;

    private final Connection source;
    private final MoveTarget target;
    private final Progress progress;
    private final long head;

    private LogMove(Connection source, MoveTarget target, Progress progress) throws SQLException {
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.head = LogTable.head(source);
    }

    /** @throws ArchiveFault when the target is not ours to fill, or does not answer */
    public static LogSummary run(ConnectionSource log, MoveTarget target, Progress progress) throws SQLException {
        // The lock is the session's and ends with it, however it ends.
        try (Connection source = log.openTuned(Duration.ZERO, Duration.ZERO)) {
            LogTable.execute(source, "select pg_advisory_lock(" + Appender.LOG_LOCK + ")");
            return new LogMove(source, target, progress).run();
        }
    }

    private LogSummary run() throws SQLException {
        long there = target.head();
        if (there > head) throw ArchiveRule.TARGET_DIFFERS.broken(there);
        compare(there);
        append(there);
        requireHead(head);
        String root = compare(head);
        requireHead(head);
        long now = LogTable.head(source);
        if (now != head) throw ArchiveRule.SOURCE_MOVED.broken(now);
        ClosedLog.close(source);
        long refusals = LogTable.refusals(source);
        return new LogSummary(head, refusals, LogTable.readings(source), root);
    }

    private void append(long from) throws SQLException {
        List<NewEvent> command = new ArrayList<>();
        long written = from;
        long commands = 0;
        for (List<StoredEvent> page = page(from);
                !page.isEmpty();
                page = page(page.getLast().position())) {
            for (StoredEvent event : page) {
                command.add(NewEvent.of(event));
                EnvelopeFacts envelope = Lines.envelope(event.envelope());
                if (envelope == null) throw ArchiveRule.ENVELOPE.broken(event.position());
                if (!envelope.last()) continue;
                target.append(command);
                command.clear();
                written = event.position();
                if (++commands % BATCH == 0) requireHead(written);
            }
            progress.reached(written, head);
        }
    }

    private void requireHead(long expected) {
        long found = target.head();
        if (found != expected) throw ArchiveRule.TARGET_MOVED.broken(found + " ≠ " + expected);
    }

    /**
     * Are the target's first events ours?
     *
     * @return their root
     */
    private String compare(long count) throws SQLException {
        Deque<StoredEvent> ours = new ArrayDeque<>();
        LogCheck here = new LogCheck();
        LogCheck there = new LogCheck();
        long[] recordedUs = {0};
        target.read(count, (position, event) -> {
            if (ours.isEmpty()) ours.addAll(unchecked(here.size()));
            StoredEvent expected = ours.poll();
            if (expected == null || !same(NewEvent.of(expected), event))
                throw ArchiveRule.TARGET_DIFFERS.broken(position);
            recordedUs[0] = StoredEvent.recordedAfter(recordedUs[0], event.storedMs());
            here.next(0, expected);
            there.next(0, event.at(position, recordedUs[0]));
        });
        // a command's events are one transaction there: half of them are not ours
        there.end(0);
        if (here.size() != count || !here.root().equals(there.root())) {
            throw ArchiveRule.TARGET_DIFFERS.broken(there.root());
        }
        return there.root();
    }

    private List<StoredEvent> unchecked(long after) {
        try {
            return page(after);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<StoredEvent> page(long after) throws SQLException {
        List<StoredEvent> page = new ArrayList<>(PAGE);
        LogTable.events(source, after, PAGE, page::add);
        return page;
    }

    private static boolean same(NewEvent ours, NewEvent theirs) {
        return ours.id().equals(theirs.id())
                && ours.stream().equals(theirs.stream())
                && ours.sequence() == theirs.sequence()
                && ours.type().equals(theirs.type())
                && ours.name().equals(theirs.name())
                && ours.revision().equals(theirs.revision())
                && ours.storedMs() == theirs.storedMs()
                && Arrays.equals(ours.payload(), theirs.payload())
                && Arrays.equals(ours.envelope(), theirs.envelope());
    }
}
