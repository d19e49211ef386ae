package vn.minhchung.audit.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.log.Damage;
import vn.minhchung.kernel.log.LeafFields;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileGrowth;

/**
 * Compares each sealed leaf with its entry and each entry with the event as it is stored now, and names the first position that
 * differs and how. One run; of the log only two pages are held.
 */
final class SealedComparison {
    private final long size;
    private final SealedTiles tiles;
    private final EventCodec codec;
    private final Pages<LeafFields> entries;
    private final Pages<StoredEvent> events;
    /** What looks as if it changed places with another: not known before the other is seen. */
    private @Nullable Moved moved;

    /** When the event at the position counts as recorded: follows from the stored times that were sealed. */
    private long recordedUs;

    /** The entry at a position, and the id of the event that stands there instead. */
    private record Moved(long position, String entryId, String foundId) {}

    SealedComparison(long size, SealedTiles tiles, StoredLog log, EventCodec codec) {
        this.size = size;
        this.tiles = tiles;
        this.codec = codec;
        this.entries = new Pages<>(last -> page(last == null ? 0 : last.position()));
        this.events = new Pages<>(last -> log.found(last == null ? 0 : last.position(), Tile.WIDTH));
    }

    /** @throws LogAltered naming the first position that differs */
    void run() {
        for (long position = 1; position <= size; position++) {
            LeafFields entry = entries.next();
            if (entry == null || entry.position() != position) throw LogAltered.at(position, Damage.ENTRY);
            recordedUs = StoredEvent.recordedAfter(recordedUs, entry.storedMs());
            Damage damage = damage(entry, events.next());
            if (damage != null && damage != Damage.REPLACED) throw at(position, damage);
            entries.pass();
            events.pass();
        }
        if (moved != null) throw LogAltered.at(moved.position(), Damage.REPLACED);
    }

    /** What was found earlier comes first. */
    private LogAltered at(long position, Damage damage) {
        return moved == null ? LogAltered.at(position, damage) : LogAltered.at(moved.position(), Damage.REPLACED);
    }

    private @Nullable Damage damage(LeafFields entry, @Nullable StoredEvent event) {
        if (event == null) return Damage.TAIL_CUT;
        String id = event.id().toString();
        if (id.equals(entry.id())) {
            Damage difference = Leaves.difference(entry, event, codec);
            if (difference != null) return difference;
            return event.recordedUs() == recordedUs ? null : Damage.TIME;
        }
        return displaced(entry, id);
    }

    private Damage displaced(LeafFields entry, String id) {
        LeafFields nextEntry = entries.afterNext();
        StoredEvent nextEvent = events.afterNext();
        boolean isNext = nextEntry != null && id.equals(nextEntry.id());
        boolean comesNext = nextEvent != null && nextEvent.id().toString().equals(entry.id());
        if (isNext) return comesNext ? Damage.SWAPPED : Damage.DELETED;
        if (comesNext) return Damage.INSERTED;
        if (moved == null) moved = new Moved(entry.position(), entry.id(), id);
        else if (moved.entryId().equals(id) && moved.foundId().equals(entry.id()))
            throw LogAltered.at(moved.position(), Damage.SWAPPED);
        return Damage.REPLACED;
    }

    /** The hash of a full tile one level up. */
    private byte[] above(Tile tile) {
        int place = (int) (tile.index() % Tile.WIDTH);
        byte[] hashes = tiles.hashes(new Tile(tile.level() + 1, tile.index() / Tile.WIDTH, place + 1));
        return Arrays.copyOfRange(hashes, place * Tile.HASH_BYTES, (place + 1) * Tile.HASH_BYTES);
    }

    private List<LeafFields> page(long after) {
        Tile tile = Tile.of(0, after / Tile.WIDTH, size).orElse(null);
        if (tile == null || after >= size) return List.of();
        byte[] hashes = tiles.hashes(tile);
        List<byte[]> kept = tiles.entries(tile.index(), size);
        List<LeafFields> page = new ArrayList<>(tile.width());
        for (int i = (int) (after % Tile.WIDTH); i < tile.width(); i++) {
            byte[] leaf = Arrays.copyOfRange(hashes, i * Tile.HASH_BYTES, (i + 1) * Tile.HASH_BYTES);
            if (!Arrays.equals(leaf, MerkleTree.leafHash(kept.get(i))))
                throw LogAltered.at(tile.index() * Tile.WIDTH + i + 1, Damage.ENTRY);
            page.add(LeafFields.parse(kept.get(i)));
        }
        // leaves and entries that fit each other may still not be those that were signed
        if (tile.full() && !Arrays.equals(TileGrowth.rootOf(hashes), above(tile)))
            throw LogAltered.at(tile.index() * Tile.WIDTH + 1, Damage.TILE);
        return page;
    }
}
