package vn.minhchung.kernel;

import java.math.BigInteger;

/** A sum or a product of amounts that {@link Vnd} cannot hold. A command it happens in is refused as input nobody can mean. */
public final class AmountOutOfRange extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final String value;

    AmountOutOfRange(BigInteger value) {
        super("amount out of range: " + value);
        this.value = value.toString();
    }

    /** INVALID_INPUT naming the amount and the largest there is. */
    public Refusal refusal() {
        return Refusal.of(ErrorCode.INVALID_INPUT, "problem", "sum", "value", value, "limit", Long.MAX_VALUE);
    }
}
