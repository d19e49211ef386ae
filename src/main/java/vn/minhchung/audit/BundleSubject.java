package vn.minhchung.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;

/** What evidence is exported of: an object of whatever kind. */
public record BundleSubject(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BundleSubject {
        if (!FORM.matcher(value).matches())
            throw Refusal.of(ErrorCode.MALFORMED_ID, "value", value, "expected", "<kind>:…");
    }

    @Override
    public String toString() {
        return value;
    }
}
