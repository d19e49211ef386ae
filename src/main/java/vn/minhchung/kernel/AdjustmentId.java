package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** An adjustment (điều chỉnh) of a task that is under way. */
public record AdjustmentId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AdjustmentId {
        Id.check("adjustment", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
