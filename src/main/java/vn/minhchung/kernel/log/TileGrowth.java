package vn.minhchung.kernel.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree over tiles that grows by leaves: what is to be written to its tiles, at every level, and its new root. What was
 * there stays as it is. Not for several threads.
 */
public final class TileGrowth {
    private final long from;
    private final TileSource before;
    /** New hashes by level, each level's after the last one it had. */
    private final List<List<byte[]>> grown = new ArrayList<>();

    private long size;

    /**
     * Hashes to be added to a tile.
     *
     * @param first where in the tile the first of them stands, 0–255
     * @param hashes one after the other, 32 bytes each
     */
    public record Piece(int level, long tile, int first, byte[] hashes) {}

    /**
     * @param from leaves of the tree that is there
     * @param before its tiles
     */
    public TileGrowth(long from, TileSource before) {
        this.from = from;
        this.size = from;
        this.before = before;
        grown.add(new ArrayList<>());
    }

    public long size() {
        return size;
    }

    public void add(byte[] leafHash) {
        added(0).add(leafHash);
        size++;
        // a tile that is full now is a hash of the level above
        for (int level = 0; size % (1L << (Tile.HEIGHT * (level + 1))) == 0; level++) {
            Tile full = new Tile(level, (size >> (Tile.HEIGHT * (level + 1))) - 1, Tile.WIDTH);
            added(level + 1).add(rootOf(hashes(full)));
        }
    }

    public byte[] root() {
        return new TiledTree(size, this::hashes).root();
    }

    /** What is new, piece by piece; none reaches over the edge of a tile. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int level = 0; level < grown.size(); level++) {
            List<byte[]> hashes = grown.get(level);
            long ordinal = Tile.hashesAt(level, from);
            for (int done = 0; done < hashes.size(); ) {
                int first = (int) ((ordinal + done) % Tile.WIDTH);
                int count = Math.min(Tile.WIDTH - first, hashes.size() - done);
                pieces.add(new Piece(
                        level,
                        (ordinal + done) / Tile.WIDTH,
                        first,
                        NoteText.join(hashes.subList(done, done + count).toArray(byte[][]::new))));
                done += count;
            }
        }
        return pieces;
    }

    private List<byte[]> added(int level) {
        while (grown.size() <= level) grown.add(new ArrayList<>());
        return grown.get(level);
    }

    /** A tile of the grown tree: what was there, then what is new. */
    private byte[] hashes(Tile tile) {
        long had = Tile.hashesAt(tile.level(), from);
        long first = tile.index() * Tile.WIDTH;
        int old = Math.clamp(had - first, 0, tile.width());
        ByteArrayOutputStream hashes = new ByteArrayOutputStream(tile.width() * Tile.HASH_BYTES);
        if (old > 0) {
            byte[] kept = before.hashes(new Tile(tile.level(), tile.index(), old));
            hashes.write(kept, 0, old * Tile.HASH_BYTES);
        }
        if (old < tile.width()) {
            int skipped = (int) Math.max(0, first - had);
            added(tile.level()).subList(skipped, skipped + tile.width() - old).forEach(hashes::writeBytes);
        }
        return hashes.toByteArray();
    }

    /**
     * The root over hashes that stand one after the other: of a full tile the hash one level up.
     *
     * @param hashes 32 bytes each
     */
    public static byte[] rootOf(byte[] hashes) {
        MerkleTree tree = new MerkleTree();
        for (int at = 0; at < hashes.length; at += Tile.HASH_BYTES) {
            tree.add(Arrays.copyOfRange(hashes, at, at + Tile.HASH_BYTES));
        }
        return tree.root();
    }
}
