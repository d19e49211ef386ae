package vn.minhchung.kernel.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import vn.minhchung.kernel.Sha256;

/**
 * A public key as C2SP writes it ("vkey"): {@code <name>+<key id, hex>+base64(kind ‖ 32 bytes)}.
 *
 * @param name of the log or the witness, usually a URL without its scheme
 * @param key Ed25519, 32 bytes
 */
public record VerifierKey(String name, KeyKind kind, byte[] key) {
    public VerifierKey {
        NoteText.requireName(name);
        if (key.length != Ed25519.KEY_BYTES) throw new NoteFault("a key of " + key.length + " bytes");
    }

    /** The first four bytes of {@code SHA-256(name ‖ newline ‖ kind ‖ key)}. */
    public int keyId() {
        byte[] hash = Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {kind.code()}, key);
        return ByteBuffer.wrap(hash).getInt();
    }

    public String text() {
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+" + NoteText.base64(new byte[] {kind.code()}, key);
    }

    /** The name in what may be a verifier key: what stands before the first plus. */
    public static String nameIn(String text) {
        int plus = text.indexOf('+');
        return plus < 0 ? text : text.substring(0, plus);
    }

    /** @throws NoteFault for another form, a kind that is not supported, or a key id of another key */
    public static VerifierKey parse(String text) {
        // base64 may have a plus
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) throw new NoteFault("no verifier key: \"" + text + "\"");
        byte[] key = NoteText.base64(parts[2]);
        if (key.length == 0) throw new NoteFault("no verifier key: \"" + text + "\"");
        VerifierKey read = new VerifierKey(parts[0], KeyKind.of(key[0]), Arrays.copyOfRange(key, 1, key.length));
        if (!read.text().equals(text)) throw new NoteFault("a key id of another key: \"" + text + "\"");
        return read;
    }

    /** True when the line names this key, verified or not. */
    public boolean named(NoteSignature signature) {
        return signature.keyId() == keyId() && signature.name().equals(name);
    }

    /** True when this key signed the text. */
    public boolean verifies(String text, NoteSignature signature) {
        if (!named(signature)) return false;
        return switch (kind) {
            case NOTE -> Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature.signature());
            case COSIGNATURE -> Cosignature.verifies(key, text, signature.signature());
        };
    }
}
