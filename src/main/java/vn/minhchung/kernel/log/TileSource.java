package vn.minhchung.kernel.log;

/** Where a tree's tiles are kept. */
@FunctionalInterface
public interface TileSource {
    /**
     * The hashes of a tile one after the other, 32 bytes each; of a partial tile at least as many as asked for.
     *
     * @throws RuntimeException when they are not there
     */
    byte[] hashes(Tile tile);
}
