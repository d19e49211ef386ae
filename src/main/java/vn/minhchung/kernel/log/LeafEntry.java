package vn.minhchung.kernel.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import vn.minhchung.kernel.Sha256;

/**
 * What of an event goes into the tree. Eleven fields, each its length (two bytes, big-endian) and then its bytes:
 *
 * <pre>
 * minhchung/1 · position · event id · stream · sequence · type · name · revision · stored time in ms
 * · SHA-256(salt ‖ payload) · SHA-256(envelope)
 * </pre>
 *
 * Texts are UTF-8, numbers decimal digits, the id lower-case hex with hyphens, hashes 32 bytes. The salt lies inside the
 * envelope, so that nobody who sees a leaf can guess a payload and try. At most 4 KiB. The recorded time is not in it: it
 * follows from the stored times.
 */
public final class LeafEntry {
    public static final int MAX_BYTES = 4_096;
    public static final int SALT_BYTES = 16;

    private static final String VERSION = "minhchung/1";

    private LeafEntry() {}

    /**
     * @param salt of the event's envelope, 16 bytes
     * @throws IllegalArgumentException for another salt, or an entry that would be too long
     */
    public static byte[] of(StoredEvent event, byte[] salt) {
        if (salt.length != SALT_BYTES) throw new IllegalArgumentException("a salt of " + salt.length + " bytes");
        ByteArrayOutputStream entry = new ByteArrayOutputStream(256);
        text(entry, VERSION);
        text(entry, Long.toString(event.position()));
        text(entry, event.id().toString());
        text(entry, event.stream());
        text(entry, Long.toString(event.sequence()));
        text(entry, event.type());
        text(entry, event.name());
        text(entry, event.revision());
        text(entry, Long.toString(event.storedMs()));
        field(entry, Sha256.of(salt, event.payload()));
        field(entry, Sha256.of(event.envelope()));
        if (entry.size() > MAX_BYTES) throw new IllegalArgumentException("an entry of " + entry.size() + " bytes");
        return entry.toByteArray();
    }

    private static void text(ByteArrayOutputStream entry, String text) {
        field(entry, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(ByteArrayOutputStream entry, byte[] bytes) {
        if (bytes.length > MAX_BYTES) throw new IllegalArgumentException("a field of " + bytes.length + " bytes");
        entry.write(bytes.length >> 8);
        entry.write(bytes.length);
        entry.writeBytes(bytes);
    }
}
