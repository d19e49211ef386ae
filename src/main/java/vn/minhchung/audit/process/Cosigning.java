package vn.minhchung.audit.process;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.audit.Witnessing;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Cosignature;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.VerifierKey;

/** Takes cosignatures in. Who sends them does not matter: they prove themselves. */
@Component
final class Cosigning implements Witnessing {
    private final SealedTiles tiles;
    private final WitnessPolicy policy;
    private final KnownLogKeys keys;
    private final LogContradictions contradictions;

    Cosigning(SealedTiles tiles, WitnessPolicy policy, KnownLogKeys keys, LogContradictions contradictions) {
        this.tiles = tiles;
        this.policy = policy;
        this.keys = keys;
        this.contradictions = contradictions;
    }

    @Override
    public Answer cosigned(byte[] utf8) {
        SignedNote note;
        Checkpoint checkpoint;
        try {
            note = SignedNote.parse(utf8);
            checkpoint = Checkpoint.parse(note.text());
        } catch (NoteFault e) {
            return Answer.MALFORMED;
        }
        List<NoteSignature> witnesses = note.different().stream()
                .filter(line -> policy.named(line).isPresent())
                .toList();
        if (!checkpoint.origin().equals(keys.origin())) return Answer.OTHER_LOG;
        if (witnesses.isEmpty()) return Answer.UNKNOWN_WITNESS;
        if (!witnesses.stream().allMatch(line -> signed(line, note.text()))) return Answer.NOT_SIGNED;
        // a rotation may have been lost with a backup: witnesses knew the key
        if (!keys.signed(note) && !policy.witnessedBy(policy.signed(note))) return Answer.OTHER_LOG;
        switch (contradictions.judge(note)) {
            case NOT_YET -> {
                return Answer.NOT_YET;
            }
            case CONTRADICTED -> {
                return Answer.CONTRADICTS;
            }
            case HELD -> {}
        }
        witnesses.forEach(line -> tiles.addCosignature(
                checkpoint,
                WitnessPolicy.name(policy.named(line).orElseThrow()),
                Instant.ofEpochSecond(Cosignature.seconds(line)),
                line.line()));
        return Answer.KEPT;
    }

    private boolean signed(NoteSignature line, String text) {
        VerifierKey witness = policy.named(line).orElseThrow();
        return witness.verifies(text, line);
    }
}
