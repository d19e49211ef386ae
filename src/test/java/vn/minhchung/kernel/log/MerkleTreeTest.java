package vn.minhchung.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Sha256;

/** The growing tree against RFC 6962's own, recursive words, and against values other implementations agree on. */
class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Inputs and roots of Certificate Transparency's own tests. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_roots_of_certificate_transparency_s_eight_leaves() {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < INPUTS.size(); i++) {
            tree.add(MerkleTree.leafHash(HEX.parseHex(INPUTS.get(i))));
            assertThat(HEX.formatHex(tree.root())).as("size " + (i + 1)).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void an_empty_tree_is_the_hash_of_nothing() {
        assertThat(HEX.formatHex(new MerkleTree().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void every_size_up_to_300_has_the_root_the_standard_defines() {
        List<byte[]> leaves = IntStream.range(0, 300)
                .mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
        MerkleTree tree = new MerkleTree();
        for (int size = 0; size <= leaves.size(); size++) {
            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.root()).as("size " + size).isEqualTo(defined(leaves.subList(0, size)));
            if (size < leaves.size()) tree.add(MerkleTree.leafHash(leaves.get(size)));
        }
    }

    @Test
    void asking_for_the_root_changes_nothing_and_hands_out_nothing_of_the_tree() {
        MerkleTree tree = new MerkleTree();
        tree.add(MerkleTree.leafHash(new byte[] {1}));
        byte[] before = tree.root();
        tree.root()[0] ^= 1;

        assertThat(tree.root()).isEqualTo(before);
    }

    @Test
    void one_bit_of_one_leaf_and_the_order_of_two_change_the_root() {
        byte[] a = MerkleTree.leafHash(new byte[] {1});
        byte[] b = MerkleTree.leafHash(new byte[] {2});
        byte[] other = MerkleTree.leafHash(new byte[] {3});

        assertThat(rootOf(a, b)).isNotEqualTo(rootOf(b, a)).isNotEqualTo(rootOf(a, other));
        assertThat(rootOf(MerkleTree.nodeHash(a, b)))
                .as("what is set down as a leaf, untagged, would pass for a node")
                .isEqualTo(rootOf(a, b))
                .isNotEqualTo(rootOf(MerkleTree.leafHash(MerkleTree.nodeHash(a, b))));
    }

    private static byte[] rootOf(byte[]... leafHashes) {
        MerkleTree tree = new MerkleTree();
        for (byte[] leaf : leafHashes) tree.add(leaf);
        return tree.root();
    }

    /** RFC 6962, 2.1: MTH({}) = SHA-256(); MTH({d}) = SHA-256(0 ‖ d); else split at the largest power of two below n. */
    private static byte[] defined(List<byte[]> entries) {
        if (entries.isEmpty()) return Sha256.of();
        if (entries.size() == 1) return Sha256.of(new byte[] {0}, entries.getFirst());
        int k = Integer.highestOneBit(entries.size() - 1);
        return Sha256.of(new byte[] {1}, defined(entries.subList(0, k)), defined(entries.subList(k, entries.size())));
    }
}
