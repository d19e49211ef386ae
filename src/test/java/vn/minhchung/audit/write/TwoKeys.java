package vn.minhchung.audit.write;

import java.util.List;
import vn.minhchung.audit.AuditExamples;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.VerifierKey;

/** Those of the samples. */
final class TwoKeys implements LogKeyRing {
    private List<VerifierKey> keys = List.of(AuditExamples.OLD_KEY);

    @Override
    public List<VerifierKey> keys() {
        return keys;
    }

    @Override
    public List<SignedNote> rotations() {
        return List.of();
    }

    @Override
    public VerifierKey next(String request) {
        return AuditExamples.NEW_KEY;
    }

    void rotated() {
        keys = List.of(AuditExamples.OLD_KEY, AuditExamples.NEW_KEY);
    }
}
