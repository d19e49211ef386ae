package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A text that comes in and is never given back: not in a log, not in JSON. For passwords in commands. */
public record Secret(String value) {
    private static final String MASKED = "•••";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Secret {}

    @JsonValue
    String masked() {
        return MASKED;
    }

    @Override
    public String toString() {
        return MASKED;
    }
}
