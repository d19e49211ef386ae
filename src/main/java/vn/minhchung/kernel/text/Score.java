package vn.minhchung.kernel.text;

import java.math.BigDecimal;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.Rounding;

/**
 * Points on a scale, exact: a decimal is kept as its digits, never as floating point.
 *
 * @param points canonical decimal with a dot and no trailing zeros, {@code 82.5}
 * @param outOf the top of the scale
 */
public record Score(String points, int outOf) {

    /** The share of the scale, for comparing scores of different scales. */
    public BasisPoints share(Rounding rounding) {
        BigDecimal share = new BigDecimal(points).movePointRight(4);
        return new BasisPoints(
                share.divide(BigDecimal.valueOf(outOf), 0, rounding.mode()).intValueExact());
    }

    /** {@code 82,5/100} */
    public String toText() {
        return points.replace('.', ',') + "/" + outOf;
    }
}
