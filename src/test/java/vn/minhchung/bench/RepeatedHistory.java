package vn.minhchung.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.minhchung.kernel.log.LeafEntry;
import vn.minhchung.kernel.log.StoredEvent;

/** A recorded history that goes on as long as one likes: the same events, each time of other streams, ids and salts. */
final class RepeatedHistory {
    private static final Path RECORDED = Path.of("axon/history/payment.jsonl");
    private static final long STEP_MS = 7;

    private final List<StoredEvent> events;

    private RepeatedHistory(List<StoredEvent> events) {
        this.events = events;
    }

    /** Takes events one after the other. */
    interface Listener {
        void event(StoredEvent event, byte[] salt) throws IOException;
    }

    static RepeatedHistory read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<StoredEvent> events = new ArrayList<>();
        for (String line : Files.readAllLines(RECORDED)) {
            JsonNode event = json.readTree(line);
            if (!event.has("payload")) continue;
            events.add(new StoredEvent(
                    events.size() + 1,
                    UUID.fromString(event.get("id").asString()),
                    event.get("stream").asString(),
                    event.get("sequence").asLong(),
                    event.get("type").asString(),
                    event.get("name").asString(),
                    event.get("revision").asString(),
                    event.get("storedMs").asLong(),
                    0,
                    event.get("payload").asString().getBytes(StandardCharsets.UTF_8),
                    event.get("envelope").asString().getBytes(StandardCharsets.UTF_8)));
        }
        return new RepeatedHistory(events);
    }

    int size() {
        return events.size();
    }

    /** The same each time it is told; up to the first command's end from {@code atLeast} on. */
    long tell(int atLeast, Listener listener) throws IOException {
        long position = 0;
        long recordedUs = 0;
        for (int round = 0; ; round++) {
            for (StoredEvent event : events) {
                position++;
                byte[] salt = salt(position);
                long storedMs = events.getFirst().storedMs() + position * STEP_MS;
                recordedUs = StoredEvent.recordedAfter(recordedUs, storedMs);
                byte[] envelope = envelope(event, salt);
                listener.event(
                        new StoredEvent(
                                position,
                                new UUID(position, event.id().getLeastSignificantBits()),
                                event.stream() + ":" + round,
                                event.sequence(),
                                event.type(),
                                event.name(),
                                event.revision(),
                                storedMs,
                                recordedUs,
                                event.payload(),
                                envelope),
                        salt);
                if (position >= atLeast && lastPart(envelope)) return position;
            }
        }
    }

    /** Of the first event, as if its command had recorded nothing else. */
    byte[] envelopeOfOne() {
        byte[] envelope = events.getFirst().envelope().clone();
        int at = partAt(envelope);
        envelope[at + "1/".length()] = '1';
        return envelope;
    }

    private static byte[] salt(long position) {
        byte[] salt = new byte[LeafEntry.SALT_BYTES];
        for (int i = 0; i < salt.length; i++) salt[i] = (byte) ((position * 0x9e37_79b9_7f4a_7c15L) >>> (i % 8 * 8));
        return salt;
    }

    private static byte[] envelope(StoredEvent event, byte[] salt) {
        byte[] envelope = event.envelope().clone();
        int at = lastIndex(envelope, ",\"salt\":\"") + 9;
        byte[] hex = HexFormat.of().formatHex(salt).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hex, 0, envelope, at, hex.length);
        return envelope;
    }

    private static boolean lastPart(byte[] envelope) {
        String part = new String(envelope, partAt(envelope), 12, StandardCharsets.ISO_8859_1);
        return part.matches("([0-9]+)/\\1\".*");
    }

    private static int partAt(byte[] envelope) {
        return lastIndex(envelope, ",\"part\":\"") + 9;
    }

    private static int lastIndex(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }
}
