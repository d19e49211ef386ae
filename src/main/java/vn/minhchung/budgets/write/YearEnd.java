package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.time.MonthDay;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * The days on which a budget year takes postings (domain.md 2.9): drawn up to its last day, booked by the treasury up to
 * the end of the adjustment period in the next January. A day within the year itself asks no rule.
 */
final class YearEnd {
    private static final String FAMILY = "budget.year-end";

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

    /** Advances that may not be carried over come back some days after everything else was booked. */
    void requireBookable(TreasuryPaperKind kind, int year, LocalDate on) {
        if (kind != TreasuryPaperKind.RETURN) requireBookable(year, on);
        else if (on.getYear() != year) require(year, on, "returnedBy", year + 1);
    }

    /** A clearing reaches the treasury two working days before the adjustment period ends. */
    void requireSendable(TreasuryPaperKind kind, int year, LocalDate on) {
        if (kind != TreasuryPaperKind.CLEARING) requireBookable(kind, year, on);
        else if (on.getYear() != year) require(year, on, "adjustmentDocumentsBy", year + 1);
    }

    /**
     * The adjustment period must be over, and everything of the year settled one way or the other: nothing held, no advance
     * outstanding that was neither carried over nor returned.
     */
    void requireClosable(int year, LocalDate on, Sums sums) {
        if (on.getYear() <= year) throw Refusal.of(ErrorCode.YEAR_NOT_READY, "problem", "running", "year", year);
        Applied rule = rules.on(FAMILY, on);
        rule.version().ifPresent(version -> {
            LocalDate ends =
                    MonthDay.parse("--" + version.text("adjustmentEnds")).atYear(year + 1);
            rule.refuseUnless(
                    on.isAfter(ends), ErrorCode.YEAR_NOT_READY, "problem", "adjusting", "year", year, "limit", ends);
        });
        requireNone(rule, sums.held(), "held", year);
        requireNone(rule, sums.advanceOutstanding(), "advance", year);
    }

    private static void requireNone(Applied rule, Vnd amount, String problem, int year) {
        rule.refuseUnless(
                amount.isZero(), ErrorCode.YEAR_NOT_READY, "problem", problem, "year", year, "actual", amount.digits());
    }

    private void require(int year, LocalDate on, String parameter, int endsIn) {
        Applied rule = rules.on(FAMILY, on);
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
