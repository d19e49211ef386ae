package vn.minhchung.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Entries;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.Tile;

/** What is done to tiles and checkpoints; the events stay. */
final class SealWays {
    private SealWays() {}

    static List<Way> all() {
        return List.of(
                Way.once("control of single proofs", "đối chứng: bằng chứng của từng sự kiện", SealWays::control),
                Way.at("tile of entries edited", "sửa một lá của sổ", SealWays::entry),
                Way.at("tile of hashes edited", "sửa một mã băm của sổ", SealWays::hash),
                Way.once("checkpoint signed by another key", "điểm kiểm tra do khoá khác ký", SealWays::otherKey));
    }

    private static Expected control(LogCopy copy, long none) {
        return new Expected(Finding.OK, Finding.OK, EventWays.kept(copy), around(copy, copy.size()));
    }

    private static long inTile(long position) {
        return (position - 1) % Tile.WIDTH;
    }

    private static Expected entry(LogCopy copy, long position) {
        long tile = (position - 1) / Tile.WIDTH;
        long first = first(copy, "transparency.entry_piece where tile = :tile", tile, position);
        List<byte[]> entries = Entries.split(copy.find(
                        byte[].class,
                        "select entries from transparency.entry_piece where tile = :tile and first = :first",
                        Map.of("tile", tile, "first", first))
                .orElseThrow());
        byte[] entry = entries.get((int) (inTile(position) - first));
        entry[entry.length - 1] ^= 1;
        copy.run(
                "update transparency.entry_piece set entries = ? where tile = ? and first = ?",
                Entries.join(entries),
                tile,
                first);
        return Expected.of("ENTRY", position, EventWays.kept(copy));
    }

    /** The server compares it with the entry; who is shown proofs finds the first that is made of it. */
    private static Expected hash(LogCopy copy, long position) {
        long tile = (position - 1) / Tile.WIDTH;
        long first = first(copy, "transparency.tile_piece where level = 0 and tile = :tile", tile, position);
        long at = (inTile(position) - first) * Tile.HASH_BYTES;
        copy.run(
                "update transparency.tile_piece set hashes = set_byte(hashes, ?, get_byte(hashes, ?) # 1)"
                        + " where level = 0 and tile = ? and first = ?",
                (int) at,
                (int) at,
                tile,
                first);
        List<Long> shown = around(copy, position);
        Finding proof = shown.stream()
                .filter(other -> other != position)
                .findFirst()
                .map(other -> new Finding("PROOF", other))
                .orElse(Finding.OK);
        return new Expected(new Finding("ENTRY", position), proof, EventWays.kept(copy), shown);
    }

    /** Some of the same tile, whose proofs are made of each other's hashes; where it is alone, the log's first. */
    private static List<Long> around(LogCopy copy, long position) {
        long start = position - inTile(position);
        long end = Math.min(copy.size(), start + Tile.WIDTH - 1);
        TreeSet<Long> shown = new TreeSet<>(List.of(start, position, end));
        for (long near : List.of(start + 1, position - 1, position + 1))
            if (near >= start && near <= end) shown.add(near);
        if (start == end) shown.add(1L);
        return List.copyOf(shown);
    }

    /** Where the piece begins that has the position. */
    private static long first(LogCopy copy, String pieces, long tile, long position) {
        return copy.find(
                        Long.class,
                        "select max(first)::bigint from " + pieces + " and first <= :place",
                        Map.of("tile", tile, "place", inTile(position)))
                .orElseThrow();
    }

    private static Expected otherKey(LogCopy copy, long none) {
        State newest = copy.newest();
        SigningKey thief = SigningKey.generate(copy.key().verifier().name(), KeyKind.NOTE);
        String note = Checkpoint.parse(newest.note().text()).signedBy(thief).encoded();
        copy.run(
                "update transparency.checkpoint set note = ?"
                        + " where ordinal = (select max(ordinal) from transparency.checkpoint)",
                note);
        return Expected.of(new Finding("SIGNATURE", 0), new Finding("KEY", 0), EventWays.kept(copy));
    }
}
