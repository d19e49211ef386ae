package vn.minhchung.audit.process;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Damage;
import vn.minhchung.kernel.log.Entries;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileGrowth;

/**
 * Tiles and checkpoints in PostgreSQL, whichever store has the events. A tile is kept in the pieces it grew by, so that
 * rows are only ever added.
 */
@Component
final class SealedTiles implements SealedLog {
    private static final long LOCK = 0x4d43_5345_414c_4552L;

    /** A checkpoint with the lines of those witnesses that count. */
    private static final String STATE = """
            select size, root, note,
                   array(select line from transparency.cosignature seen
                         where seen.size = made.size and seen.root = made.root and seen.origin = made.origin
                           and witness = any(:witnesses)
                         order by witness) as lines
            from transparency.checkpoint made
            """;

    private static final String OF_SIZE = " where size = :size ";
    private static final String NEWEST = " order by ordinal desc limit 1";

    /** The log's name of now; it may have had others. */
    private static final String ORIGIN = "(select origin from transparency.checkpoint" + NEWEST + ")";

    private final JdbcClient jdbc;
    private final WitnessPolicy policy;

    SealedTiles(JdbcClient jdbc, WitnessPolicy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    @Override
    public Optional<State> newest() {
        return state(NEWEST, 0);
    }

    @Override
    public Optional<State> of(long size) {
        return state(OF_SIZE + NEWEST, size);
    }

    @Override
    public Optional<State> newestWitnessed() {
        if (policy.needed() == 0) return Optional.empty();
        // so many witnesses have come no further than the last of them: what only the others signed is not looked at
        return jdbc.sql("""
                        select size from transparency.cosignature
                        where witness = any(:witnesses)
                          and origin = %s
                          and size <= (
                            select come from unnest(:witnesses) as each (witness), lateral (
                                select max(size) as come from transparency.cosignature own
                                where own.witness = each.witness) furthest
                            where come is not null order by come desc offset :needed - 1 limit 1)
                        group by size, root having count(*) >= :needed order by size desc limit 1
                        """.formatted(ORIGIN))
                .param("witnesses", policy.names())
                .param("needed", policy.needed())
                .query(Long.class)
                .optional()
                .flatMap(size -> state(OF_SIZE + "and origin = " + ORIGIN + NEWEST, size));
    }

    private Optional<State> state(String which, long size) {
        return jdbc.sql(STATE + which)
                .param("witnesses", policy.names())
                .param("size", size)
                .query((row, _) -> {
                    SignedNote note = SignedNote.parse(row.getString("note"));
                    String[] lines = (String[]) row.getArray("lines").getArray();
                    for (String line : lines) note = note.with(NoteSignature.parse(line));
                    return new State(row.getLong("size"), row.getBytes("root"), note, policy.witnessedBy(lines.length));
                })
                .optional();
    }

    @Override
    public Map<Long, Seen> seen(Collection<Long> positions) {
        Map<Long, Seen> seen = new HashMap<>();
        if (policy.needed() == 0) return seen;
        // what so many witnesses say at least: the earliest times at which they all had seen it, the latest at which
        // none had
        jdbc.sql("""
                        select position, before.at as not_before, later.at as not_after
                        from unnest(:positions::bigint[]) as asked (position)
                        left join lateral (
                            select (array_agg(seen_at order by seen_at desc))[:needed] as at
                            from transparency.cosignature
                            where witness = any(:witnesses) and size < position and size <= (
                                select come from unnest(:witnesses) as each (witness), lateral (
                                    select max(size) as come from transparency.cosignature own
                                    where own.witness = each.witness and size < position) furthest
                                where come is not null order by come desc offset :needed - 1 limit 1)
                            group by size, root, origin having count(*) >= :needed order by size desc limit 1) before on true
                        left join lateral (
                            select (array_agg(seen_at order by seen_at))[:needed] as at
                            from transparency.cosignature
                            where witness = any(:witnesses) and size >= position and size >= (
                                select come from unnest(:witnesses) as each (witness), lateral (
                                    select min(size) as come from transparency.cosignature own
                                    where own.witness = each.witness and size >= position) first
                                where come is not null order by come offset :needed - 1 limit 1)
                            group by size, root, origin having count(*) >= :needed order by size limit 1) later on true
                        """)
                .param("positions", positions.toArray(Long[]::new))
                .param("witnesses", policy.names())
                .param("needed", policy.needed())
                .query(row -> {
                    seen.put(
                            row.getLong("position"),
                            new Seen(instant(row.getTimestamp("not_before")), instant(row.getTimestamp("not_after"))));
                });
        return seen;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    @Override
    public byte[] hashes(Tile tile) {
        byte[] hashes = hashes(Set.of(tile)).get(tile);
        if (hashes == null) throw new IllegalStateException("asked for one, answered none");
        return hashes;
    }

    @Override
    public Map<Tile, byte[]> hashes(Set<Tile> tiles) {
        List<Tile> wanted = List.copyOf(tiles);
        Map<Integer, ByteArrayOutputStream> pieces = new HashMap<>();
        jdbc.sql("""
                        select ordinal, hashes
                        from unnest(:levels::smallint[], :indices::bigint[], :widths::int[])
                             with ordinality as wanted (level, tile, width, ordinal)
                        join transparency.tile_piece piece using (level, tile)
                        where first < width order by ordinal, first
                        """)
                .param("levels", wanted.stream().map(Tile::level).toArray(Integer[]::new))
                .param("indices", wanted.stream().map(Tile::index).toArray(Long[]::new))
                .param("widths", wanted.stream().map(Tile::width).toArray(Integer[]::new))
                .query(row -> {
                    pieces.computeIfAbsent(row.getInt(1) - 1, _ -> new ByteArrayOutputStream())
                            .writeBytes(row.getBytes(2));
                });
        Map<Tile, byte[]> hashes = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Tile tile = wanted.get(i);
            byte[] found = pieces.getOrDefault(i, new ByteArrayOutputStream()).toByteArray();
            if (found.length < tile.width() * Tile.HASH_BYTES)
                throw new LogAltered(Damage.TILE, 0, "tile %s has lost hashes".formatted(tile.path()));
            hashes.put(tile, Arrays.copyOf(found, tile.width() * Tile.HASH_BYTES));
        }
        return hashes;
    }

    @Override
    public byte[] entries(Tile bundle) {
        List<byte[]> entries = new ArrayList<>(bundle.width());
        jdbc.sql("select entries from transparency.entry_piece where tile = ? and first < ? order by first")
                .params(bundle.index(), bundle.width())
                .query(row -> {
                    entries.addAll(split(row.getBytes(1), bundle.index() * Tile.WIDTH + entries.size() + 1));
                });
        if (entries.size() < bundle.width())
            throw LogAltered.at(bundle.index() * Tile.WIDTH + entries.size() + 1, Damage.ENTRY);
        return Entries.join(entries.subList(0, bundle.width()));
    }

    private static List<byte[]> split(byte[] joined, long first) {
        try {
            return Entries.split(joined);
        } catch (BufferUnderflowException e) {
            throw LogAltered.at(first, Damage.ENTRY);
        }
    }

    /** Within a transaction: true when nobody else seals until it ends. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    void add(List<TileGrowth.Piece> pieces) {
        for (TileGrowth.Piece piece : pieces) {
            jdbc.sql("insert into transparency.tile_piece (level, tile, first, hashes) values (?, ?, ?, ?)")
                    .params(piece.level(), piece.tile(), piece.first(), piece.hashes())
                    .update();
        }
    }

    /** @param after the leaves that are there */
    void addEntries(long after, List<byte[]> entries) {
        for (int done = 0; done < entries.size(); ) {
            int first = (int) ((after + done) % Tile.WIDTH);
            int count = Math.min(Tile.WIDTH - first, entries.size() - done);
            jdbc.sql("insert into transparency.entry_piece (tile, first, entries) values (?, ?, ?)")
                    .params((after + done) / Tile.WIDTH, first, Entries.join(entries.subList(done, done + count)))
                    .update();
            done += count;
        }
    }

    void add(Checkpoint checkpoint, SignedNote note) {
        jdbc.sql("insert into transparency.checkpoint (origin, size, root, note) values (?, ?, ?, ?)")
                .params(checkpoint.origin(), checkpoint.size(), checkpoint.root(), note.encoded())
                .update();
    }

    /** The first one of a witness counts: it saw the checkpoint then. */
    void addCosignature(Checkpoint checkpoint, String witness, Instant seenAt, String line) {
        jdbc.sql("""
                        insert into transparency.cosignature (origin, size, root, witness, seen_at, line)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        checkpoint.origin(),
                        checkpoint.size(),
                        checkpoint.root(),
                        witness,
                        Timestamp.from(seenAt),
                        line)
                .update();
    }
}
