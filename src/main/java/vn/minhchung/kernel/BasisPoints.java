package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A share in hundredths of a percent: 10,000 is the whole. Exact, so a percentage never passes through floating point.
 *
 * @param value zero or more; more than 10,000 is a share above the whole
 */
public record BasisPoints(@JsonValue int value) implements Comparable<BasisPoints> {

    public static final BasisPoints WHOLE = new BasisPoints(10_000);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BasisPoints {
        if (value < 0) {
            throw new IllegalArgumentException("basis points must not be negative: " + value);
        }
    }

    public static BasisPoints percent(int percent) {
        return new BasisPoints(Math.multiplyExact(percent, 100));
    }

    /**
     * This share of an amount, in whole đồng.
     *
     * @throws AmountOutOfRange if the result leaves the range of {@link Vnd}
     */
    public Vnd of(Vnd whole, Rounding rounding) {
        return Vnd.exact(BigDecimal.valueOf(whole.amount())
                .multiply(BigDecimal.valueOf(value))
                .movePointLeft(4)
                .setScale(0, rounding.mode())
                .toBigIntegerExact());
    }

    /** As people write it: {@code 50%}, {@code 12,5%}, {@code 0,01%}. */
    public String toText() {
        return BigDecimal.valueOf(value, 2).stripTrailingZeros().toPlainString().replace('.', ',') + "%";
    }

    @Override
    public int compareTo(BasisPoints other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
