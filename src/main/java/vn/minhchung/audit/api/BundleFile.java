package vn.minhchung.audit.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.BundleAnchors;
import vn.minhchung.audit.BundleView;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.NamedDocuments;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.audit.api.BundleContents.Contents;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.kernel.log.bundle.BundleHead;
import vn.minhchung.kernel.log.bundle.BundleWriter;

/**
 * The file of an export ({@code docs/bundle.md}): made anew whenever it is fetched, from the events as they are stored and the
 * log as it is sealed, so that damage shows in it. In memory are the report and one tile's events.
 */
@Component
final class BundleFile {
    private final BundleContents contents;
    private final BundleReport report;
    private final StoredLog stored;
    private final SealedLog log;
    private final LogKeyRing keys;

    BundleFile(BundleContents contents, BundleReport report, StoredLog stored, SealedLog log, LogKeyRing keys) {
        this.contents = contents;
        this.report = report;
        this.stored = stored;
        this.log = log;
        this.keys = keys;
    }

    /** Everything the file is made of, but for the events themselves: of them only the positions. */
    record Made(SealedLog.State state, BitSet positions, BundleHead head, BundleReport.Page page) {}

    /** One stored event; its entry where it stands among those of its tile. */
    private interface EventSink {
        void accept(StoredEvent event, int inTile) throws IOException;
    }

    /** Empty while the log is not sealed up to the moment of the export. */
    Optional<Made> make(BundleView bundle, Viewer viewer) throws IOException {
        Optional<SealedLog.State> state = log.newestWitnessed()
                .filter(witnessed -> witnessed.size() >= bundle.asOf())
                .or(() -> log.newest().filter(newest -> newest.size() >= bundle.asOf()));
        return state.isEmpty() ? Optional.empty() : Optional.of(make(bundle, state.get(), viewer));
    }

    private Made make(BundleView bundle, SealedLog.State state, Viewer viewer) throws IOException {
        Contents found = contents.of(bundle.ofId().value(), bundle.asOf(), state.size(), viewer);
        AtomicLong events = new AtomicLong();
        AtomicLong documents = new AtomicLong();
        for (long index = 0; index * Tile.WIDTH < bundle.asOf(); index++)
            each(found.positions(), index, (event, _) -> {
                events.incrementAndGet();
                documents.addAndGet(NamedDocuments.count(event));
            });
        BundleHead head = new BundleHead(
                bundle.ofId().value(),
                bundle.asOf(),
                state.size(),
                bundle.entries(),
                List.copyOf(found.streams()),
                events.get(),
                documents.get());
        return new Made(state, found.positions(), head, report.page(bundle, head, state, found, viewer));
    }

    void write(Made made, OutputStream out) throws IOException {
        BundleWriter writer =
                BundleWriter.report(out, made.page().title(), made.page().body());
        writer.head(made.head());
        BundleAnchors.write(writer, made.state(), made.head().complete(), log, keys);
        long through = made.head().complete() ? made.head().size() : made.head().asOf();
        for (long index = 0; index * Tile.WIDTH < through; index++) tile(writer, made, index);
        writer.end();
    }

    private void tile(BundleWriter writer, Made made, long index) throws IOException {
        boolean complete = made.head().complete();
        BitSet positions = made.positions();
        int next = positions.nextSetBit(Math.toIntExact(index * Tile.WIDTH + 1));
        boolean bears = next > 0 && next <= (index + 1) * Tile.WIDTH;
        if (!complete && !bears) return;
        List<byte[]> entries = log.entries(index, made.head().size());
        if (complete) writer.entries(entries);
        TiledTree tree = complete ? null : new TiledTree(made.head().size(), log);
        each(positions, index, (event, inTile) -> {
            if (tree == null) writer.event(event);
            else writer.event(event, entries.get(inTile), tree.inclusion(event.position() - 1));
            NamedDocuments.write(event, writer);
        });
    }

    /** The wanted events of a tile of level 0. */
    private void each(BitSet positions, long index, EventSink sink) throws IOException {
        int before = Math.toIntExact(index * Tile.WIDTH);
        int last = before + Tile.WIDTH;
        for (int first = positions.nextSetBit(before + 1); first > 0 && first <= last; ) {
            int end = Math.min(positions.nextClearBit(first), last + 1);
            // as it lies there: that one is missing is for the verifiers to tell
            for (StoredEvent event : stored.found(first - 1L, end - first)) {
                if (event.position() < end) sink.accept(event, Math.toIntExact(event.position() - before - 1));
            }
            first = positions.nextSetBit(end);
        }
    }
}
