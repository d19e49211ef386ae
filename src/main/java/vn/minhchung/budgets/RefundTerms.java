package vn.minhchung.budgets;

import java.util.List;
import vn.minhchung.kernel.Vnd;

/**
 * What a refund decision finds (TTLT 27/2015 art. 16–17; Law 93/2025 art. 9).
 *
 * @param parts of the money properly used
 * @param unproven used, but not shown to be properly used: comes back whole
 */
public record RefundTerms(List<RefundPart> parts, Vnd unproven, boolean procedureFollowed, boolean fraud) {
    public Vnd proven() {
        return Vnd.sum(parts.stream().map(RefundPart::proven).toList());
    }

    /** Of what was properly used. */
    public Vnd share() {
        return Vnd.sum(parts.stream().map(RefundPart::comesBack).toList());
    }
}
