package vn.minhchung.kernel.text;

import java.time.LocalTime;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PartialDate;

/**
 * All that a text says about a moment: a date as precise as printed, or a day without its year, and perhaps a time of
 * day (the posting time of a web page, not the date of the act it reports).
 *
 * @param date null when the year is missing
 * @param dayWithoutYear set when, and only when, the year is missing
 */
public record StatedDate(
        @Nullable PartialDate date,
        @Nullable MonthDay dayWithoutYear,
        @Nullable LocalTime time) {

    public StatedDate {
        if ((date == null) == (dayWithoutYear == null)) {
            throw new IllegalArgumentException("either a date or a day without its year");
        }
    }

    static StatedDate of(PartialDate date) {
        return new StatedDate(date, null, null);
    }

    /** ISO 8601: {@code 2015-12}, {@code --01-05}, {@code 2023-12-25T04:21}. */
    @Override
    public String toString() {
        return (date != null ? date.value() : String.valueOf(dayWithoutYear)) + (time == null ? "" : "T" + time);
    }
}
