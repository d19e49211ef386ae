package vn.minhchung.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import vn.minhchung.kernel.Id;

/** The seal of one day's readings: {@code reading-seal:2026-02-10}. */
public record ReadingSealId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReadingSealId {
        Id.check("reading-seal", value);
    }

    public static ReadingSealId of(LocalDate day) {
        return new ReadingSealId("reading-seal:" + day);
    }

    @Override
    public String toString() {
        return value;
    }
}
