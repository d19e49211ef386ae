package vn.minhchung.kernel.view;

import java.util.List;

/**
 * A page in identity order.
 *
 * @param totalCount objects that match at this moment, all pages
 */
public record Page<V extends Record>(List<Item<V>> items, boolean hasNext, long totalCount) {

    /** @param order the identity's first position: the cursor */
    public record Item<V extends Record>(String id, long order, V view) {}
}
