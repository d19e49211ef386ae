package vn.minhchung.kernel.log.bundle;

import java.util.List;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;

/**
 * That one key of the log follows another: both sign it, so whoever trusts one may trust the other.
 *
 * @param size of the log then: checkpoints up to it are signed by the key before, from it on by the one after
 */
public record KeyRotation(VerifierKey before, VerifierKey after, long size) {
    public KeyRotation {
        if (!before.name().equals(after.name())) throw new IllegalArgumentException("keys of two logs");
    }

    public String text() {
        return "minhchung/key-rotation\n%s\n%s\n%d\n".formatted(before.text(), after.text(), size);
    }

    public static SignedNote signed(SigningKey before, SigningKey after, long size) {
        String text = new KeyRotation(before.verifier(), after.verifier(), size).text();
        return new SignedNote(text, List.of(before.sign(text), after.sign(text)));
    }
}
