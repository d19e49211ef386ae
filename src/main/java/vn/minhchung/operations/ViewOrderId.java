package vn.minhchung.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** An operator's order about views: {@code view-order:<uuid>}. */
public record ViewOrderId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ViewOrderId {
        Id.check("view-order", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
