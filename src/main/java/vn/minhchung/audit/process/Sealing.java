package vn.minhchung.audit.process;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileGrowth;
import vn.minhchung.kernel.log.TiledTree;

/**
 * Takes events into the tree: their hashes and the signed checkpoint are in together or not at all, so that after a crash
 * it goes on behind the last checkpoint. Whoever has the lock of the moment seals; the next step may be another node's.
 */
@Component
final class Sealing {
    static final int BATCH = 2_000;

    private final SealedTiles tiles;
    private final StoredLog log;
    private final EventCodec codec;
    private final LogKeys keys;
    private final TransactionTemplate transaction;

    Sealing(
            SealedTiles tiles,
            StoredLog log,
            EventCodec codec,
            LogKeys keys,
            PlatformTransactionManager transactions) {
        this.tiles = tiles;
        this.log = log;
        this.codec = codec;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * One step.
     *
     * @return how many events were sealed; 0 when there were none, or another node is at it
     * @throws LogAltered when the tiles are not those of the last checkpoint
     */
    int step() {
        return Objects.requireNonNull(transaction.execute(_ -> tiles.tryLock() ? seal() : 0));
    }

    private int seal() {
        Optional<State> newest = tiles.newest();
        long size = newest.map(State::size).orElse(0L);
        List<StoredEvent> events = log.after(size, BATCH);
        if (events.isEmpty() && newest.isPresent() && signedByOurs(newest.get())) return 0;
        newest.ifPresent(this::requireTilesOf);
        TileGrowth growth = new TileGrowth(size, tiles);
        for (StoredEvent event : events) growth.add(Leaves.hash(event, codec));
        byte[] root = growth.root();
        Checkpoint checkpoint = Checkpoint.of(keys.origin(), growth.size(), root);
        tiles.add(growth.pieces());
        tiles.add(new State(growth.size(), root, checkpoint.signedBy(keys.signing())), keys.origin());
        return events.size();
    }

    /** Another origin gets a checkpoint of its own at once, not with the next event. */
    private boolean signedByOurs(State newest) {
        return newest.note().signatures().stream().anyMatch(keys.signing().verifier()::named);
    }

    private void requireTilesOf(State state) {
        if (!Arrays.equals(new TiledTree(state.size(), tiles).root(), state.root()))
            throw new LogAltered("the tiles are not those of the checkpoint of " + state.size() + " events");
    }

    /**
     * Compares all that is sealed with the events as they are stored now, one after the other.
     *
     * @throws LogAltered naming the first position that differs
     */
    void compare() {
        Optional<State> newest = tiles.newest();
        if (newest.isEmpty()) return;
        requireSigned(newest.get());
        requireTilesOf(newest.get());
        long size = newest.get().size();
        if (log.head() < size)
            throw new LogAltered("%d events are sealed, the log ends at %d".formatted(size, log.head()));
        for (long first = 0; first < size; first += Tile.WIDTH) {
            Tile tile = Tile.of(0, first / Tile.WIDTH, size).orElseThrow();
            requireSame(tile, first);
        }
    }

    private void requireSame(Tile tile, long first) {
        byte[] sealed = tiles.hashes(tile);
        List<StoredEvent> events = stored(first, tile.width());
        for (int i = 0; i < tile.width(); i++) {
            byte[] leaf = Arrays.copyOfRange(sealed, i * Tile.HASH_BYTES, (i + 1) * Tile.HASH_BYTES);
            if (!Arrays.equals(leaf, leafOf(events.get(i)))) throw altered(first + i + 1);
        }
    }

    private List<StoredEvent> stored(long first, int count) {
        List<StoredEvent> events;
        try {
            events = log.after(first, count);
        } catch (IllegalStateException e) {
            throw new LogAltered(String.valueOf(e.getMessage()));
        }
        if (events.size() == count) return events;
        if (log.head() < first + count) throw altered(first + events.size() + 1);
        throw new IllegalStateException("this node does not know its log to the end yet");
    }

    /** What cannot even be opened any more hashes to nothing. */
    private byte[] leafOf(StoredEvent event) {
        try {
            return Leaves.hash(event, codec);
        } catch (RuntimeException e) {
            return new byte[0];
        }
    }

    private static LogAltered altered(long position) {
        return new LogAltered("the event at position %d is not the one that was sealed".formatted(position));
    }

    /** A row in the name of this node's key must be signed by it, and say what the row says. */
    private void requireSigned(State state) {
        if (!signedByOurs(state)) return;
        state.note().verified(List.of(keys.signing().verifier()));
        Checkpoint told = Checkpoint.parse(state.note().text());
        if (told.size() != state.size() || !Arrays.equals(told.root(), state.root()))
            throw new LogAltered("the row of the checkpoint of %d events is not what was signed".formatted(state.size()));
    }
}
