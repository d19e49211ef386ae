package vn.minhchung.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.BundleAnchors;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.NamedDocuments;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.kernel.log.bundle.BundleHead;
import vn.minhchung.kernel.log.bundle.BundleWriter;

/**
 * The whole log as one bundle, as it lies there: what is missing or too much is for a verifier to say. In memory are one tile's
 * entries and one page of events.
 */
final class LogBundle {
    private final StoredLog events;
    private final SealedLog sealed;
    private final LogKeyRing keys;

    LogBundle(LogParts log) {
        this.events = log.events();
        this.sealed = log.sealed();
        this.keys = log.keys();
    }

    /** How many lines there are. */
    record Written(long events, long documents) {}

    /**
     * @param state the bundle rests on
     * @param report the page's body; null: data alone
     * @param last position of the last event that is looked at: beyond the state's size lies what is not sealed yet
     */
    Written write(OutputStream out, State state, @Nullable String report, long last) throws IOException {
        Written counted = count(last);
        long size = state.size();
        BundleWriter writer =
                report == null ? BundleWriter.plain(out) : BundleWriter.report(out, BalanceReport.TITLE, report);
        writer.head(new BundleHead(null, size, size, true, List.of(), counted.events(), counted.documents()));
        BundleAnchors.write(writer, state, true, sealed, keys);
        Cursor cursor = new Cursor(events, last);
        for (long tile = 0; tile * Tile.WIDTH < size; tile++) {
            writer.entries(sealed.entries(tile, size));
            write(writer, cursor, Math.min(size, (tile + 1) * Tile.WIDTH));
        }
        write(writer, cursor, Long.MAX_VALUE);
        writer.end();
        return counted;
    }

    /** A few events, each with the proof that the tiles make for it. */
    void writeProofs(OutputStream out, State state, List<Long> positions) throws IOException {
        BundleWriter writer = BundleWriter.plain(out);
        writer.head(new BundleHead(null, state.size(), state.size(), false, List.of(), positions.size(), 0));
        writer.key(keys.current());
        writer.checkpoint(state.note());
        TiledTree tree = new TiledTree(state.size(), sealed);
        for (long position : positions) {
            long tile = (position - 1) / Tile.WIDTH;
            List<byte[]> entries = sealed.entries(tile, state.size());
            writer.event(
                    events.after(position - 1, 1).getFirst(),
                    entries.get((int) (position - 1 - tile * Tile.WIDTH)),
                    tree.inclusion(position - 1));
        }
        writer.end();
    }

    private static void write(BundleWriter writer, Cursor cursor, long upTo) throws IOException {
        for (StoredEvent event = cursor.upTo(upTo); event != null; event = cursor.upTo(upTo)) {
            writer.event(event);
            NamedDocuments.write(event, writer);
        }
    }

    private Written count(long last) {
        long count = 0;
        long documents = 0;
        Cursor cursor = new Cursor(events, last);
        for (StoredEvent event = cursor.upTo(last); event != null; event = cursor.upTo(last)) {
            count++;
            documents += NamedDocuments.count(event);
        }
        return new Written(count, documents);
    }

    /** The log page by page, whether or not a position is missing. */
    private static final class Cursor {
        private final StoredLog log;
        private final long last;
        private final Deque<StoredEvent> page = new ArrayDeque<>();
        private long read;

        Cursor(StoredLog log, long last) {
            this.log = log;
            this.last = last;
        }

        /** The next event if it stands no further than there. */
        @Nullable
        StoredEvent upTo(long position) {
            if (page.isEmpty() && read < last) {
                page.addAll(log.found(read, Tile.WIDTH));
                read = page.isEmpty() ? last : page.getLast().position();
            }
            StoredEvent next = page.peek();
            return next == null || next.position() > Math.min(position, last) ? null : page.poll();
        }
    }
}
