package vn.minhchung.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** A witnessed checkpoint that this log does not hold: {@code log-contradiction:<uuid>}, derived from its text. */
public record LogContradictionId(String value) implements Id {
    private static final String KIND = "log-contradiction";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LogContradictionId {
        Id.check(KIND, value);
    }

    public static LogContradictionId of(String checkpoint) {
        return new LogContradictionId(Id.derived(KIND, checkpoint));
    }

    @Override
    public String toString() {
        return value;
    }
}
