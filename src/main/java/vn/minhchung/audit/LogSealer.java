package vn.minhchung.audit;

import java.util.Optional;
import vn.minhchung.kernel.log.Damage;

/** Seals what was stored, and compares what was sealed with what is stored. */
public interface LogSealer {
    /**
     * The first place where the two differ.
     *
     * @param position of the first event concerned; 0: of none in particular
     */
    record Difference(Damage damage, long position, String message) {}

    /**
     * One step.
     *
     * @return how many events were sealed; 0 when there were none, or another node is at it
     */
    int step();

    /** Compares all that is sealed with the events as they are stored now; empty when they are the same. */
    Optional<Difference> difference();
}
