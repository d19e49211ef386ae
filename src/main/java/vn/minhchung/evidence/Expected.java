package vn.minhchung.evidence;

import java.util.List;
import vn.minhchung.kernel.log.SignedNote;

/**
 * What has to be said of a damage.
 *
 * @param server by the server's own check
 * @param verifiers by each verifier, of a bundle that is made after the damage
 * @param kept checkpoints that witnesses keep, which both are shown
 * @param proofsOf events whose single proofs are to be verified; empty: the whole log is
 */
record Expected(Finding server, Finding verifiers, List<SignedNote> kept, List<Long> proofsOf) {
    static Expected of(String kind, long position, List<SignedNote> kept) {
        return of(new Finding(kind, position), new Finding(kind, position), kept);
    }

    static Expected of(Finding server, Finding verifiers, List<SignedNote> kept) {
        return new Expected(server, verifiers, kept, List.of());
    }
}
