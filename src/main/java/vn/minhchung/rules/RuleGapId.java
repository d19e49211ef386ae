package vn.minhchung.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** A rule that was looked for and not found: {@code rule-gap:<family>/<date, version or year>}. */
public record RuleGapId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleGapId {
        Id.check("rule-gap", value);
    }

    public static RuleGapId of(String family, String wanted) {
        return new RuleGapId("rule-gap:" + family + "/" + wanted);
    }

    @Override
    public String toString() {
        return value;
    }
}
