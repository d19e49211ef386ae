package vn.minhchung.audit.process;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.audit.Witnessing;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Cosignature;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.kernel.log.VerifierKey;

/** Takes cosignatures in. Who sends them does not matter: they prove themselves. */
@Component
final class Cosigning implements Witnessing {
    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);

    private final SealedTiles tiles;
    private final WitnessPolicy policy;
    private final LogKeys keys;

    Cosigning(SealedTiles tiles, WitnessPolicy policy, LogKeys keys) {
        this.tiles = tiles;
        this.policy = policy;
        this.keys = keys;
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
        List<NoteSignature> witnesses = note.signatures().stream()
                .filter(line -> policy.named(line).isPresent())
                .toList();
        if (!checkpoint.origin().equals(keys.origin())) return Answer.OTHER_LOG;
        if (witnesses.isEmpty()) return Answer.UNKNOWN_WITNESS;
        if (!witnesses.stream().allMatch(line -> signed(line, note.text()))) return Answer.NOT_SIGNED;
        if (!ours(checkpoint)) return contradicted(note);
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

    private boolean ours(Checkpoint checkpoint) {
        long size = tiles.newest().map(State::size).orElse(0L);
        return checkpoint.size() <= size
                && Arrays.equals(new TiledTree(checkpoint.size(), tiles).root(), checkpoint.root());
    }

    private Answer contradicted(SignedNote note) {
        // a witness signs only what this log's key signed; who holds both keys may lie, and is heard all the same
        if (!note.signatures().stream()
                .anyMatch(line -> keys.signing().verifier().verifies(note.text(), line))) return Answer.OTHER_LOG;
        LOG.error("a witnessed checkpoint is not of this log:\n{}", note.encoded());
        return Answer.CONTRADICTS;
    }
}
