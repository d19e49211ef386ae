package vn.minhchung.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** One delegation of a role (uỷ quyền). */
public record DelegationId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DelegationId {
        Id.check("delegation", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
