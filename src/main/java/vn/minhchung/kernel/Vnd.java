package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An amount of money in whole Vietnamese đồng, signed. The đồng has no minor unit, so a {@code long} is exact up to
 * 9×10<sup>18</sup>; every operation that would leave that range throws {@link AmountOutOfRange}. There is no divide:
 * {@link #allocate} splits an amount so that the parts always sum to the whole, {@link BasisPoints#of} takes a share with
 * a rounding the caller names.
 *
 * <p>In JSON an integer; in GraphQL the text of {@link #digits()}.
 *
 * @param amount whole đồng; {@code Long.MIN_VALUE} is refused, so that every amount has an exact negative
 */
public record Vnd(@JsonValue long amount) implements Comparable<Vnd> {

    public static final Vnd ZERO = new Vnd(0);

    private static final Pattern DIGITS = Pattern.compile("-?(0|[1-9][0-9]*)");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Vnd {
        if (amount == Long.MIN_VALUE) {
            throw new AmountOutOfRange(BigInteger.valueOf(amount));
        }
    }

    public static Vnd of(long amount) {
        return amount == 0 ? ZERO : new Vnd(amount);
    }

    /**
     * Reads the form of the GraphQL scalar: {@code -?(0|[1-9][0-9]*)}, no separators.
     *
     * @throws IllegalArgumentException for any other text, or for an amount outside the range
     */
    public static Vnd parse(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a whole amount of đồng: " + digits);
        }
        try {
            return of(Long.parseLong(digits));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("amount out of range: " + digits, e);
        }
    }

    public static Vnd sum(Collection<Vnd> amounts) {
        Vnd total = ZERO;
        for (Vnd each : amounts) {
            total = total.plus(each);
        }
        return total;
    }

    public Vnd plus(Vnd other) {
        long sum = amount + other.amount;
        // the sum has another sign than both of its parts
        if (((amount ^ sum) & (other.amount ^ sum)) < 0) throw new AmountOutOfRange(big().add(other.big()));
        return of(sum);
    }

    public Vnd minus(Vnd other) {
        return plus(other.negate());
    }

    public Vnd times(long factor) {
        return exact(big().multiply(BigInteger.valueOf(factor)));
    }

    /** @throws AmountOutOfRange when that is no amount of money */
    static Vnd exact(BigInteger whole) {
        if (whole.bitLength() >= Long.SIZE) throw new AmountOutOfRange(whole);
        return of(whole.longValueExact());
    }

    private BigInteger big() {
        return BigInteger.valueOf(amount);
    }

    public Vnd negate() {
        return of(-amount);
    }

    public Vnd abs() {
        return amount < 0 ? negate() : this;
    }

    public Vnd min(Vnd other) {
        return amount <= other.amount ? this : other;
    }

    public Vnd max(Vnd other) {
        return amount >= other.amount ? this : other;
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isPositive() {
        return amount > 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    public boolean isMoreThan(Vnd other) {
        return amount > other.amount;
    }

    /** This amount, for the border of a command. @throws IllegalArgumentException unless it is above zero */
    public Vnd requirePositive() {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be above zero: " + amount);
        }
        return this;
    }

    /** This amount, for the border of a command. @throws IllegalArgumentException if it is below zero */
    public Vnd requireNotNegative() {
        if (amount < 0) {
            throw new IllegalArgumentException("amount must not be below zero: " + amount);
        }
        return this;
    }

    /**
     * Splits the amount in proportion to the weights by the largest remainder; equal remainders favour the earlier part.
     * The parts sum to the whole, and the parts of {@code negate()} are the negated parts, so a reversal is exact.
     *
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    public List<Vnd> allocate(long... weights) {
        if (weights.length == 0
                || LongStream.of(weights).anyMatch(w -> w < 0)
                || LongStream.of(weights).allMatch(w -> w == 0)) {
            throw new IllegalArgumentException(
                    "weights must not be negative nor all zero: " + Arrays.toString(weights));
        }
        BigInteger whole = BigInteger.valueOf(Math.abs(amount));
        BigInteger sum = LongStream.of(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long rest = Math.abs(amount);
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = whole.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(sum);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            rest -= parts[i];
        }
        // The rest is smaller than the number of parts with a remainder, so no part of weight zero is ever topped up.
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(rest)
                .forEach(i -> parts[i]++);
        List<Vnd> result = new ArrayList<>(parts.length);
        for (long part : parts) {
            result.add(of(amount < 0 ? -part : part));
        }
        return List.copyOf(result);
    }

    /** As {@link #allocate(long...)}. */
    public List<Vnd> allocate(List<Long> weights) {
        return allocate(weights.stream().mapToLong(Long::longValue).toArray());
    }

    /** The GraphQL form: digits with a leading minus, no separators. */
    public String digits() {
        return Long.toString(amount);
    }

    /** As people write it: {@code 1.250.000.000 đồng}. */
    public String toText() {
        return toGroupedDigits() + " đồng";
    }

    /** {@code 1.250.000.000}: a dot between thousands, whatever the locale of the machine. */
    public String toGroupedDigits() {
        String digits = Long.toString(Math.abs(amount));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append('.');
            }
            text.append(digits.charAt(i));
        }
        return amount < 0 ? "-" + text : text.toString();
    }

    /** The amount in Vietnamese words, as vouchers require: {@code Một tỷ hai trăm năm mươi triệu đồng}. */
    public String toWords() {
        return VndWords.of(amount);
    }

    @Override
    public int compareTo(Vnd other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return digits();
    }
}
