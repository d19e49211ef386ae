package vn.minhchung.oversight;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** A hit of an audit rule. It derives from what was found, so the same thing is found once, whoever looks and how often. */
public record AuditHitId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AuditHitId {
        Id.check("audit-hit", value);
    }

    /**
     * @param event the recorded event that is wrong, or after which something was not done
     * @param which tells several of one event apart; empty where there is one
     */
    public static AuditHitId of(String family, String part, String event, String which) {
        return new AuditHitId(Id.derived("audit-hit", family, part, event, which));
    }

    @Override
    public String toString() {
        return value;
    }
}
