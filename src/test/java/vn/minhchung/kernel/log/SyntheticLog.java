package vn.minhchung.kernel.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.Sha256;

/** A log that looks like ours: commands of one to three events, streams, money, documents; the same for the same seed. */
final class SyntheticLog {
    static final String PROJECT = "project:11111111-1111-4111-8111-111111111111";
    static final String PAPER = "paper:22222222-2222-4222-8222-222222222222";
    static final byte[] DOCUMENT = "Quyết định số 12/QĐ-SKHCN".getBytes(StandardCharsets.UTF_8);

    private static final String OTHER = "project:33333333-3333-4333-8333-333333333333";
    private static final List<String> STREAMS =
            List.of(PROJECT, PAPER, OTHER, "person:44", "rules:deadline", "đơn vị:5");

    final List<StoredEvent> events = new ArrayList<>();
    final List<byte[]> entries = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Random random;
    private int part = 1;
    private int parts = 1;

    private SyntheticLog(long seed) {
        random = new Random(seed);
    }

    static SyntheticLog of(int size, long seed) {
        SyntheticLog log = new SyntheticLog(seed);
        while (log.events.size() < size) log.next(size - log.events.size());
        return log;
    }

    /** The same up to a position, and something else behind it. */
    SyntheticLog rewrittenAfter(int position, long seed) {
        SyntheticLog log = new SyntheticLog(seed);
        for (StoredEvent event : events.subList(0, position)) log.add(event);
        if (position > 0) log.goOnBehind(at(position));
        while (log.events.size() < events.size()) log.next(events.size() - log.events.size());
        return log;
    }

    /** A command's events are written whole. */
    private void goOnBehind(StoredEvent last) {
        String envelope = new String(last.envelope(), StandardCharsets.UTF_8);
        int at = envelope.lastIndexOf("\"part\":\"") + 8;
        part = envelope.charAt(at) - '0';
        parts = envelope.charAt(at + 2) - '0';
    }

    /** The same with one event as something else, sealed like that. */
    SyntheticLog with(StoredEvent other) {
        SyntheticLog log = new SyntheticLog(0);
        for (StoredEvent event : events) log.add(event.position() == other.position() ? other : event);
        return log;
    }

    int size() {
        return events.size();
    }

    StoredEvent at(long position) {
        return events.get((int) position - 1);
    }

    byte[] root(int size) {
        MerkleTree tree = new MerkleTree();
        entries.subList(0, size).forEach(entry -> tree.add(MerkleTree.leafHash(entry)));
        return tree.root();
    }

    TiledTree tree(int size) {
        return new TiledTree(
                size, new TilesOf(entries.stream().map(MerkleTree::leafHash).toList()));
    }

    /** An event of no log. */
    StoredEvent foreign(long position) {
        StoredEvent like = at(Math.min(position, size()));
        return new StoredEvent(
                position,
                new UUID(random.nextLong(), random.nextLong()),
                like.stream(),
                like.sequence(),
                like.type(),
                like.name(),
                like.revision(),
                like.storedMs(),
                like.recordedUs(),
                "{\"foreign\":true}".getBytes(StandardCharsets.UTF_8),
                like.envelope());
    }

    static byte[] salt(StoredEvent event) {
        String envelope = new String(event.envelope(), StandardCharsets.UTF_8);
        int at = envelope.lastIndexOf(",\"salt\":\"") + 9;
        return HexFormat.of().parseHex(envelope, at, at + 32);
    }

    private void next(int left) {
        if (part == parts) {
            parts = Math.min(left, 1 + random.nextInt(3));
            part = 1;
        } else {
            part++;
        }
        String stream = STREAMS.get(random.nextInt(STREAMS.size()));
        long storedMs = 1_700_000_000_000L + events.size() * 10L + random.nextInt(40);
        long before = events.isEmpty() ? 0 : events.getLast().recordedUs();
        boolean money = random.nextInt(5) == 0;
        add(new StoredEvent(
                events.size() + 1,
                new UUID(random.nextLong(), random.nextLong()),
                stream,
                sequences.getOrDefault(stream, 0L),
                stream.substring(0, stream.indexOf(':')),
                money ? "budgets.Moved" : "people.Noted",
                "1",
                storedMs,
                StoredEvent.recordedAfter(before, storedMs),
                (money ? money() : note()).getBytes(StandardCharsets.UTF_8),
                envelope().getBytes(StandardCharsets.UTF_8)));
    }

    private void add(StoredEvent event) {
        events.add(event);
        entries.add(LeafEntry.of(event, salt(event)));
        sequences.put(event.stream(), event.sequence() + 1);
    }

    private String note() {
        return "{\"text\":\"ghi chú %d: \\\"đề tài\\\" <b>\\u0111</b> \\n 😀\",\"postings of\":[1.5e3,null,true]}"
                .formatted(random.nextInt(1_000_000));
    }

    private String money() {
        long amount = 1_000_000L * (1 + random.nextInt(900));
        String project = random.nextBoolean() ? PROJECT : OTHER;
        String line = random.nextBoolean() ? "REMUNERATION" : "MATERIALS";
        return """
            {"entry":"entry:%d","postings":[{"account":"ADVANCED","project":"%s","year":2025,"source":"STATE_BUDGET","line":"%s",\
            "item":"7017","tranche":1,"amount":%d},{"account":"TREASURY","project":"%s","year":2025,"source":"STATE_BUDGET",\
            "line":"%s","item":"7017","tranche":1,"amount":%d}]}""".formatted(events.size(), project, line, amount, project, line, -amount);
    }

    private String envelope() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return CanonicalJson.write(Map.of(
                "build",
                "test",
                "decision",
                Map.of(
                        "basis",
                        List.of(Map.of(
                                "document",
                                events.size() % 10 == 0 ? HexFormat.of().formatHex(Sha256.of(DOCUMENT)) : "",
                                "seen",
                                "SCAN_COMPARED")),
                        "reason",
                        "kiểm tra <ghi>"),
                "extra",
                Map.of("salt", "no salt", "part", "9/9"),
                "part",
                part + "/" + parts,
                "rules",
                List.of(),
                "salt",
                HexFormat.of().formatHex(salt),
                "warnings",
                List.of(",\"salt\":\"0\",\"part\":\"7/7\"")));
    }
}
