package vn.minhchung.budgets;

import java.util.Collection;
import vn.minhchung.kernel.LegalBasis;

/** What an amount rests on, weakest first. */
public enum Evidence {
    /** Somebody typed it. */
    TYPED,
    /** A document was seen: signed electronically, or a scan was compared. */
    DOCUMENT,
    /** A line of the treasury's statement. */
    STATEMENT_LINE;

    public static Evidence of(Collection<LegalBasis> basis) {
        return basis.stream().anyMatch(b -> b.seen() != LegalBasis.Seen.NUMBER_ONLY) ? DOCUMENT : TYPED;
    }

    public Evidence or(Evidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
