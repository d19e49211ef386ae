package vn.minhchung.kernel.command;

import java.time.LocalDate;
import vn.minhchung.kernel.ErrorCode;

/**
 * Rules of internal control for modules that stand before the rules. Such a rule refuses by itself, also in a system where
 * no rule has been put in force yet; only the director's recorded switch lets a breach pass.
 */
public interface InternalControl {
    /**
     * A rule is broken: refused, unless a version is in force on the day and switched to warn or off. A warning stands in
     * the command's envelope.
     *
     * @throws vn.minhchung.kernel.Refusal when it refuses; facts get {@code basis}
     */
    void broken(String family, LocalDate on, ErrorCode code, Object... facts);
}
