package vn.minhchung.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * A due day as views show it: by the rule versions and calendars known at a position. Asked by {@link Key} through the
 * batch source {@code rules.due}; what no version in force sets is not among the answers.
 *
 * @param on the last day in time
 * @param workingDays counted on the decided calendars, else by calendar days
 * @param provisional the count ran over a year without a decided calendar
 */
public record DueDay(LocalDate on, boolean workingDays, boolean provisional, RuleVersionId rule) {
    private static final String TABLE = "deadline.";
    private static final String YEAR_END = "budget.year-end";

    /** The year-end calendar runs from December into the next spring: its days before July lie in the year after. */
    private static final int NEXT_YEAR_BEFORE = 7;

    /**
     * A question.
     *
     * @param position as known at
     * @param from the day counted from, which also selects the version
     * @param fixedDay the parameter that names a month and day at the end of that year; null where days are counted
     */
    public record Key(
            long position,
            String family,
            LocalDate from,
            @Nullable String fixedDay) {
        /** Counted from its trigger, by a row of the deadline table (domain.md 1.13). */
        public static Key counted(long position, String kind, LocalDate from) {
            return new Key(position, TABLE + kind, from, null);
        }

        /** A day of the year-end calendar (domain.md 2.9), by the version that holds when the budget year ends. */
        public static Key yearEnd(long position, String parameter, int year) {
            return new Key(position, YEAR_END, LocalDate.of(year, 12, 31), parameter);
        }
    }

    /** What this version answers. */
    public static DueDay of(RuleVersion rule, WorkingDays calendar, Key asked) {
        RuleVersionId id = RuleVersionId.of(rule.ref());
        if (asked.fixedDay() != null) {
            MonthDay day = MonthDay.parse("--" + rule.text(asked.fixedDay()));
            int year = asked.from().getYear() + (day.getMonthValue() < NEXT_YEAR_BEFORE ? 1 : 0);
            return new DueDay(day.atYear(year), false, false, id);
        }
        Worked due = RuleArithmetic.work(rule, calendar, "from", asked.from());
        return new DueDay(
                LocalDate.parse(due.text("on")),
                rule.text("unit").equals("WORKING_DAYS"),
                Boolean.parseBoolean(due.text("provisional")),
                id);
    }
}
