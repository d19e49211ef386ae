package vn.minhchung.rules.write;

import static vn.minhchung.rules.RulesExamples.YEAR_2025;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.rules.CalendarCommand.ConfirmCalendarYear;
import vn.minhchung.rules.CalendarCommand.DecideCalendarYear;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.CalendarEvent.CalendarYearRecorded;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.DayOff;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class CalendarDecisionsTest {
    private static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    private static final Decision BY_OFFICER = Decisions.recorded("officer", Role.OFFICER, Role.DIRECTOR);

    private final DecisionFixture fixture = RulesFixture.of();

    @Test
    void the_director_decides_a_year() {
        fixture.when(decide(YEAR_2025), DIRECTOR).expectEvents(new CalendarYearDecided(2025, YEAR_2025));
    }

    @Test
    void a_later_swap_decides_the_year_again_and_the_same_list_does_not() {
        CalendarYear swapped = with(
                List.of(new DayOff(LocalDate.of(2025, 12, 31), "Hoán đổi", "Swapped")),
                List.of(LocalDate.of(2025, 12, 27)));
        fixture.given(decide(YEAR_2025), DIRECTOR);

        fixture.when(decide(YEAR_2025), DIRECTOR).expectRefusal(ErrorCode.ALREADY_EXISTS);
        fixture.when(decide(swapped), DIRECTOR).expectEvents(new CalendarYearDecided(2025, swapped));
    }

    @Test
    void recorded_from_paper_it_is_confirmed_by_a_second_person() {
        RulesFixture.givenPair(fixture, "four-eyes.rules");
        fixture.when(decide(YEAR_2025), BY_OFFICER)
                .expectEvents(new CalendarYearRecorded(
                        2025,
                        YEAR_2025,
                        Stream.of(Decisions.person("officer"), Decisions.person("DIRECTOR on paper"))
                                .sorted(Comparator.comparing(PersonId::value))
                                .toList()));

        fixture.when(new ConfirmCalendarYear(2025), Decisions.taken("officer", Role.OFFICER))
                .expectRefusal(ErrorCode.FOUR_EYES);
        fixture.when(new ConfirmCalendarYear(2025), Decisions.taken("other", Role.OFFICER))
                .expectEvents(new CalendarYearDecided(2025, YEAR_2025));
        fixture.when(new ConfirmCalendarYear(2025), DIRECTOR).expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void a_year_needs_a_basis_and_somebody_competent() {
        fixture.when(decide(YEAR_2025), RulesFixture.without(DIRECTOR, false, true))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        fixture.when(decide(YEAR_2025), Decisions.taken(Role.OFFICER)).expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
    }

    @Test
    void days_of_another_year_doubled_days_and_worked_weekdays_are_refused() {
        DayOff off = new DayOff(LocalDate.of(2025, 5, 2), "Hoán đổi", "Swapped");
        DayOff elsewhere = new DayOff(LocalDate.of(2024, 5, 2), "Khác năm", "Other year");

        fixture.when(decide(with(List.of(elsewhere), List.of())), DIRECTOR).expectRefusal(ErrorCode.INVALID_INPUT);
        fixture.when(decide(with(List.of(off, off), List.of())), DIRECTOR).expectRefusal(ErrorCode.INVALID_INPUT);
        fixture.when(decide(with(List.of(), List.of(LocalDate.of(2025, 5, 5)))), DIRECTOR)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    private static DecideCalendarYear decide(CalendarYear year) {
        return new DecideCalendarYear(
                year.year(), year.confidence(), year.source(), year.daysOff(), year.workedWeekends());
    }

    private static CalendarYear with(List<DayOff> off, List<LocalDate> worked) {
        return new CalendarYear(2025, YEAR_2025.confidence(), YEAR_2025.source(), off, worked);
    }
}
