package vn.minhchung.kernel.log;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tiles in the words of tlog-tiles, from leaf hashes; counts which were asked for. */
final class TilesOf implements TileSource {
    private final List<byte[]> leaves;
    final Set<String> asked = new HashSet<>();

    TilesOf(List<byte[]> leaves) {
        this.leaves = leaves;
    }

    @Override
    public byte[] hashes(Tile tile) {
        asked.add(tile.path());
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        long span = 1L << (8 * tile.level());
        for (int i = 0; i < tile.width(); i++) {
            long first = (tile.index() * 256 + i) * span;
            MerkleTree subtree = new MerkleTree();
            for (long leaf = first; leaf < first + span; leaf++) subtree.add(leaves.get((int) leaf));
            hashes.writeBytes(subtree.root());
        }
        return hashes.toByteArray();
    }
}
