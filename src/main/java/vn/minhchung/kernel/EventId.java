package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;

/** One recorded event: {@code event:<uuid>}, the same over every store. */
public record EventId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        Id.check("event", value);
    }

    public static EventId of(UUID uuid) {
        return of(uuid.toString());
    }

    /** Of an event by its bare uuid. */
    public static EventId of(String uuid) {
        return new EventId("event:" + uuid);
    }

    @Override
    public String toString() {
        return value;
    }
}
