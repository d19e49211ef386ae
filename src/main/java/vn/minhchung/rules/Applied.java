package vn.minhchung.rules;

import java.util.Optional;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;

/**
 * The version of a family that holds for one decision, already noted in the decision's envelope. Where no version is in
 * force it is empty, the decision carries the warning {@code RULE_MISSING}, and nothing is ever refused.
 */
public interface Applied {
    Optional<RuleVersion> version();

    default Optional<RuleRef> ref() {
        return version().map(RuleVersion::ref);
    }

    /** Parameters. @throws java.util.NoSuchElementException when no version is in force: ask {@link #version} first */
    default long number(String parameter) {
        return version().orElseThrow().number(parameter);
    }

    default Vnd vnd(String parameter) {
        return version().orElseThrow().vnd(parameter);
    }

    default BasisPoints share(String parameter) {
        return version().orElseThrow().share(parameter);
    }

    /**
     * What the version says about these facts, by the same evaluation its worked examples run through; empty when no
     * version is in force. Values may be {@code Vnd}, numbers, booleans, dates, ids, or a collection of ids.
     */
    Optional<Worked> work(Object... namesAndValues);

    /**
     * Refuses, warns or lets pass when the rule is broken. National law that is SURE refuses and cites its article; any
     * other version does what the director's switch says, REFUSE unless switched. Facts get {@code basis}.
     *
     * @throws vn.minhchung.kernel.Refusal when it refuses
     */
    void refuseUnless(boolean kept, ErrorCode code, Object... facts);
}
