package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What may be asked of the working-day calendar. Each yearly list is a dated decision. */
public sealed interface CalendarCommand extends Command {
    int year();

    @Override
    default String subject() {
        return CalendarYearId.of(year()).value();
    }

    /**
     * Decides the calendar of a year, whole; a later decision for the same year replaces it from then on. Taken by the
     * director, or recorded from the announcement and confirmed by a second person.
     */
    @MayBeSentBy(
            mutation = "decideCalendarYear",
            creates = true,
            roles = {Role.DIRECTOR, Role.OFFICER, Role.ADMIN},
            deciders = {Role.DIRECTOR, Role.COMMITTEE},
            seen = true)
    record DecideCalendarYear(
            int year, Confidence confidence, LegalSource source, List<DayOff> daysOff, List<LocalDate> workedWeekends)
            implements CalendarCommand {}

    /** A second person has compared the recorded calendar with its document. */
    @MayBeSentBy(
            mutation = "confirmCalendarYear",
            roles = {Role.DIRECTOR, Role.OFFICER, Role.ADMIN},
            seen = true)
    record ConfirmCalendarYear(int year) implements CalendarCommand {}
}
