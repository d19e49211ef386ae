package vn.minhchung.kernel.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link LeafEntry} says, as it stands there.
 *
 * @param payloadHash SHA-256(salt ‖ payload)
 * @param envelopeHash SHA-256(envelope)
 */
public record LeafFields(
        long position,
        String id,
        String stream,
        long sequence,
        String type,
        String name,
        String revision,
        long storedMs,
        byte[] payloadHash,
        byte[] envelopeHash) {
    private static final int FIELDS = 11;

    /** @throws IllegalArgumentException when these bytes are no entry */
    public static LeafFields parse(byte[] entry) {
        List<byte[]> fields = new ArrayList<>(FIELDS);
        ByteBuffer rest = ByteBuffer.wrap(entry);
        while (rest.hasRemaining()) fields.add(next(rest));
        if (fields.size() != FIELDS) throw new IllegalArgumentException("an entry of " + fields.size() + " fields");
        return new LeafFields(
                Long.parseLong(text(fields.get(1))),
                text(fields.get(2)),
                text(fields.get(3)),
                Long.parseLong(text(fields.get(4))),
                text(fields.get(5)),
                text(fields.get(6)),
                text(fields.get(7)),
                Long.parseLong(text(fields.get(8))),
                fields.get(9),
                fields.get(10));
    }

    private static byte[] next(ByteBuffer rest) {
        int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
        if (length > rest.remaining()) throw new IllegalArgumentException("an entry that ends too early");
        byte[] field = new byte[length];
        rest.get(field);
        return field;
    }

    private static String text(byte[] field) {
        return new String(field, StandardCharsets.UTF_8);
    }
}
