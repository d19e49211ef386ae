package vn.minhchung.audit.process;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.minhchung.audit.AuditEvent.LogKeyRotated;
import vn.minhchung.audit.LogSealer;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Damage;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.log.TileGrowth;
import vn.minhchung.kernel.log.TiledTree;

/**
 * Takes events into the tree: their hashes and the signed checkpoint are in together or not at all, so that after a crash
 * it goes on behind the last checkpoint. Whoever has the lock of the moment seals; the next step may be another node's.
 */
@Component
final class Sealing implements LogSealer {
    static final int BATCH = 2_000;

    private static final String ROTATED =
            LogKeyRotated.class.getAnnotation(EventType.class).name();

    private final SealedTiles tiles;
    private final StoredLog log;
    private final EventCodec codec;
    private final KnownLogKeys keys;
    private final TransactionTemplate transaction;

    Sealing(
            SealedTiles tiles,
            StoredLog log,
            EventCodec codec,
            KnownLogKeys keys,
            PlatformTransactionManager transactions) {
        this.tiles = tiles;
        this.log = log;
        this.codec = codec;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws LogAltered when the tiles are not those of the last checkpoint */
    @Override
    public int step() {
        return Objects.requireNonNull(transaction.execute(_ -> tiles.tryLock() ? seal() : 0));
    }

    private int seal() {
        Optional<State> newest = tiles.newest();
        long size = newest.map(State::size).orElse(0L);
        List<StoredEvent> events = log.after(size, BATCH);
        if (events.isEmpty() && log.head() < size) throw LogAltered.at(log.head() + 1, Damage.TAIL_CUT);
        if (events.isEmpty() && newest.isPresent() && signedByOurs(newest.get())) return 0;
        newest.ifPresent(this::requireSigned);
        newest.ifPresent(this::requireTilesOf);
        TileGrowth growth = new TileGrowth(size, tiles);
        List<byte[]> entries =
                events.stream().map(event -> Leaves.entry(event, codec)).toList();
        for (byte[] entry : entries) growth.add(MerkleTree.leafHash(entry));
        events.forEach(this::rotate);
        Checkpoint checkpoint = Checkpoint.of(keys.origin(), growth.size(), growth.root());
        tiles.addEntries(size, entries);
        tiles.add(growth.pieces());
        tiles.add(checkpoint, checkpoint.signedBy(keys.signing()));
        return events.size();
    }

    /** The key before is in force for all that stood before the event, however much is sealed at once. */
    private void rotate(StoredEvent event) {
        if (!event.name().equals(ROTATED)) return;
        if (codec.decode(event.position(), event.name(), event.revision(), event.payload())
                instanceof LogKeyRotated rotated) keys.rotate(rotated, event.position() - 1);
    }

    /** Another origin gets a checkpoint of its own at once, not with the next event. */
    private boolean signedByOurs(State newest) {
        return newest.note().signatures().stream()
                .anyMatch(line -> keys.named(line).isPresent());
    }

    private void requireTilesOf(State state) {
        if (!Arrays.equals(new TiledTree(state.size(), tiles).root(), state.root()))
            throw new LogAltered(
                    Damage.TILE, 0, "the tiles are not those of the checkpoint of " + state.size() + " events");
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
        new SealedComparison(newest.get().size(), tiles, log, codec).run();
        requireTilesOf(newest.get());
    }

    @Override
    public Optional<Difference> difference() {
        try {
            compare();
            return Optional.empty();
        } catch (LogAltered e) {
            return Optional.of(new Difference(e.damage(), e.position(), String.valueOf(e.getMessage())));
        }
    }

    /** A row in the name of this log must be signed by one of its keys, and say what the row says. */
    private void requireSigned(State state) {
        try {
            Checkpoint told = Checkpoint.parse(state.note().text());
            // under another name it was another log's key
            if (!told.origin().equals(keys.origin())) return;
            state.note().verified(keys.keys());
            if (told.size() == state.size() && Arrays.equals(told.root(), state.root())) return;
        } catch (NoteFault e) {
            throw new LogAltered(Damage.SIGNATURE, 0, String.valueOf(e.getMessage()));
        }
        throw new LogAltered(
                Damage.SIGNATURE,
                0,
                "the row of the checkpoint of %d events is not what was signed".formatted(state.size()));
    }
}
