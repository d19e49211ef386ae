package vn.minhchung.audit.api;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Cosignature;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.VerifierKey;

/** A checkpoint as it is answered; hashes in base64. */
record ShownCheckpoint(
        String origin,
        long size,
        String rootHash,
        String note,
        @Nullable String verifierKey,
        List<String> rotations,
        List<ShownCosignature> cosignatures,
        boolean witnessed) {

    record ShownCosignature(String witness, Instant seenAt) {}

    /** Its first line is the log's, the others are the witnesses'. */
    static ShownCheckpoint of(State state, LogKeyRing ring) {
        NoteSignature own = state.note().signatures().getFirst();
        return new ShownCheckpoint(
                Checkpoint.parse(state.note().text()).origin(),
                state.size(),
                base64(state.root()),
                state.note().encoded(),
                ring.keys().stream()
                        .filter(key -> key.named(own))
                        .map(VerifierKey::text)
                        .findFirst()
                        .orElse(null),
                ring.rotations().stream().map(SignedNote::encoded).toList(),
                state.note().signatures().stream()
                        .skip(1)
                        .map(line ->
                                new ShownCosignature(line.name(), Instant.ofEpochSecond(Cosignature.seconds(line))))
                        .toList(),
                state.witnessed());
    }

    static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
