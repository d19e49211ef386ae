package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.SortedSet;

/**
 * A day found by counting working days.
 *
 * @param undecidedYears years whose calendar was not decided: there only Saturdays and Sundays were left out, so the day
 *     may still move
 */
public record CountedDay(LocalDate date, SortedSet<Integer> undecidedYears) {
    public boolean provisional() {
        return !undecidedYears.isEmpty();
    }
}
