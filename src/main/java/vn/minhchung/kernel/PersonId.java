package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A natural person, always opaque: the name stands elsewhere, under the person's key. */
public record PersonId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        Id.check("person", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
