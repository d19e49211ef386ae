package vn.minhchung.kernel.view;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * A page in identity order.
 *
 * @param counting asked only where somebody wants to know: it reads all that match
 */
public record Page<V extends Record>(List<Item<V>> items, boolean hasNext, LongSupplier counting) {
    public Page(List<Item<V>> items, boolean hasNext, long totalCount) {
        this(items, hasNext, () -> totalCount);
    }

    /** Objects that match at this moment, all pages. */
    public long totalCount() {
        return counting.getAsLong();
    }

    /** @param order the identity's first position: the cursor */
    public record Item<V extends Record>(String id, long order, V view) {}
}
