package vn.minhchung.audit.api;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TiledTree;

/** Proofs of many events by one checkpoint, the newest. */
@Component
final class EventProofs implements BatchSource<EventProofs.Key, Optional<EventProofs.ShownProof>> {
    /** @param position of the event; what is proven does not depend on the moment shown */
    record Key(long position) {}

    record ShownProof(
            long leafIndex,
            String leafHash,
            List<String> inclusion,
            ShownCheckpoint checkpoint,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter) {}

    private static final SealedLog.Seen NOT_SEEN = new SealedLog.Seen(null, null);

    private final SealedLog log;
    private final LogKeyRing keys;

    EventProofs(SealedLog log, LogKeyRing keys) {
        this.log = log;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "audit.proofs";
    }

    /** Three questions, however many events; of one that is not sealed yet there is none. */
    @Override
    public Map<Key, Optional<ShownProof>> load(Collection<Key> keys) {
        Map<Key, Optional<ShownProof>> proofs = new HashMap<>();
        keys.forEach(key -> proofs.put(key, Optional.empty()));
        Optional<SealedLog.State> newest = log.newest();
        if (newest.isEmpty()) return proofs;
        SealedLog.State state = newest.get();
        List<Long> sealed = keys.stream()
                .map(Key::position)
                .filter(position -> position <= state.size())
                .toList();
        if (sealed.isEmpty()) return proofs;
        TiledTree tree = tree(sealed, state.size());
        ShownCheckpoint checkpoint = ShownCheckpoint.of(state, this.keys);
        Map<Long, SealedLog.Seen> seen = log.seen(sealed);
        for (long position : sealed) {
            SealedLog.Seen times = seen.getOrDefault(position, NOT_SEEN);
            proofs.put(
                    new Key(position),
                    Optional.of(new ShownProof(
                            position - 1,
                            ShownCheckpoint.base64(tree.leafHash(position - 1)),
                            tree.inclusion(position - 1).stream()
                                    .map(ShownCheckpoint::base64)
                                    .toList(),
                            checkpoint,
                            times.notBefore(),
                            times.notAfter())));
        }
        return proofs;
    }

    private TiledTree tree(List<Long> positions, long size) {
        List<Long> leaves = positions.stream().map(position -> position - 1).toList();
        Map<Tile, byte[]> fetched = log.hashes(TiledTree.tilesFor(leaves, size));
        return new TiledTree(size, tile -> {
            byte[] hashes = fetched.get(tile);
            return hashes == null ? log.hashes(tile) : hashes;
        });
    }
}
