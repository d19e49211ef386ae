package vn.minhchung.audit.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.VerifierKey;

/** Whose cosignatures count, and how many make a checkpoint a witnessed one. Without witnesses none ever is. */
@Component
final class WitnessPolicy {
    private final List<VerifierKey> witnesses;
    private final int needed;

    /**
     * @param witnesses verifier keys of kind cosignature
     * @param needed of them; 0: all
     * @throws IllegalArgumentException for a key of another kind, or when more are needed than there are
     * @throws NoteFault for what is no key
     */
    WitnessPolicy(
            @Value("${minhchung.log.witnesses:}") Set<String> witnesses,
            @Value("${minhchung.log.witnesses-needed:0}") int needed) {
        this.witnesses = witnesses.stream().map(VerifierKey::parse).toList();
        this.witnesses.forEach(WitnessPolicy::requireWitness);
        if (needed < 0 || needed > this.witnesses.size())
            throw new IllegalArgumentException(
                    "minhchung.log.witnesses-needed=%d, of %d witnesses".formatted(needed, this.witnesses.size()));
        this.needed = needed == 0 ? this.witnesses.size() : needed;
    }

    private static void requireWitness(VerifierKey key) {
        if (key.kind() != KeyKind.COSIGNATURE)
            throw new IllegalArgumentException("not the key of a witness: " + key.text());
    }

    int needed() {
        return needed;
    }

    /** The witness a line names; whether it signed is another question. */
    Optional<VerifierKey> named(NoteSignature signature) {
        return witnesses.stream().filter(key -> key.named(signature)).findFirst();
    }

    /** As they are kept with their signatures. */
    String[] names() {
        return witnesses.stream().map(WitnessPolicy::name).toArray(String[]::new);
    }

    /** Lines that witnesses of this policy truly signed, one for each. */
    long signed(SignedNote note) {
        List<NoteSignature> lines = note.different();
        return witnesses.stream()
                .filter(key -> lines.stream().anyMatch(line -> key.verifies(note.text(), line)))
                .count();
    }

    boolean witnessedBy(long count) {
        return needed > 0 && count >= needed;
    }

    static String name(VerifierKey witness) {
        return witness.name() + "+" + Integer.toHexString(witness.keyId());
    }
}
