package vn.minhchung.audit.process;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileGrowth;

/**
 * Tiles and checkpoints in PostgreSQL, whichever store has the events. A tile is kept in the pieces it grew by, so that
 * rows are only ever added.
 */
@Component
final class SealedTiles implements SealedLog {
    private static final long LOCK = 0x4d43_5345_414c_4552L;

    private final JdbcClient jdbc;
    private final StoredLog log;
    private final EventCodec codec;

    SealedTiles(JdbcClient jdbc, StoredLog log, EventCodec codec) {
        this.jdbc = jdbc;
        this.log = log;
        this.codec = codec;
    }

    @Override
    public Optional<State> newest() {
        return jdbc.sql("""
                        select size, root, note from transparency.checkpoint order by ordinal desc limit 1
                        """)
                .query((row, _) -> new State(row.getLong(1), row.getBytes(2), SignedNote.parse(row.getString(3))))
                .optional();
    }

    @Override
    public byte[] hashes(Tile tile) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream(tile.width() * Tile.HASH_BYTES);
        jdbc.sql("""
                        select hashes from transparency.tile_piece
                        where level = :level and tile = :tile and first < :width order by first
                        """)
                .param("level", tile.level())
                .param("tile", tile.index())
                .param("width", tile.width())
                .query(row -> {
                    hashes.writeBytes(row.getBytes(1));
                });
        if (hashes.size() < tile.width() * Tile.HASH_BYTES)
            throw new LogAltered("tile %s has lost hashes".formatted(tile.path()));
        return Arrays.copyOf(hashes.toByteArray(), tile.width() * Tile.HASH_BYTES);
    }

    @Override
    public byte[] entries(Tile bundle) {
        long before = bundle.index() * Tile.WIDTH;
        List<StoredEvent> events = log.after(before, bundle.width());
        if (events.size() < bundle.width())
            throw new IllegalStateException("the log lost events after position " + (before + events.size()));
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (StoredEvent event : events) {
            byte[] entry = Leaves.entry(event, codec);
            entries.write(entry.length >> 8);
            entries.write(entry.length);
            entries.writeBytes(entry);
        }
        return entries.toByteArray();
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

    void add(State state, String origin) {
        jdbc.sql("insert into transparency.checkpoint (origin, size, root, note) values (?, ?, ?, ?)")
                .params(origin, state.size(), state.root(), state.note().encoded())
                .update();
    }
}
