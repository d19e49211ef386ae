package vn.minhchung.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Sha256;

/** Proofs from tiles, and their check, against RFC 6962's recursive definitions: all sizes to 300, all pairs. */
class ProofTest {
    private static final int SIZES = 300;
    private static final List<byte[]> LEAVES = leaves(SIZES);
    private static final DefinedTree DEFINED = new DefinedTree(LEAVES);

    @Test
    void every_leaf_of_every_tree_has_the_path_the_standard_defines_and_it_convinces() {
        for (int size = 1; size <= SIZES; size++) {
            TiledTree tree = tree(size);
            byte[] root = DEFINED.root(size);
            assertThat(tree.root()).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = tree.inclusion(index);
                requireSame(path, DEFINED.path(index, size));
                requireTrue(ProofCheck.included(index, size, LEAVES.get(index), path, root), index, size);
            }
        }
    }

    @Test
    void every_tree_continues_every_earlier_one_as_the_standard_defines_and_it_convinces() {
        for (int to = 0; to <= SIZES; to++) {
            TiledTree tree = tree(to);
            for (int from = 0; from <= to; from++) {
                List<byte[]> proof = tree.consistency(from);
                requireSame(proof, from == 0 ? List.of() : DEFINED.proof(from, to));
                requireTrue(ProofCheck.consistent(from, to, DEFINED.root(from), DEFINED.root(to), proof), from, to);
            }
        }
    }

    @Test
    void a_path_that_was_touched_anywhere_convinces_nobody() {
        for (int size = 1; size <= SIZES; size++) {
            byte[] root = DEFINED.root(size);
            for (int index = 0; index < size; index++) {
                int at = index;
                int of = size;
                byte[] leaf = LEAVES.get(index);
                List<byte[]> path = DEFINED.path(index, size);
                requireAllRefused(path, touched -> ProofCheck.included(at, of, leaf, touched, root), index, size);
            }
        }
    }

    @Test
    void a_consistency_that_was_touched_anywhere_convinces_nobody() {
        for (int to = 1; to <= SIZES; to++) {
            byte[] toRoot = DEFINED.root(to);
            for (int from = 0; from <= to; from++) {
                int first = from;
                int second = to;
                byte[] fromRoot = DEFINED.root(from);
                List<byte[]> proof = from == 0 ? List.of() : DEFINED.proof(from, to);
                requireAllRefused(
                        proof, touched -> ProofCheck.consistent(first, second, fromRoot, toRoot, touched), from, to);
            }
        }
    }

    @Test
    void a_path_convinces_at_its_own_index_only() {
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> path = DEFINED.path(index, size);
                for (int other = -1; other <= size; other++) {
                    boolean convinces = ProofCheck.included(other, size, LEAVES.get(index), path, DEFINED.root(size));
                    assertThat(convinces)
                            .as("%d as %d of %d", index, other, size)
                            .isEqualTo(other == index);
                }
            }
        }
    }

    /** A wrong size with the same shape of path would hash to the same root: so the root must be the other size's. */
    @Test
    void a_path_convinces_in_no_tree_of_another_size() {
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> path = DEFINED.path(index, size);
                for (int other = 0; other <= 64; other++) {
                    if (other == size) continue;
                    assertThat(ProofCheck.included(index, other, LEAVES.get(index), path, DEFINED.root(other)))
                            .as("%d of %d in %d", index, size, other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_consistency_convinces_between_its_own_sizes_only() {
        for (int to = 2; to <= 40; to++) {
            for (int from = 1; from < to; from++) {
                List<byte[]> proof = DEFINED.proof(from, to);
                for (int other = 1; other <= 40; other++) {
                    if (other != from)
                        assertThat(ProofCheck.consistent(other, to, DEFINED.root(other), DEFINED.root(to), proof))
                                .as("%d to %d as from %d", from, to, other)
                                .isFalse();
                    if (other != to)
                        assertThat(ProofCheck.consistent(from, other, DEFINED.root(from), DEFINED.root(other), proof))
                                .as("%d to %d as to %d", from, to, other)
                                .isFalse();
                }
            }
        }
    }

    @Test
    void a_leaf_or_a_root_of_another_tree_convinces_nobody() {
        List<byte[]> others = new ArrayList<>(LEAVES);
        others.set(0, MerkleTree.leafHash(new byte[] {42}));
        DefinedTree other = new DefinedTree(others);
        for (int size = 2; size <= 64; size++) {
            assertThat(ProofCheck.included(0, size, others.getFirst(), DEFINED.path(0, size), DEFINED.root(size)))
                    .isFalse();
            for (int from = 1; from <= size; from++) {
                assertThat(ProofCheck.consistent(
                                from, size, other.root(from), DEFINED.root(size), DEFINED.proof(from, size)))
                        .isFalse();
                assertThat(ProofCheck.consistent(
                                from, size, DEFINED.root(from), other.root(size), DEFINED.proof(from, size)))
                        .isFalse();
            }
        }
    }

    @Test
    void no_check_takes_a_tree_that_shrank_a_negative_size_or_a_root_for_the_empty_tree() {
        assertThat(ProofCheck.consistent(3, 2, DEFINED.root(3), DEFINED.root(2), List.of()))
                .isFalse();
        assertThat(ProofCheck.consistent(-1, 2, DEFINED.root(1), DEFINED.root(2), List.of()))
                .isFalse();
        assertThat(ProofCheck.consistent(0, 2, DEFINED.root(1), DEFINED.root(2), List.of()))
                .isFalse();
        assertThat(ProofCheck.included(0, 0, LEAVES.getFirst(), List.of(), Sha256.of()))
                .isFalse();
        assertThat(ProofCheck.included(-1, 2, LEAVES.getFirst(), DEFINED.path(0, 2), DEFINED.root(2)))
                .isFalse();
    }

    /** Over tiles of three levels. */
    @Test
    void a_proof_in_a_tree_of_70_000_reads_a_handful_of_tiles() {
        List<byte[]> leaves = leaves(70_000);
        MerkleTree grown = new MerkleTree();
        leaves.forEach(grown::add);
        MerkleTree earlier = new MerkleTree();
        leaves.subList(0, 65_537).forEach(earlier::add);
        for (long index : List.of(0L, 255L, 256L, 65_535L, 65_536L, 69_999L)) {
            TilesOf tiles = new TilesOf(leaves);
            List<byte[]> path = new TiledTree(70_000, tiles).inclusion(index);

            assertThat(ProofCheck.included(index, 70_000, leaves.get((int) index), path, grown.root()))
                    .isTrue();
            assertThat(tiles.asked).as("tiles for " + index).hasSizeLessThanOrEqualTo(5);
        }
        List<byte[]> proof = new TiledTree(70_000, new TilesOf(leaves)).consistency(65_537);
        assertThat(ProofCheck.consistent(65_537, 70_000, earlier.root(), grown.root(), proof))
                .isTrue();
    }

    @Test
    void what_is_not_in_the_tree_has_no_proof_and_a_short_tile_is_noticed() {
        TiledTree tree = tree(5);

        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.leafHash(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(tree.leafHash(4)).isEqualTo(LEAVES.get(4));
        assertThatThrownBy(() -> new TiledTree(5, _ -> new byte[4 * 32]).root())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0/000.p/5");
    }

    /** A fuller tile than asked for serves as well: partial tiles need not be kept. */
    @Test
    void a_partial_tile_is_the_beginning_of_the_full_one() {
        TiledTree tree = new TiledTree(200, tile -> new TilesOf(LEAVES).hashes(new Tile(0, tile.index(), 256)));

        assertThat(tree.root()).isEqualTo(DEFINED.root(200));
    }

    private static TiledTree tree(int size) {
        return new TiledTree(size, new TilesOf(LEAVES));
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleTree.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** Each hash flipped in one bit, cut, dropped, doubled, swapped with the next; one more in front and behind. */
    private static void requireAllRefused(List<byte[]> proof, Predicate<List<byte[]>> convinces, int a, int b) {
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> flipped = new ArrayList<>(proof);
            byte[] hash = proof.get(i).clone();
            hash[(a + i) % hash.length] ^= (byte) (1 << (b % 8));
            flipped.set(i, hash);
            requireTrue(!convinces.test(flipped), a, b);
            List<byte[]> cut = new ArrayList<>(proof);
            cut.set(i, new byte[31]);
            requireTrue(!convinces.test(cut), a, b);
            List<byte[]> dropped = new ArrayList<>(proof);
            dropped.remove(i);
            requireTrue(!convinces.test(dropped), a, b);
            List<byte[]> doubled = new ArrayList<>(proof);
            doubled.add(i, proof.get(i));
            requireTrue(!convinces.test(doubled), a, b);
            if (i + 1 == proof.size()) continue;
            List<byte[]> swapped = new ArrayList<>(proof);
            Collections.swap(swapped, i, i + 1);
            requireTrue(!convinces.test(swapped), a, b);
        }
        List<byte[]> before = new ArrayList<>(proof);
        before.addFirst(LEAVES.getFirst());
        requireTrue(!convinces.test(before), a, b);
        List<byte[]> behind = new ArrayList<>(proof);
        behind.add(LEAVES.getFirst());
        requireTrue(!convinces.test(behind), a, b);
    }

    /** Cheaper than an assertion's description, a million times. */
    private static void requireTrue(boolean holds, int a, int b) {
        if (!holds) throw new AssertionError("%d and %d".formatted(a, b));
    }

    private static void requireSame(List<byte[]> actual, List<byte[]> expected) {
        assertThat(actual.toArray(byte[][]::new)).isDeepEqualTo(expected.toArray(byte[][]::new));
    }
}
