package vn.minhchung.oversight;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** One time the record was judged and what was new was put on record. */
public record AuditRoundId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AuditRoundId {
        Id.check("audit-round", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
