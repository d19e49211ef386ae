package vn.minhchung.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.log.Entries;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileSource;

/** The transparency log as far as it is sealed: its checkpoints, tiles and entries, and what witnesses signed. */
public interface SealedLog extends TileSource {
    /**
     * A sealed state of the log.
     *
     * @param size number of leaves
     * @param root 32 bytes
     * @param note the checkpoint, signed by the log and by the witnesses that are counted
     * @param witnessed as many witnesses signed as the policy asks for
     */
    record State(long size, byte[] root, SignedNote note, boolean witnessed) {}

    /**
     * What witnesses say of the time of an event.
     *
     * @param notBefore when a checkpoint without it was last witnessed
     * @param notAfter when one with it was first witnessed
     */
    record Seen(@Nullable Instant notBefore, @Nullable Instant notAfter) {}

    /** The newest state; empty before the first one. */
    Optional<State> newest();

    /** The newest state of this size. */
    Optional<State> of(long size);

    /** The newest state that is witnessed. */
    Optional<State> newestWitnessed();

    /** Many tiles in one question; each as wide as asked for. */
    Map<Tile, byte[]> hashes(Set<Tile> tiles);

    /** By position; in one question. */
    Map<Long, Seen> seen(Collection<Long> positions);

    /** Leaf entries of a tile of level 0, each behind its length in two bytes; as many as the tile is wide. */
    byte[] entries(Tile bundle);

    /** Leaf entries of a tile of level 0, as wide as a tree of this size has it; each one as it was hashed. */
    default List<byte[]> entries(long tile, long size) {
        return Entries.split(entries(Tile.of(0, tile, size).orElseThrow()));
    }
}
