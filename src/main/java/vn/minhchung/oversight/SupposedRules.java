package vn.minhchung.oversight;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.rules.RuleVersion;

/**
 * What the audit rules would find in the record up to a position if another version of one rule had held wherever one of
 * its family did. It is only answered: nothing is written, and no hit comes of it.
 */
public interface SupposedRules {
    /** The hits of the whole past by the rules known at the position, and those if the version had held. */
    record Outcome(List<Hit> recorded, List<Hit> supposed) {}

    /** Whether an audit rule asks for versions of the family: of another family nothing recorded can be judged anew. */
    boolean judges(String family);

    /**
     * @param through the last position that counts
     * @param today days before it are over
     * @throws IllegalArgumentException when the version's parameters cannot be computed with
     */
    Outcome judge(RuleVersion supposed, long through, LocalDate today);
}
