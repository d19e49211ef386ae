package vn.minhchung.kernel.log;

import static vn.minhchung.kernel.log.Bundles.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What can be done to a bundle's events, and what has to be said of it. */
final class Damages {
    private Damages() {}

    /** @param at position to be named; 0: none */
    record Damage(String name, BundleLines lines, long at, String kind) {}

    /** Of the event at a position, wherever it stands; fits each form of bundle. */
    static List<Damage> altered(BundleLines good, SyntheticLog log, long position) {
        StoredEvent e = log.at(position);
        List<Damage> all = new ArrayList<>();
        told(
                all,
                good,
                "a bit of the payload",
                e,
                "PAYLOAD",
                it -> saying(it, flipped(it.payload(), 3), it.envelope()));
        told(
                all,
                good,
                "a bit of the envelope",
                e,
                "ENVELOPE",
                it -> saying(it, it.payload(), flipped(it.envelope(), 3)));
        told(all, good, "the salt", e, "ENVELOPE", Damages::otherSalt);
        told(
                all,
                good,
                "no salt",
                e,
                "ENVELOPE",
                it -> saying(it, it.payload(), "{}".getBytes(StandardCharsets.UTF_8)));
        told(all, good, "stored time", e, "TIME", it -> timed(it, it.storedMs() + 1, it.recordedUs()));
        told(all, good, "stream", e, "EVENT", it -> Bundles.of(it, it.stream() + "x", it.sequence()));
        told(all, good, "sequence", e, "EVENT", it -> Bundles.of(it, it.stream(), it.sequence() + 1));
        told(all, good, "id", e, "EVENT", it -> named(it, new UUID(1, 2), it.type(), it.name(), it.revision()));
        told(all, good, "type", e, "EVENT", it -> named(it, it.id(), "T", it.name(), it.revision()));
        told(all, good, "name", e, "EVENT", it -> named(it, it.id(), it.type(), "n.N", it.revision()));
        told(all, good, "revision", e, "EVENT", it -> named(it, it.id(), it.type(), it.name(), "2"));
        told(all, good, "another event", e, "REPLACED", it -> log.foreign(it.position()));
        BundleLines torn = good.copy();
        torn.edit(torn.event(position), line -> line.replace("\"storedMs\":", "\"storedMs\":x"));
        all.add(new Damage("no JSON", torn, position, "FORMAT"));
        return all;
    }

    /** The recorded time is no field of the leaf; where all entries are, it follows from them. */
    static Damage recordedTime(BundleLines good, StoredEvent e) {
        List<Damage> all = new ArrayList<>();
        told(all, good, "recorded time", e, "TIME", it -> timed(it, it.storedMs(), it.recordedUs() - 1));
        return all.getFirst();
    }

    private static void told(
            List<Damage> all,
            BundleLines good,
            String name,
            StoredEvent event,
            String kind,
            UnaryOperator<StoredEvent> change) {
        BundleLines lines = good.copy();
        lines.tell(lines.event(event.position()), change.apply(event));
        all.add(new Damage(name, lines, event.position(), kind));
    }

    /** Of what stands where, in the whole log. */
    static List<Damage> placed(BundleLines good, SyntheticLog log, int p) {
        int size = log.size();
        List<Damage> all = new ArrayList<>();
        BundleLines deleted = good.copy();
        deleted.lines.remove(deleted.event(p));
        // behind the last one nothing tells that it was one of many
        String gone = p == size ? "TAIL_CUT" : "DELETED";
        all.add(new Damage("deleted", deleted, p, gone));
        all.add(new Damage("deleted, the others moved up", retold(good, deleted(log, p)), p, gone));
        BundleLines tail = good.copy();
        tail.lines.removeIf(line -> line.startsWith("{\"event\":") && position(line) >= p);
        all.add(new Damage("the tail is gone, its entries are not", tail, p, "TAIL_CUT"));
        for (int other : List.of(p + 1, p + 40, size)) {
            if (other <= p || other > size) continue;
            all.add(new Damage("swapped with " + other, retold(good, swapped(log, p, other)), p, "SWAPPED"));
            BundleLines lines = good.copy();
            int one = lines.event(p);
            int two = lines.event(other);
            String line = lines.lines.get(one);
            lines.lines.set(one, lines.lines.get(two));
            lines.lines.set(two, line);
            all.add(new Damage("line swapped with " + other, lines, p, "SWAPPED"));
        }
        all.add(new Damage("inserted, the others moved down", retold(good, inserted(log, p)), p, "INSERTED"));
        BundleLines twice = good.copy();
        twice.lines.add(twice.event(p) + 1, twice.lines.get(twice.event(p)));
        all.add(new Damage("told twice", twice, p, "INSERTED"));
        BundleLines beside = good.copy();
        beside.lines.add(beside.event(p), BundleLines.told(log.foreign(p)));
        all.add(new Damage("another told before", beside, p, "INSERTED"));
        BundleLines elsewhere = good.copy();
        elsewhere.tell(elsewhere.event(p), moved(log.at(p), p + 1_000));
        all.add(new Damage("told of a place far away", elsewhere, p, "EVENT"));
        for (int bit : List.of(0, 15, 100)) {
            BundleLines entry = good.copy();
            entry.entry(p, bytes -> flipped(bytes, bit));
            all.add(new Damage("byte " + bit + " of the entry", entry, p, "ENTRY"));
        }
        return all;
    }

    private static long position(String line) {
        return Long.parseLong(line.substring("{\"event\":{\"position\":".length(), line.indexOf(",\"id\"")));
    }

    private static List<StoredEvent> deleted(SyntheticLog log, int p) {
        List<StoredEvent> events = new ArrayList<>(log.events.subList(0, p - 1));
        for (StoredEvent event : log.events.subList(p, log.size())) events.add(moved(event, event.position() - 1));
        return events;
    }

    private static List<StoredEvent> inserted(SyntheticLog log, int p) {
        List<StoredEvent> events = new ArrayList<>(log.events.subList(0, p - 1));
        events.add(log.foreign(p));
        for (StoredEvent event : log.events.subList(p - 1, log.size())) events.add(moved(event, event.position() + 1));
        return events;
    }

    private static List<StoredEvent> swapped(SyntheticLog log, int p, int other) {
        List<StoredEvent> events = new ArrayList<>(log.events);
        events.set(p - 1, moved(log.at(other), p));
        events.set(other - 1, moved(log.at(p), other));
        return events;
    }

    /** The same bundle of the whole log with other events, each behind the entries of its place. */
    static BundleLines retold(BundleLines good, List<StoredEvent> events) {
        BundleLines lines = good.copy();
        lines.lines.removeIf(line -> line.startsWith("{\"event\":") || line.startsWith("{\"document\":"));
        int chunk = lines.first("{\"entries\":");
        int chunks = (int) lines.lines.stream()
                .filter(it -> it.startsWith("{\"entries\":"))
                .count();
        List<String> body = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            body.add(lines.lines.get(chunk + i));
            for (StoredEvent event : events) {
                if (Math.min(chunks - 1, (event.position() - 1) / Tile.WIDTH) == i) body.add(BundleLines.told(event));
            }
        }
        lines.lines.subList(chunk, chunk + chunks).clear();
        lines.lines.addAll(chunk, body);
        return lines;
    }

    /** Everything from a position on is gone; what the head says is right or made to fit. */
    static List<Damage> cut(BundleLines good, SyntheticLog log, int p) {
        SyntheticLog shorter = SyntheticLog.of(log.size(), 0);
        shorter.events.clear();
        shorter.entries.clear();
        shorter.events.addAll(log.events.subList(0, p - 1));
        shorter.entries.addAll(log.entries.subList(0, p - 1));
        BundleLines lines = Bundles.whole(shorter, sealed(log));
        BundleLines promised = lines.copy();
        promised.head(it -> good.lines.getFirst());
        return List.of(
                new Damage("cut off", promised, p, "TAIL_CUT"),
                new Damage("cut off, the head made to fit", lines, p, "TAIL_CUT"));
    }

    static StoredEvent otherSalt(StoredEvent e) {
        String envelope = new String(e.envelope(), StandardCharsets.UTF_8);
        int at = envelope.lastIndexOf(",\"salt\":\"") + 9;
        char other = envelope.charAt(at) == 'a' ? 'b' : 'a';
        return saying(
                e,
                e.payload(),
                (envelope.substring(0, at) + other + envelope.substring(at + 1)).getBytes(StandardCharsets.UTF_8));
    }

    static StoredEvent named(StoredEvent e, UUID id, String type, String name, String revision) {
        return new StoredEvent(
                e.position(),
                id,
                e.stream(),
                e.sequence(),
                type,
                name,
                revision,
                e.storedMs(),
                e.recordedUs(),
                e.payload(),
                e.envelope());
    }
}
