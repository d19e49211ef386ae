package vn.minhchung.kernel.log;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.EdECPrivateKey;

/** A private key with its public one. Its text never shows the secret. */
public final class SigningKey {
    private final VerifierKey verifier;
    private final byte[] seed;

    /**
     * @param seed the secret, 32 bytes (RFC 8032)
     * @throws NoteFault when the two are not one pair
     */
    public SigningKey(VerifierKey verifier, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) throw new NoteFault("a secret of " + seed.length + " bytes");
        this.verifier = verifier;
        this.seed = seed.clone();
        byte[] tried = "minhchung key pair".getBytes(StandardCharsets.UTF_8);
        if (!Ed25519.verifies(verifier.key(), tried, Ed25519.sign(seed, tried)))
            throw new NoteFault("the secret is not that of " + verifier.text());
    }

    public static SigningKey generate(String name, KeyKind kind) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate())
                    .getBytes()
                    .orElseThrow(() -> new IllegalStateException("a key that hides its secret"));
            return new SigningKey(new VerifierKey(name, kind, Ed25519.raw(pair.getPublic())), seed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** For whoever keeps it; 32 bytes. */
    public byte[] seed() {
        return seed.clone();
    }

    /** Signs a note's text. */
    public NoteSignature sign(String text) {
        require(KeyKind.NOTE);
        return signature(Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Says that a checkpoint was seen.
     *
     * @param seconds since 1970
     */
    public NoteSignature cosign(Checkpoint checkpoint, long seconds) {
        require(KeyKind.COSIGNATURE);
        return signature(
                Cosignature.stamped(seconds, Ed25519.sign(seed, Cosignature.message(seconds, checkpoint.text()))));
    }

    private void require(KeyKind kind) {
        if (verifier.kind() != kind) throw new NoteFault("%s does not sign as %s".formatted(verifier.text(), kind));
    }

    private NoteSignature signature(byte[] bytes) {
        return new NoteSignature(verifier.name(), verifier.keyId(), bytes);
    }

    @Override
    public String toString() {
        return "the secret of " + verifier.text();
    }
}
