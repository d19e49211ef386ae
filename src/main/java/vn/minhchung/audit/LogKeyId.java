package vn.minhchung.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** The keys of a log: {@code log-key:<uuid>}, derived from its origin. */
public record LogKeyId(String value) implements Id {
    private static final String KIND = "log-key";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LogKeyId {
        Id.check(KIND, value);
    }

    public static LogKeyId of(String origin) {
        return new LogKeyId(Id.derived(KIND, origin));
    }

    @Override
    public String toString() {
        return value;
    }
}
