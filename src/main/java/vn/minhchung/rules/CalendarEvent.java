package vn.minhchung.rules;

import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.PersonId;

/** What happened to the calendar of a year. */
public sealed interface CalendarEvent extends DomainEvent {
    int year();

    /**
     * The calendar of a year was recorded from its document; without effect until confirmed.
     *
     * @param recordedBy the recorder, everybody for whom the recorder acted, and the signatory of the paper
     */
    @EventType(name = "rules.CalendarYearRecorded")
    record CalendarYearRecorded(int year, CalendarYear calendar, List<PersonId> recordedBy) implements CalendarEvent {}

    /** The working days of a year are decided. */
    @EventType(name = "rules.CalendarYearDecided")
    record CalendarYearDecided(int year, CalendarYear calendar) implements CalendarEvent {}
}
