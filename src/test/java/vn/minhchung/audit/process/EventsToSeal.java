package vn.minhchung.audit.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.LeafEntry;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;

/** A log that a test can add to and damage; contiguous as the stores' own. */
final class EventsToSeal implements StoredLog {
    private final List<StoredEvent> events = new ArrayList<>();
    private List<StoredEvent> kept = List.of();

    synchronized void add(int count) {
        for (int i = 0; i < count; i++) events.add(event(events.size() + 1, "{\"n\":" + events.size() + "}"));
    }

    /** Whatever somebody makes of the list, numbered anew when he takes care. */
    synchronized void damage(boolean numbered, Consumer<List<StoredEvent>> damage) {
        damage.accept(events);
        if (!numbered) return;
        for (int i = 0; i < events.size(); i++) events.set(i, at(events.get(i), i + 1));
    }

    static StoredEvent foreign() {
        return at(event(1_000_000, "{\"n\":0}"), 1);
    }

    private static StoredEvent at(StoredEvent event, long position) {
        return copy(event, position, event.stream(), event.storedMs(), event.recordedUs(), event.envelope());
    }

    /** Another one in these, and the same in all the rest. */
    static StoredEvent copy(
            StoredEvent event, long position, String stream, long storedMs, long recordedUs, byte[] envelope) {
        return new StoredEvent(
                position,
                event.id(),
                stream,
                event.sequence(),
                event.type(),
                event.name(),
                event.revision(),
                storedMs,
                recordedUs,
                event.payload(),
                envelope);
    }

    /** Another payload in its place. */
    synchronized void alter(int position) {
        events.set(position - 1, event(position, "{\"n\":-1}"));
    }

    /** An envelope that cannot be read any more. */
    synchronized void garble(int position) {
        change(
                position,
                event -> copy(event, position, event.stream(), event.storedMs(), event.recordedUs(), new byte[] {'{'}));
    }

    synchronized void change(int position, UnaryOperator<StoredEvent> change) {
        events.set(position - 1, change.apply(events.get(position - 1)));
    }

    synchronized void keep() {
        kept = List.copyOf(events);
    }

    synchronized void putBack() {
        events.clear();
        events.addAll(kept);
    }

    synchronized void loseLast(int count) {
        for (int i = 0; i < count; i++) events.removeLast();
    }

    /** Of the first events, by the tree that needs no tiles. */
    synchronized byte[] root(long size) {
        MerkleTree tree = new MerkleTree();
        events.stream().limit(size).map(EventsToSeal::leaf).forEach(tree::add);
        return tree.root();
    }

    synchronized byte[] entry(int position) {
        return LeafEntry.of(events.get(position - 1), salt(position));
    }

    @Override
    public synchronized List<StoredEvent> found(long position, int max) {
        return events.stream()
                .filter(event -> event.position() > position)
                .limit(max)
                .toList();
    }

    @Override
    public synchronized List<StoredEvent> after(long position, int max) {
        List<StoredEvent> page = found(position, max);
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).position() != position + i + 1)
                throw new IllegalStateException("position %d is missing".formatted(position + i + 1));
        }
        return page;
    }

    /** The same one, but for what happens whenever the sealer comes. */
    StoredLog beforeReading(Runnable what) {
        return new StoredLog() {
            @Override
            public List<StoredEvent> found(long position, int max) {
                return EventsToSeal.this.found(position, max);
            }

            @Override
            public List<StoredEvent> after(long position, int max) {
                what.run();
                return EventsToSeal.this.after(position, max);
            }

            @Override
            public long head() {
                return EventsToSeal.this.head();
            }
        };
    }

    @Override
    public synchronized long head() {
        return events.isEmpty() ? 0 : events.getLast().position();
    }

    private static byte[] leaf(StoredEvent event) {
        return MerkleTree.leafHash(LeafEntry.of(event, salt(event.position())));
    }

    private static StoredEvent event(long position, String payload) {
        String envelope = """
                {"build":"b","extra":{},"part":"1/1","rules":[],"salt":"%s","warnings":[]}""".formatted(HexFormat.of().formatHex(salt(position)));
        return new StoredEvent(
                position,
                new UUID(0, position),
                "note:1",
                position - 1,
                "Note",
                "storetest.Noted",
                "1",
                position,
                position * 1_000,
                payload.getBytes(StandardCharsets.UTF_8),
                envelope.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] salt(long position) {
        return HexFormat.of().parseHex(Sha256.hex("salt " + position).substring(0, 32));
    }
}
