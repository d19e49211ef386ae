package vn.minhchung.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A decimal factor that is not money, as a quantity or a coefficient: exact, not negative, at most four places. Papers write
 * it as text and it stays text wherever it is kept.
 */
public final class Decimal {
    private static final Pattern TEXT = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?");

    private final BigDecimal value;

    private Decimal(BigDecimal value) {
        this.value = value;
    }

    /** Reads {@code 12}, {@code 12.5}. @throws Refusal INVALID_INPUT for anything else */
    public static Decimal parse(String text) {
        if (!TEXT.matcher(text).matches()) throw Refusal.of(ErrorCode.INVALID_INPUT, "value", text, "expected", "12.5");
        return new Decimal(new BigDecimal(text));
    }

    /** The amount times this factor, in whole đồng, rounded down. @throws AmountOutOfRange outside the range */
    public Vnd of(Vnd amount) {
        return of(amount, 1, 1);
    }

    /** The amount times this factor times {@code part / whole}, rounded down once, at the end. */
    public Vnd of(Vnd amount, long part, long whole) {
        return Vnd.exact(value.multiply(BigDecimal.valueOf(amount.amount()))
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.DOWN)
                .toBigIntegerExact());
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Whether this is more than the share, e.g. 0.81 than 8000 basis points. */
    public boolean isMoreThan(BasisPoints share) {
        return value.compareTo(BigDecimal.valueOf(share.value(), 4)) > 0;
    }
}
