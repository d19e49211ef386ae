package vn.minhchung.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import vn.minhchung.kernel.Id;

/** The working-day calendar of one year, {@code calendar:2025}. */
@Id.Kind("calendar")
public record CalendarYearId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CalendarYearId {
        Id.check("calendar", value);
    }

    public static CalendarYearId of(int year) {
        return new CalendarYearId("calendar:%04d".formatted(year));
    }

    @Override
    public String toString() {
        return value;
    }
}
