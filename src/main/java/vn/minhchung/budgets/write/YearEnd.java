package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.time.MonthDay;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * The days on which a budget year takes postings (domain.md 2.9): drawn up to its last day, booked by the treasury up to
 * the end of the adjustment period in the next January. A day within the year itself asks no rule.
 */
final class YearEnd {
    private final Rules rules;

    YearEnd(Rules rules) {
        this.rules = rules;
    }

    void requireDrawable(int year, LocalDate on) {
        if (on.getYear() != year) require(year, on, "lastDraw", year);
    }

    void requireBookable(int year, LocalDate on) {
        if (on.getYear() != year) require(year, on, "adjustmentEnds", year + 1);
    }

    private void require(int year, LocalDate on, String parameter, int endsIn) {
        Applied rule = rules.on("budget.year-end", on);
        rule.version().ifPresent(version -> {
            LocalDate last = MonthDay.parse("--" + version.text(parameter)).atYear(endsIn);
            rule.refuseUnless(
                    on.getYear() >= year && !on.isAfter(last),
                    ErrorCode.APPROPRIATION_YEAR_CLOSED,
                    "year",
                    year,
                    "limit",
                    last,
                    "actual",
                    on);
        });
    }
}
