package vn.minhchung.kernel.log;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which hashes a tile of C2SP tlog-tiles holds. At level 0 they are leaf hashes, at each level above the roots of the full
 * tiles one level below. The same numbers at level 0 name a bundle of entries.
 *
 * @param level 0–63
 * @param index of the tile within its level, from 0
 * @param width number of its hashes, 1–256; fewer than 256: a partial tile, at the right edge of a tree
 */
public record Tile(int level, long index, int width) {
    /** Hashes in a full tile. */
    public static final int WIDTH = 256;
    /** Levels of the binary tree that one tile spans. */
    public static final int HEIGHT = 8;

    public static final int HASH_BYTES = 32;

    private static final int HIGHEST_LEVEL = 63;
    /** The highest level that a number of leaves in 63 bits can fill. */
    private static final int LAST_FILLED = 7;

    private static final Pattern LEVEL = Pattern.compile("0|[1-9][0-9]?");
    /** Six groups are as many digits as surely fit. */
    private static final Pattern INDEX = Pattern.compile("((?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > HIGHEST_LEVEL) throw new IllegalArgumentException("level " + level);
        if (index < 0) throw new IllegalArgumentException("index " + index);
        if (width < 1 || width > WIDTH) throw new IllegalArgumentException("width " + width);
    }

    /** The tile as a tree of this size has it: full, partial, or not at all. */
    public static Optional<Tile> of(int level, long index, long treeSize) {
        long hashes = hashesAt(level, treeSize);
        // an index of any size may be asked for: nothing is multiplied before it is known to be there
        if (hashes == 0 || index > (hashes - 1) / WIDTH) return Optional.empty();
        return Optional.of(new Tile(level, index, (int) Math.min(hashes - index * WIDTH, WIDTH)));
    }

    /** How many hashes a level of a tree of this size has. */
    public static long hashesAt(int level, long treeSize) {
        return level > LAST_FILLED ? 0 : treeSize >> (HEIGHT * level);
    }

    public boolean full() {
        return width == WIDTH;
    }

    /** {@code <L>/<N>[.p/<W>]}. */
    public String path() {
        return level + "/" + indexPath();
    }

    /** {@code <N>[.p/<W>]}: groups of three digits, all but the last behind an x. */
    public String indexPath() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) path.insert(0, "x%03d/".formatted(rest % 1_000));
        return full() ? path.toString() : path.append(".p/").append(width).toString();
    }

    /**
     * Reads what {@link #path} writes and nothing else.
     *
     * @param level {@code <L>}
     * @param indexPath {@code <N>[.p/<W>]}
     */
    public static Optional<Tile> parse(String level, String indexPath) {
        var path = INDEX.matcher(indexPath);
        if (!LEVEL.matcher(level).matches() || Integer.parseInt(level) > HIGHEST_LEVEL || !path.matches())
            return Optional.empty();
        String digits = path.group(1).replaceAll("[x/]", "") + path.group(2);
        int width = path.group(3) == null ? WIDTH : Integer.parseInt(path.group(3));
        if (width > WIDTH) return Optional.empty();
        Tile tile = new Tile(Integer.parseInt(level), Long.parseLong(digits), width);
        // one tile has one address: no groups of leading zeroes, no full tile as .p/256
        return tile.indexPath().equals(indexPath) ? Optional.of(tile) : Optional.empty();
    }
}
