package vn.minhchung.oversight.process;

import java.time.LocalDate;
import vn.minhchung.kernel.Recorded;

/**
 * One audit rule as a fold over the record: it is told every event once, in position order, after the books of rules and
 * tasks were told, and remembers what it needs. It asks no view and no clock; what has to be looked at again when a day is
 * over it leaves with {@link Findings#after}.
 */
interface Check {
    /** The rule family with its versions: no hit on a day without one. */
    String family();

    /** Whether the platform's own notes are told too: they decide nothing. */
    default boolean platform() {
        return false;
    }

    /** @param day of the act */
    void on(Recorded recorded, LocalDate day, Findings out);
}
