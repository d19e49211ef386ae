package vn.minhchung.kernel.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a witness signs (C2SP tlog-cosignature, cosignature/v1): the checkpoint and when it was the largest one seen. */
public final class Cosignature {
    private Cosignature() {}

    /**
     * When the witness says to have seen it, seconds since 1970.
     *
     * @throws NoteFault when it is no Ed25519 cosignature
     */
    public static long seconds(NoteSignature signature) {
        if (!wellFormed(signature.signature())) throw new NoteFault("no cosignature: " + signature.line());
        return seconds(signature.signature());
    }

    static byte[] message(long seconds, String text) {
        return "cosignature/v1\ntime %d\n%s".formatted(seconds, text).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] stamped(long seconds, byte[] signature) {
        if (seconds < 0) throw new NoteFault("a time before 1970");
        return NoteText.join(ByteBuffer.allocate(Long.BYTES).putLong(seconds).array(), signature);
    }

    static boolean verifies(byte[] key, String text, byte[] stamped) {
        return wellFormed(stamped)
                && Ed25519.verifies(
                        key, message(seconds(stamped), text), Arrays.copyOfRange(stamped, Long.BYTES, stamped.length));
    }

    private static boolean wellFormed(byte[] stamped) {
        return stamped.length == Long.BYTES + Ed25519.SIGNATURE_BYTES && seconds(stamped) >= 0;
    }

    private static long seconds(byte[] stamped) {
        return ByteBuffer.wrap(stamped).getLong();
    }
}
