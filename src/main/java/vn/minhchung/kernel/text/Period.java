package vn.minhchung.kernel.text;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PartialDate;

/**
 * A span of time as stated. A source may give the ends, the length, or both; what it does not give is null.
 *
 * @param start null when not stated
 * @param end null when not stated
 * @param statedMonths the length the source prints; it need not agree with the ends
 */
public record Period(
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        @Nullable Integer statedMonths) {

    /** {@code 2016-01/2016-12}; {@code ..} for an end that is not stated (ISO 8601-2). */
    @Override
    public String toString() {
        return (start == null ? ".." : start.value()) + "/" + (end == null ? ".." : end.value());
    }
}
