package vn.minhchung.kernel.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks proofs as RFC 9162 spells it out (2.1.3.2 and 2.1.4.2), for trees of RFC 6962. Says no to whatever is malformed;
 * never throws. Shares nothing with what makes proofs but the hash of a node.
 */
public final class ProofCheck {
    private ProofCheck() {}

    /** That a leaf stands at an index in the tree of a size and a root. */
    public static boolean included(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || !areHashes(path)) return false;
        long fn = index;
        long sn = size - 1;
        byte[] reached = leafHash;
        for (byte[] sibling : path) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                reached = MerkleTree.nodeHash(sibling, reached);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                reached = MerkleTree.nodeHash(reached, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(reached, root);
    }

    /**
     * That a tree begins with all of another, in the same order. Every tree begins with the empty one and with itself; the
     * proof of that is empty.
     */
    public static boolean consistent(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof) {
        if (from < 0 || from > to || !areHashes(proof)) return false;
        if (from == 0) return proof.isEmpty() && Arrays.equals(fromRoot, new MerkleTree().root());
        if (from == to) return proof.isEmpty() && Arrays.equals(fromRoot, toRoot);
        if (proof.isEmpty()) return false;
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) path.addFirst(fromRoot);
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] old = path.getFirst();
        byte[] all = old;
        for (byte[] node : path.subList(1, path.size())) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                old = MerkleTree.nodeHash(node, old);
                all = MerkleTree.nodeHash(node, all);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                all = MerkleTree.nodeHash(all, node);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(old, fromRoot) && Arrays.equals(all, toRoot);
    }

    private static boolean areHashes(List<byte[]> proof) {
        return proof.stream().allMatch(hash -> hash.length == Tile.HASH_BYTES);
    }
}
