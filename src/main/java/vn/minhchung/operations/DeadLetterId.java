package vn.minhchung.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** Something a process could not do: {@code dead-letter:<uuid>}, derived from the process and the item. */
public record DeadLetterId(String value) implements Id {
    private static final String KIND = "dead-letter";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeadLetterId {
        Id.check(KIND, value);
    }

    public static DeadLetterId of(String process, String item) {
        return new DeadLetterId(Id.derived(KIND, process, item));
    }

    @Override
    public String toString() {
        return value;
    }
}
