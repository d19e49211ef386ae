package vn.minhchung.eventstore.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * A log that went on elsewhere, read from there with positions and recorded times as everybody else counts them. What this
 * database knows of it must stand there where it stands here: another log is not taken for it.
 */
final class MovedLog {
    private final LogElsewhere log;
    private final List<LogTable.Known> known;

    MovedLog(Connection connection, LogElsewhere log) throws SQLException {
        this.log = log;
        this.known = LogTable.known(connection);
    }

    /** @throws ArchiveFault OTHER_LOG */
    long head() {
        long head = log.head();
        known.forEach(event -> {
            if (event.position() > head) throw ArchiveRule.OTHER_LOG.broken(head + " < " + event.position());
        });
        return head;
    }

    /** @throws ArchiveFault OTHER_LOG */
    void events(long count, Consumer<StoredEvent> taking) {
        long[] recordedUs = {0};
        log.read(count, (position, event) -> {
            recordedUs[0] = StoredEvent.recordedAfter(recordedUs[0], event.storedMs());
            StoredEvent stored = event.at(position, recordedUs[0]);
            if (!known.stream().allMatch(it -> it.agrees(stored))) throw ArchiveRule.OTHER_LOG.broken(position);
            taking.accept(stored);
        });
    }
}
