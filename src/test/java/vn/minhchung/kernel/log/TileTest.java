package vn.minhchung.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coordinates against the text of tlog-tiles and its examples. */
class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 0/000",
        "0, 5, 256, 0/005",
        "1, 999, 256, 1/999",
        "0, 1000, 256, 0/x001/000",
        "0, 1234067, 256, 0/x001/x234/067",
        "2, 0, 1, 2/000.p/1",
        "63, 70000, 255, 63/x070/000.p/255",
        "0, 999999999999999999, 256, 0/x999/x999/x999/x999/x999/999",
    })
    void a_tile_has_one_address(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);

        assertThat(tile.path()).isEqualTo(path);
        int slash = path.indexOf('/');
        assertThat(Tile.parse(path.substring(0, slash), path.substring(slash + 1)))
                .contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/0",
                "0/00",
                "0/0000",
                "0/x000/001",
                "0/001/002",
                "0/x001",
                "0/x001/",
                "0/-01",
                "0/٠٠١",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000.p/",
                "0/000.p/+1",
                "0/000/",
                "00/000",
                "64/000",
                "-1/000",
                "entries/000",
                "0/../000",
                "0/x001/x001/x001/x001/x001/x001/000",
            })
    void other_addresses_name_nothing(String path) {
        int slash = path.indexOf('/');

        assertThat(Tile.parse(path.substring(0, slash), path.substring(slash + 1)))
                .isEmpty();
    }

    /** The example of tlog-tiles. */
    @Test
    void a_tree_of_70_000_has_the_tiles_the_standard_counts() {
        assertThat(tilesAt(0, 70_000)).hasSize(274).last().isEqualTo(new Tile(0, 273, 112));
        assertThat(tilesAt(1, 70_000)).containsExactly(new Tile(1, 0, 256), new Tile(1, 1, 17));
        assertThat(tilesAt(2, 70_000)).containsExactly(new Tile(2, 0, 1));
        assertThat(tilesAt(3, 70_000)).isEmpty();
    }

    @Test
    void a_tree_of_256_has_a_full_tile_and_above_it_a_partial_one() {
        assertThat(tilesAt(0, 256)).containsExactly(new Tile(0, 0, 256));
        assertThat(tilesAt(1, 256)).containsExactly(new Tile(1, 0, 1));
        assertThat(tilesAt(0, 0)).isEmpty();
    }

    /** floor(s / 256^l) mod 256 hashes in the partial tile. */
    @Test
    void a_partial_tile_is_as_wide_as_the_standard_says_also_in_the_largest_tree() {
        for (long size : List.of(1L, 255L, 256L, 257L, 65_535L, 65_536L, 1L << 32, Long.MAX_VALUE)) {
            for (int level = 0; level < 8; level++) {
                long hashes = size >> (8 * level);
                int partial = (int) (hashes % 256);
                assertThat(Tile.of(level, hashes / 256, size).map(Tile::width))
                        .as("level %d of %d", level, size)
                        .isEqualTo(partial == 0 ? Optional.empty() : Optional.of(partial));
                if (hashes >= 256)
                    assertThat(Tile.of(level, hashes / 256 - 1, size))
                            .hasValueSatisfying(tile -> assertThat(tile.full()).isTrue());
            }
            assertThat(Tile.of(8, 0, size)).isEmpty();
        }
    }

    private static List<Tile> tilesAt(int level, long size) {
        List<Tile> tiles = new ArrayList<>();
        for (Optional<Tile> tile = Tile.of(level, 0, size); tile.isPresent(); tile = Tile.of(level, tiles.size(), size))
            tiles.add(tile.get());
        return tiles;
    }

    @Test
    void a_tile_far_beyond_the_tree_is_not_there_however_large_its_number() {
        for (long index : new long[] {1, 2, 1L << 55, 1L << 56, Long.MAX_VALUE / 256 + 1, Long.MAX_VALUE}) {
            assertThat(Tile.of(0, index, 200)).isEmpty();
            assertThat(Tile.of(1, index, 200)).isEmpty();
        }
        assertThat(Tile.of(0, 0, 200)).contains(new Tile(0, 0, 200));
        assertThat(Tile.of(0, 0, 0)).isEmpty();
    }
}
