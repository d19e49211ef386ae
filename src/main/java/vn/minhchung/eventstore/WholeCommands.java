package vn.minhchung.eventstore;

import java.util.ArrayList;
import java.util.List;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.log.StoredEvent;

/** Reads a log in position order, ending only where a command's events end; the same over every store. */
public final class WholeCommands {
    private WholeCommands() {}

    /** Stored events after a position, in order, without gaps, at most so many. */
    @FunctionalInterface
    public interface Pages {
        List<StoredEvent> page(long after, int max);
    }

    /** @throws UnknownEvent when the first command after the position holds an event that is not known */
    public static List<Recorded> read(Pages log, EventCodec codec, long after, int max) {
        List<StoredEvent> rows = log.page(after, max);
        List<Recorded> read = new ArrayList<>(rows.size());
        int whole = decode(rows, codec, read);
        if (whole < rows.size()) return List.copyOf(read.subList(0, whole));
        if (!rows.isEmpty() && !read.getLast().envelope().lastPart()) completeCommand(log, codec, read);
        return List.copyOf(read);
    }

    /** Decodes up to an unknown event; answers how many events stand in whole commands before it, or all. */
    private static int decode(List<StoredEvent> rows, EventCodec codec, List<Recorded> read) {
        int whole = 0;
        for (StoredEvent row : rows) {
            try {
                Recorded recorded = StoredEvents.decode(row, codec);
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
    private static void completeCommand(Pages log, EventCodec codec, List<Recorded> read) {
        Envelope last = read.getLast().envelope();
        int missing = last.parts() - last.partNumber();
        long after = read.getLast().position();
        List<StoredEvent> rest = log.page(after, missing);
        if (rest.size() != missing) throw new IllegalStateException("the command at position " + after + " is torn");
        List<Recorded> decoded = new ArrayList<>(missing);
        for (StoredEvent row : rest) {
            try {
                decoded.add(StoredEvents.decode(row, codec));
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
}
