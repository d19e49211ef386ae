package vn.minhchung.kernel;

import java.math.RoundingMode;

/**
 * How a share of an amount becomes whole đồng. Always named by the caller, never a default. All four are symmetric around
 * zero, so the share of a negated amount is the negated share and a reversal stays exact.
 */
public enum Rounding {
    /** Towards zero: a ceiling on what may be paid is never exceeded by rounding. */
    DOWN(RoundingMode.DOWN),
    /** Away from zero: a minimum that must be reached is never missed by rounding. */
    UP(RoundingMode.UP),
    /** To the nearest đồng, a half away from zero: the commercial rule. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the nearest đồng, a half to the even neighbour: no drift over many amounts. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    public RoundingMode mode() {
        return mode;
    }
}
