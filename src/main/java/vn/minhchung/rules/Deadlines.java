package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.Optional;

/** When something falls due: the deadline table is data (family {@code deadline.<kind>}), counted on the decided calendar. */
public interface Deadlines {
    /**
     * The due day of a kind, counted from its trigger; empty, with the warning {@code RULE_MISSING}, when no version of
     * that deadline is in force on the trigger's day.
     *
     * @param kind as in the deadline table, e.g. {@code refund-paid}
     */
    Optional<Due> due(String kind, LocalDate from);

    /**
     * A due day.
     *
     * @param provisional working days were counted over a year without a decided calendar
     * @param rule the version it rests on
     */
    record Due(LocalDate on, boolean provisional, RuleVersion rule) {}
}
