package vn.minhchung.kernel.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Leaf entries one after the other, each behind its length in two bytes (C2SP tlog-tiles, entry bundles). */
public final class Entries {
    private Entries() {}

    public static byte[] join(List<byte[]> entries) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            joined.write(entry.length >> 8);
            joined.write(entry.length);
            joined.writeBytes(entry);
        }
        return joined.toByteArray();
    }

    /** @throws java.nio.BufferUnderflowException when the last one is cut off */
    public static List<byte[]> split(byte[] joined) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(joined);
        while (rest.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
