package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** An S&T task (nhiệm vụ): running, or past as a source publishes it. */
public record ProjectId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProjectId {
        Id.check("project", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
