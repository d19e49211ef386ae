package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.Map;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.RuleRef;

/**
 * The rules as they stand inside the command being decided; every use is stored with the command's events. For desks and
 * aggregates only, views and controllers read the rules' views.
 */
public interface Rules {
    /** The version in force on the date; a neighbour is never used. */
    Applied on(String family, LocalDate date);

    /** The version a task was pinned to, for as long as it was not withdrawn. */
    Applied pinned(String family, String version);

    /** The version a task was pinned to, or where it was pinned to none of this family the one in force on the date. */
    default Applied forTask(Map<String, RuleRef> pinned, String family, LocalDate date) {
        RuleRef ref = pinned.get(family);
        return ref == null ? on(family, date) : pinned(ref.family(), ref.version());
    }

    /**
     * The version a task is pinned to by a trigger fact of this date: its {@code ref()} is what the task's event keeps.
     * Empty, with the warning, when none is in force.
     */
    default Applied pin(String family, LocalDate triggerDate) {
        return on(family, triggerDate);
    }

    /** Whether the day is worked, by the decided calendar of its year. */
    boolean workingDay(LocalDate date);

    /** The {@code days}-th working day after the date (before it when negative). */
    default LocalDate addWorkingDays(LocalDate date, int days) {
        return countWorkingDays(date, days).date();
    }

    /** As {@link #addWorkingDays}, and says which years had no decided calendar. */
    CountedDay countWorkingDays(LocalDate date, int days);

    /**
     * Two acts that one person may not do both, e.g. {@code four-eyes.record-confirm}. Refused with FOUR_EYES as the rule
     * and the director's switch say, and always while no version is in force.
     *
     * @param one everybody acting or represented on one side: {@code decision.persons(role)}
     * @param other the same for the other side
     */
    void twoPersons(String family, LocalDate date, Iterable<PersonId> one, Iterable<PersonId> other);
}
