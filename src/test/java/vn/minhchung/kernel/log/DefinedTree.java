package vn.minhchung.kernel.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.kernel.Sha256;

/** Root and proofs word for word as RFC 6962, 2.1, defines them, over a list of leaf hashes; slow, and remembered. */
final class DefinedTree {
    private final List<byte[]> leaves;
    private final Map<Range, byte[]> known = new HashMap<>();

    private record Range(int first, int end) {}

    DefinedTree(List<byte[]> leafHashes) {
        this.leaves = List.copyOf(leafHashes);
    }

    byte[] root(int size) {
        return size == 0 ? Sha256.of() : mth(0, size);
    }

    /** PATH(m, D[n]). */
    List<byte[]> path(int m, int n) {
        return path(m, 0, n);
    }

    /** PROOF(m, D[n]) = SUBPROOF(m, D[n], true). */
    List<byte[]> proof(int m, int n) {
        return subproof(m, 0, n, true);
    }

    private byte[] mth(int first, int end) {
        if (end - first == 1) return leaves.get(first);
        byte[] before = known.get(new Range(first, end));
        if (before != null) return before;
        int k = k(end - first);
        byte[] hash = Sha256.of(new byte[] {1}, mth(first, first + k), mth(first + k, end));
        known.put(new Range(first, end), hash);
        return hash;
    }

    private List<byte[]> path(int m, int first, int end) {
        if (end - first == 1) return List.of();
        int k = k(end - first);
        return m < k
                ? with(path(m, first, first + k), mth(first + k, end))
                : with(path(m - k, first + k, end), mth(first, first + k));
    }

    private List<byte[]> subproof(int m, int first, int end, boolean known) {
        if (m == end - first) return known ? List.of() : List.of(mth(first, end));
        int k = k(end - first);
        return m <= k
                ? with(subproof(m, first, first + k, known), mth(first + k, end))
                : with(subproof(m - k, first + k, end, false), mth(first, first + k));
    }

    private static List<byte[]> with(List<byte[]> hashes, byte[] last) {
        List<byte[]> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    /** The largest power of two smaller than n. */
    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }
}
