package vn.minhchung.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The working days of one year: Monday to Friday without the days off, and with the weekend days worked in exchange.
 *
 * @param daysOff public holidays, Tết, days in lieu and swapped days
 * @param workedWeekends Saturdays or Sundays worked for a swapped day (hoán đổi ngày làm việc)
 * @param source the announcement it rests on
 */
public record CalendarYear(
        int year, Confidence confidence, LegalSource source, List<DayOff> daysOff, List<LocalDate> workedWeekends) {

    public boolean works(LocalDate date) {
        if (date.getYear() != year) throw new IllegalArgumentException(date + " is not in " + year);
        if (workedWeekends.contains(date)) return true;
        return !weekend(date) && daysOff.stream().noneMatch(off -> Objects.equals(off.date(), date));
    }

    public static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
