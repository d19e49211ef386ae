package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.time.Month;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * The days on which a budget year takes postings (TT 26/2026/TT-BTC; domain.md 2.9): drawn up to its last day, booked by
 * the treasury up to the end of the adjustment period in the next January.
 */
final class YearEnd {
    private static final String FAMILY = "budget-year.close";

    private final Rules rules;

    YearEnd(Rules rules) {
        this.rules = rules;
    }

    void requireDrawable(int year, LocalDate on) {
        Applied rule = rules.on(FAMILY, on);
        LocalDate last = LocalDate.of(year, Month.DECEMBER, 31);
        rule.refuseUnless(
                on.getYear() == year, ErrorCode.APPROPRIATION_YEAR_CLOSED, "year", year, "limit", last, "actual", on);
    }

    void requireBookable(int year, LocalDate on) {
        Applied rule = rules.on(FAMILY, on);
        if (rule.version().isEmpty()) return;
        LocalDate last = LocalDate.of(year, Month.DECEMBER, 31).plusDays(rule.number("adjustmentDays"));
        boolean kept = on.getYear() >= year && !on.isAfter(last);
        rule.refuseUnless(kept, ErrorCode.APPROPRIATION_YEAR_CLOSED, "year", year, "limit", last, "actual", on);
    }
}
