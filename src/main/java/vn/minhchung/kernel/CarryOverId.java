package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Money asked to be carried over to the next budget year (chuyển nguồn). */
public record CarryOverId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CarryOverId {
        Id.check("carry-over", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
