package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.minhchung.rules.DueDay;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.WorkingDays;
import vn.minhchung.rules.process.Shipped;

class SpendingDueTest {
    private static final LocalDate BEFORE_TET = LocalDate.of(2026, 2, 13);

    @Test
    void a_report_filed_before_tet_is_to_be_looked_at_within_twenty_days_that_are_worked() {
        DueDay.Key due = Objects.requireNonNull(WaitingStep.ACCEPT_SPENDING.due(1, BEFORE_TET));
        assertThat(due).isEqualTo(DueDay.Key.counted(1, "money-confirmation", BEFORE_TET));
        RuleVersion rule = Shipped.PROPOSALS.versions().stream()
                .filter(version ->
                        version.family().equals("deadline.money-confirmation") && version.validOn(BEFORE_TET))
                .findFirst()
                .orElseThrow();
        WorkingDays calendar = new WorkingDays(year -> Shipped.PROPOSALS.calendars().stream()
                .filter(decided -> decided.year() == year)
                .findFirst());

        // Tết is 14 to 22 February
        assertThat(RuleArithmetic.work(rule, calendar, "from", BEFORE_TET).text("on"))
                .isEqualTo("2026-03-20");
    }
}
