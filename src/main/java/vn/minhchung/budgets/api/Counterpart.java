package vn.minhchung.budgets.api;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import vn.minhchung.budgets.LedgerQuery.Sum;
import vn.minhchung.kernel.Vnd;

/**
 * Money that is not the state's beside the state's, approved and accepted as spent. At the end of a task the two ratios are
 * equal (TTLT 27/2015; domain.md 2.4).
 *
 * @param approvedRatioBp other money in hundredths of a percent of the state's, rounded down; zero without state money
 * @param missing what would have to be spent of other money for the approved ratio
 */
record Counterpart(Vnd approved, Vnd spent, int approvedRatioBp, int spentRatioBp, Vnd missing) {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    static Counterpart of(List<Sum> approved, List<Sum> spent) {
        Vnd stateApproved = sum(approved, true);
        Vnd otherApproved = sum(approved, false);
        Vnd stateSpent = sum(spent, true);
        Vnd otherSpent = sum(spent, false);
        return new Counterpart(
                otherApproved,
                otherSpent,
                ratio(otherApproved, stateApproved),
                ratio(otherSpent, stateSpent),
                required(stateApproved, otherApproved, stateSpent)
                        .minus(otherSpent)
                        .max(Vnd.ZERO));
    }

    private static Vnd sum(List<Sum> sums, boolean state) {
        return Vnd.sum(sums.stream()
                .filter(sum -> Objects.requireNonNull(sum.source()).state() == state)
                .map(Sum::amount)
                .toList());
    }

    private static int ratio(Vnd other, Vnd state) {
        if (!state.isPositive()) return 0;
        return big(other).multiply(WHOLE).divide(big(state)).intValueExact();
    }

    private static Vnd required(Vnd stateApproved, Vnd otherApproved, Vnd stateSpent) {
        if (!stateApproved.isPositive()) return Vnd.ZERO;
        BigInteger[] parts = big(otherApproved).multiply(big(stateSpent)).divideAndRemainder(big(stateApproved));
        return Vnd.of(parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0));
    }

    private static BigInteger big(Vnd amount) {
        return BigInteger.valueOf(amount.amount());
    }
}
