package vn.minhchung.audit;

import java.util.Optional;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileSource;

/** The transparency log as far as it is sealed: its checkpoint, tiles and entries. */
public interface SealedLog extends TileSource {
    /**
     * A sealed state of the log.
     *
     * @param size number of leaves
     * @param root 32 bytes
     * @param note the checkpoint, signed
     */
    record State(long size, byte[] root, SignedNote note) {}

    /** The newest state; empty before the first one. */
    Optional<State> newest();

    /** Leaf entries of a tile of level 0, each behind its length in two bytes; as many as the tile is wide. */
    byte[] entries(Tile bundle);
}
