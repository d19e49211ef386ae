package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** One line of a unit's year appropriation (dự toán giao năm). */
public record AppropriationId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AppropriationId {
        Id.check("appropriation", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
