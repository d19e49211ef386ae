package vn.minhchung.kernel.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.minhchung.kernel.Sha256;

/**
 * A Merkle tree of one size (RFC 6962, 2.1) over tiles: its root and its proofs, each from about one tile per level. Tiles
 * that were read are kept: for one question, or a few of one moment. Not for several threads.
 */
public final class TiledTree {
    private final long size;
    private final TileSource tiles;
    private final Map<Tile, byte[]> read = new HashMap<>();

    public TiledTree(long size, TileSource tiles) {
        if (size < 0) throw new IllegalArgumentException("a tree of " + size + " leaves");
        this.size = size;
        this.tiles = tiles;
    }

    public long size() {
        return size;
    }

    /** Whatever tiles the inclusion of these leaves, and the root, are made of: to be fetched at once. */
    public static Set<Tile> tilesFor(Collection<Long> leaves, long size) {
        Set<Tile> tiles = new HashSet<>();
        for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
            int height = Tile.HEIGHT * (level + 1);
            Tile.of(level, (Tile.hashesAt(level, size) - 1) / Tile.WIDTH, size).ifPresent(tiles::add);
            for (long leaf : leaves) Tile.of(level, leaf >> height, size).ifPresent(tiles::add);
        }
        return tiles;
    }

    public byte[] root() {
        return size == 0 ? Sha256.of() : hash(0, size);
    }

    /** The hash of a leaf of this tree. */
    public byte[] leafHash(long index) {
        return hash(Objects.checkIndex(index, size), index + 1);
    }

    /**
     * PATH(index, D[size]) of RFC 6962, 2.1.1.
     *
     * @throws IndexOutOfBoundsException when this tree has no such leaf
     */
    public List<byte[]> inclusion(long index) {
        Objects.checkIndex(index, size);
        List<byte[]> path = new ArrayList<>();
        long first = 0;
        long end = size;
        while (end - first > 1) {
            long middle = first + split(end - first);
            if (index < middle) {
                path.add(hash(middle, end));
                end = middle;
            } else {
                path.add(hash(first, middle));
                first = middle;
            }
        }
        return path.reversed();
    }

    /**
     * PROOF(from, D[size]) of RFC 6962, 2.1.2; empty from the empty tree and from this very size.
     *
     * @throws IndexOutOfBoundsException when this tree is smaller
     */
    public List<byte[]> consistency(long from) {
        Objects.checkFromToIndex(0, from, size);
        if (from == 0 || from == size) return List.of();
        List<byte[]> proof = new ArrayList<>();
        long first = 0;
        long end = size;
        while (end != from) {
            long middle = first + split(end - first);
            if (from <= middle) {
                proof.add(hash(middle, end));
                end = middle;
            } else {
                proof.add(hash(first, middle));
                first = middle;
            }
        }
        // the old tree's own root is known to whoever asks
        if (first != 0) proof.add(hash(first, end));
        return proof.reversed();
    }

    /** The largest power of two below n. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    /** MTH(D[first:end]), where {@code first} is where a split of the tree falls. */
    private byte[] hash(long first, long end) {
        long count = end - first;
        if (Long.bitCount(count) == 1) return complete(first, Long.numberOfTrailingZeros(count));
        long middle = first + split(count);
        return MerkleTree.nodeHash(hash(first, middle), hash(middle, end));
    }

    /** The root of a complete subtree of 2^height leaves. */
    private byte[] complete(long first, int height) {
        int level = height / Tile.HEIGHT;
        long ordinal = first >> (Tile.HEIGHT * level);
        int count = 1 << (height % Tile.HEIGHT);
        byte[] tile = tile(Tile.of(level, ordinal / Tile.WIDTH, size).orElseThrow());
        int offset = (int) (ordinal % Tile.WIDTH);
        return TileGrowth.rootOf(
                Arrays.copyOfRange(tile, offset * Tile.HASH_BYTES, (offset + count) * Tile.HASH_BYTES));
    }

    private byte[] tile(Tile tile) {
        return read.computeIfAbsent(tile, wanted -> {
            byte[] hashes = tiles.hashes(wanted);
            if (hashes.length < wanted.width() * Tile.HASH_BYTES || hashes.length % Tile.HASH_BYTES != 0)
                throw new IllegalStateException("tile %s has %d bytes".formatted(wanted.path(), hashes.length));
            return hashes;
        });
    }
}
