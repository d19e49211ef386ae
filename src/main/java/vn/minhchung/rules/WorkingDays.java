package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Counting on the decided calendars. A year without one is counted by Saturdays and Sundays alone, and the result says
 * so. An object serves one question: it remembers the years it has asked for.
 */
public final class WorkingDays {
    /** More than anything the law counts; stops a mistyped number. */
    private static final int MOST = 3_650;

    private final IntFunction<Optional<CalendarYear>> calendars;
    private final Map<Integer, Optional<CalendarYear>> asked = new HashMap<>();

    public WorkingDays(IntFunction<Optional<CalendarYear>> calendars) {
        this.calendars = calendars;
    }

    /** On the calendars decided by the moment these views show. */
    public static WorkingDays of(Collection<CalendarView> calendars) {
        Map<Integer, CalendarYear> decided = new HashMap<>();
        for (CalendarView calendar : calendars) {
            if (calendar.decided() != null) decided.put(calendar.year(), calendar.decided());
        }
        return new WorkingDays(year -> Optional.ofNullable(decided.get(year)));
    }

    public boolean works(LocalDate date) {
        return year(date.getYear()).map(year -> year.works(date)).orElseGet(() -> !CalendarYear.weekend(date));
    }

    /** The {@code days}-th working day after the date, before it when negative; the date itself for 0. */
    public CountedDay count(LocalDate from, int days) {
        if (Math.abs((long) days) > MOST) throw new IllegalArgumentException("too many working days: " + days);
        SortedSet<Integer> undecided = new TreeSet<>();
        int step = days < 0 ? -1 : 1;
        LocalDate day = from;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (year(day.getYear()).isEmpty()) undecided.add(day.getYear());
            if (works(day)) left--;
        }
        return new CountedDay(day, undecided);
    }

    private Optional<CalendarYear> year(int year) {
        return asked.computeIfAbsent(year, calendars::apply);
    }
}
