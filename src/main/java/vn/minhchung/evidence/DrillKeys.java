package vn.minhchung.evidence;

import java.util.Optional;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;

/** A key made for one drill: a false checkpoint must never bear the signature of the log's own key. */
record DrillKeys(SigningKey first) implements LogKeys {
    @Override
    public String origin() {
        return first.verifier().name();
    }

    @Override
    public SigningKey made(String name) {
        throw new UnsupportedOperationException("a drill rotates no key");
    }

    @Override
    public Optional<SigningKey> of(VerifierKey verifier) {
        return Optional.of(first).filter(key -> key.verifier().text().equals(verifier.text()));
    }
}
