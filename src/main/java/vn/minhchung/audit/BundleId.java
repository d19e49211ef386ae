package vn.minhchung.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** One export of evidence: {@code bundle:<uuid>}. */
public record BundleId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BundleId {
        Id.check("bundle", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
