package vn.minhchung.rules.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.rules.CalendarCommand.DecideCalendarYear;
import vn.minhchung.rules.CalendarEvent;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.CalendarEvent.CalendarYearRecorded;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.CalendarYearId;
import vn.minhchung.rules.DayOff;

/**
 * The decisions about one year's calendar: recorded and confirmed, or taken; the newest decided list holds. The
 * government may announce a swap after the year has begun, so a year may be decided again.
 */
@AggregateRoot(type = "CalendarYear")
class CalendarDecisions {
    private static final List<Role> DECIDERS = List.of(Role.DIRECTOR, Role.COMMITTEE);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private @Nullable CalendarYear decided;
    private @Nullable CalendarYear recorded;
    private List<PersonId> recordedBy = List.of();

    CalendarDecisions() {}

    void decide(DecideCalendarYear command, Decision decision) {
        if (decision.basis().isEmpty())
            throw Refusal.of(ErrorCode.BASIS_REQUIRED).at("decision", "basis");
        if (!DECIDERS.contains(decision.decidedBy().role())) {
            throw Refusal.of(ErrorCode.DECIDER_NOT_COMPETENT, "needed", DECIDERS);
        }
        CalendarYear calendar = new CalendarYear(
                command.year(), command.confidence(), command.source(), command.daysOff(), command.workedWeekends());
        requireSound(calendar);
        if (calendar.equals(decided)) throw Refusal.of(ErrorCode.ALREADY_EXISTS, "year", command.year());
        if (decision.recorded()) {
            apply(new CalendarYearRecorded(command.year(), calendar, Recorders.of(decision)));
        } else {
            apply(new CalendarYearDecided(command.year(), calendar));
        }
    }

    void confirm() {
        if (recorded == null) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED);
        apply(new CalendarYearDecided(recorded.year(), recorded));
    }

    Optional<CalendarYear> decided() {
        return Optional.ofNullable(decided);
    }

    List<PersonId> recordedBy() {
        return recordedBy;
    }

    @EventSourcingHandler
    void evolve(CalendarEvent event) {
        id = CalendarYearId.of(event.year()).value();
        switch (event) {
            case CalendarYearRecorded e -> {
                recorded = e.calendar();
                recordedBy = e.recordedBy();
            }
            case CalendarYearDecided e -> {
                decided = e.calendar();
                recorded = null;
                recordedBy = List.of();
            }
        }
    }

    /** Days of that year, each once; only weekend days can be worked in exchange, and none that is off. */
    private static void requireSound(CalendarYear calendar) {
        Set<LocalDate> seen = new HashSet<>();
        for (DayOff off : calendar.daysOff()) {
            if (off.date().getYear() != calendar.year() || !seen.add(off.date())) throw unsound(off.date(), "daysOff");
        }
        for (LocalDate worked : calendar.workedWeekends()) {
            if (worked.getYear() != calendar.year() || !CalendarYear.weekend(worked) || !seen.add(worked)) {
                throw unsound(worked, "workedWeekends");
            }
        }
    }

    private static Refusal unsound(LocalDate date, String field) {
        return Refusal.of(ErrorCode.INVALID_INPUT, "value", date).at(field);
    }
}
