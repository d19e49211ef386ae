package vn.minhchung.kernel.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import vn.minhchung.kernel.Sha256;

/**
 * A Merkle tree of RFC 6962 (2.1) that grows leaf by leaf and keeps no more than the roots of its complete subtrees, one
 * for each bit set in its size: constant memory however long the log is. Not for several threads.
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** Roots of complete subtrees, the smallest, rightmost one first. */
    private final Deque<byte[]> roots = new ArrayDeque<>();

    private long size;

    /** {@code SHA-256(0x00 ‖ entry)}. */
    public static byte[] leafHash(byte[] entry) {
        return Sha256.of(LEAF, entry);
    }

    /** {@code SHA-256(0x01 ‖ left ‖ right)}. */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** Adds the next leaf: like adding one to a binary number, where each carry joins two subtrees of one size. */
    public void add(byte[] leafHash) {
        byte[] subtree = leafHash;
        for (long carries = size; (carries & 1) == 1; carries >>= 1) subtree = nodeHash(roots.pop(), subtree);
        roots.push(subtree);
        size++;
    }

    public long size() {
        return size;
    }

    /** The tree's hash as of now; of an empty tree the hash of nothing. */
    public byte[] root() {
        Iterator<byte[]> smallestFirst = roots.iterator();
        if (!smallestFirst.hasNext()) return Sha256.of();
        byte[] root = smallestFirst.next();
        while (smallestFirst.hasNext()) root = nodeHash(smallestFirst.next(), root);
        return root.clone();
    }
}
