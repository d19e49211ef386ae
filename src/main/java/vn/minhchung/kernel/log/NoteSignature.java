package vn.minhchung.kernel.log;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note: {@code — <name> base64(key id ‖ signature)}.
 *
 * @param name of the key
 * @param keyId the four bytes that with the name say which key, and of which kind
 * @param signature as the kind has it
 */
public record NoteSignature(String name, int keyId, byte[] signature) {
    private static final String DASH = "— ";

    public NoteSignature {
        NoteText.requireName(name);
        if (signature.length == 0) throw new NoteFault("an empty signature");
    }

    /** Without its newline. */
    public String line() {
        byte[] id = ByteBuffer.allocate(Integer.BYTES).putInt(keyId).array();
        return DASH + name + " " + NoteText.base64(id, signature);
    }

    /** @throws NoteFault when it is no signature line */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) throw new NoteFault("no signature line: \"" + line + "\"");
        byte[] bytes = NoteText.base64(line.substring(space + 1));
        if (bytes.length <= Integer.BYTES) throw new NoteFault("a signature of " + bytes.length + " bytes");
        return new NoteSignature(
                line.substring(DASH.length(), space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }
}
