package vn.minhchung.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import vn.minhchung.kernel.Id;

/** The seal of one day's refused attempts: {@code refusal-seal:2026-02-10}. */
public record RefusalSealId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefusalSealId {
        Id.check("refusal-seal", value);
    }

    public static RefusalSealId of(LocalDate day) {
        return new RefusalSealId("refusal-seal:" + day);
    }

    @Override
    public String toString() {
        return value;
    }
}
