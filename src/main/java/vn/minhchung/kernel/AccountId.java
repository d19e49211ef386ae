package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A log-in of one person. */
public record AccountId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        Id.check("account", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
