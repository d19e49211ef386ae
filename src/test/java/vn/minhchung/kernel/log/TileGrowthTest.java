package vn.minhchung.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tree grown piece by piece has the tiles that the standard gives a tree of its size. */
class TileGrowthTest {
    private static final List<byte[]> LEAVES = IntStream.range(0, 66_200)
            .mapToObj(i -> MerkleTree.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();

    private final Map<String, ByteArrayOutputStream> kept = new HashMap<>();

    @Test
    void whatever_the_steps_the_tiles_and_the_root_are_those_of_the_size() {
        for (int seed = 0; seed < 20; seed++) {
            kept.clear();
            Random random = new Random(seed);
            for (int size = 0; size < 1_200; ) {
                int next = size + (random.nextInt(3) == 0 ? random.nextInt(600) : random.nextInt(4));
                size = grow(size, next);
                requireTilesOf(size);
            }
        }
    }

    @Test
    void each_edge_of_a_tile_is_crossed_leaf_by_leaf() {
        int size = 0;
        while (size < 520) {
            size = grow(size, size + 1);
            requireTilesOf(size);
        }
    }

    /** 65,536 leaves fill a tile of level 1: the first hash of level 2 comes into being. */
    @Test
    void a_third_level_begins_where_the_second_is_full() {
        int size = grow(0, 65_530);
        assertThat(kept).doesNotContainKey("2/0");
        for (int next : new int[] {65_535, 65_536, 65_537, 65_791, 65_792, 66_200}) {
            size = grow(size, next);
            MerkleTree tree = new MerkleTree();
            LEAVES.subList(0, size).forEach(tree::add);
            assertThat(new TiledTree(size, this::read).root())
                    .as("size " + size)
                    .isEqualTo(tree.root());
        }
        assertThat(read(new Tile(2, 0, 1))).isEqualTo(new TilesOf(LEAVES).hashes(new Tile(2, 0, 1)));
    }

    @Test
    void no_leaves_are_no_pieces() {
        assertThat(new TileGrowth(0, this::read).pieces()).isEmpty();
        assertThat(new TileGrowth(0, this::read).root()).isEqualTo(new MerkleTree().root());
    }

    private int grow(int from, int to) {
        TileGrowth growth = new TileGrowth(from, this::read);
        LEAVES.subList(from, to).forEach(growth::add);
        byte[] root = growth.root();
        for (TileGrowth.Piece piece : growth.pieces()) {
            ByteArrayOutputStream tile =
                    kept.computeIfAbsent(piece.level() + "/" + piece.tile(), _ -> new ByteArrayOutputStream());
            assertThat(tile.size()).isEqualTo(piece.first() * 32);
            tile.writeBytes(piece.hashes());
            assertThat(tile.size()).isLessThanOrEqualTo(8_192);
        }
        assertThat(growth.size()).isEqualTo(to);
        assertThat(root).isEqualTo(new TiledTree(to, this::read).root());
        return to;
    }

    private void requireTilesOf(int size) {
        MerkleTree tree = new MerkleTree();
        LEAVES.subList(0, size).forEach(tree::add);
        assertThat(new TiledTree(size, this::read).root()).as("size " + size).isEqualTo(tree.root());
        TilesOf defined = new TilesOf(LEAVES);
        for (int level = 0; level < 3; level++) {
            for (long index = 0; Tile.of(level, index, size).isPresent(); index++) {
                Tile tile = Tile.of(level, index, size).orElseThrow();
                assertThat(read(tile)).as("%s of %d", tile.path(), size).isEqualTo(defined.hashes(tile));
            }
        }
    }

    private byte[] read(Tile tile) {
        ByteArrayOutputStream there = kept.get(tile.level() + "/" + tile.index());
        if (there == null) throw new IllegalStateException("no tile " + tile.path());
        return Arrays.copyOf(there.toByteArray(), Math.min(there.size(), tile.width() * 32));
    }
}
