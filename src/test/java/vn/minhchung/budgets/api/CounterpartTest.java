package vn.minhchung.budgets.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LedgerQuery.Sum;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;

class CounterpartTest {
    @ParameterizedTest
    @CsvSource({
        // approved 900 and 300: a third; missing is rounded up to a whole đồng
        "900, 300, 600, 200, 3333, 3333, 0",
        "900, 300, 600, 199, 3333, 3316, 1",
        "900, 300, 601, 200, 3333, 3327, 1",
        "900, 300, 0, 0, 3333, 0, 0",
        "900, 300, 600, 250, 3333, 4166, 0",
        "900, 0, 600, 0, 0, 0, 0",
        "0, 300, 0, 100, 0, 0, 0"
    })
    void other_money_is_shown_beside_the_states_with_both_ratios_and_what_is_missing(
            long stateApproved,
            long otherApproved,
            long stateSpent,
            long otherSpent,
            int approvedRatio,
            int spentRatio,
            long missing) {
        Counterpart shown = Counterpart.of(sums(stateApproved, otherApproved), sums(stateSpent, otherSpent));

        assertThat(shown)
                .isEqualTo(new Counterpart(
                        Vnd.of(otherApproved), Vnd.of(otherSpent), approvedRatio, spentRatio, Vnd.of(missing)));
    }

    private static List<Sum> sums(long state, long other) {
        return List.of(
                sum(FundSource.STATE_BUDGET, state), sum(FundSource.COUNTERPART, other), sum(FundSource.OTHER, 0));
    }

    private static Sum sum(FundSource source, long amount) {
        return new Sum(LedgerAccount.SPENT, null, source, null, null, null, Vnd.of(amount));
    }
}
