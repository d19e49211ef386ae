package vn.minhchung.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.RuleRef;

/** One rule version, {@code rule-version:<family>/<version>}: what a {@link RuleRef} in an event or refusal points at. */
public record RuleVersionId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleVersionId {
        Id.check("rule-version", value);
    }

    public static RuleVersionId of(RuleRef ref) {
        return new RuleVersionId(ref.nodeId());
    }

    public static RuleVersionId of(String family, String version) {
        return of(new RuleRef(family, version));
    }

    @Override
    public String toString() {
        return value;
    }
}
