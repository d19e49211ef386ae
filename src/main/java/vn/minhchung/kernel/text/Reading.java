package vn.minhchung.kernel.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A source text and what it was read as.
 *
 * @param raw the text as the source has it, byte for byte; never normalised
 * @param value what it means; null if and only if {@link Certainty#UNCLEAR} or {@link Certainty#BLANK}
 * @param remark why it is not exact, or what a reader of an exact value should know
 */
public record Reading<T>(
        String raw,
        @Nullable T value,
        Certainty certainty,
        @Nullable Remark remark) {

    public Reading {
        boolean without = certainty == Certainty.UNCLEAR || certainty == Certainty.BLANK;
        if (without != (value == null)) {
            throw new IllegalArgumentException("a reading has a value unless it is unclear or blank: " + certainty);
        }
    }

    public static <T> Reading<T> exact(String raw, T value) {
        return new Reading<>(raw, value, Certainty.EXACT, null);
    }

    public static <T> Reading<T> exact(String raw, T value, @Nullable Remark remark) {
        return new Reading<>(raw, value, Certainty.EXACT, remark);
    }

    public static <T> Reading<T> approximate(String raw, T value, Remark remark) {
        return new Reading<>(raw, value, Certainty.APPROXIMATE, remark);
    }

    public static <T> Reading<T> unclear(String raw, Remark remark) {
        return new Reading<>(raw, null, Certainty.UNCLEAR, remark);
    }

    public static <T> Reading<T> blank(String raw) {
        return new Reading<>(raw, null, Certainty.BLANK, null);
    }

    public boolean isClear() {
        return value != null;
    }

    /** The same reading of another type; an unclear or blank one stays what it is. */
    public <R> Reading<R> map(Function<T, R> change) {
        return new Reading<>(raw, value == null ? null : change.apply(value), certainty, remark);
    }
}
