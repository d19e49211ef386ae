package vn.minhchung.oversight;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** The object a hit is about, of whatever kind: a task, an account, a person, an appropriation, any stream. */
public record HitSubject(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HitSubject {
        Id.check(Id.kindOf(value), value);
    }

    @Override
    public String toString() {
        return value;
    }
}
