package vn.minhchung.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;

/** A family of rule versions, e.g. {@code rule:advance.first}. */
@Id.Kind("rule")
public record RuleFamilyId(String value) implements Id {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleFamilyId {
        Id.check("rule", value);
    }

    /** Refused when the name of the family is not of the form {@code advance.first}. */
    public static RuleFamilyId of(String family) {
        if (family.length() > 80 || !NAME.matcher(family).matches()) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", family).at("family");
        }
        return new RuleFamilyId(RuleRef.streamOf(family));
    }

    @Override
    public String toString() {
        return value;
    }
}
