package vn.minhchung.projects;

import vn.minhchung.kernel.Decimal;
import vn.minhchung.kernel.Vnd;

/**
 * Quantity × unit price.
 *
 * @param quantity decimal text, e.g. {@code 12.5}
 * @param unit e.g. {@code kg}, {@code ngày công}
 */
public record Quantity(String quantity, String unit, Vnd unitPrice) {
    /** Whole đồng, rounded down. @throws vn.minhchung.kernel.Refusal INVALID_INPUT for a quantity that is no decimal */
    public Vnd amount() {
        return Decimal.parse(quantity).of(unitPrice);
    }
}
