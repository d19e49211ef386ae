package vn.minhchung.kernel;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A process that asks again and again whether there is something to do. A bean: whoever runs the system runs its rounds, unless
 * the clock is driven; then whoever drives it sends the commands too.
 */
public interface RoundsProcess {
    /** Frozen: dead letters are kept under it. */
    String name();

    Duration firstAfter();

    /** From the end of a round to the next. */
    Duration every();

    /** One round; what it throws is logged, and the next one comes all the same. */
    void round(LocalDate today);
}
