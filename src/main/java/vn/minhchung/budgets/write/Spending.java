package vn.minhchung.budgets.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;

/** The spending of one year appropriation as the yearly settlement reports it: by task, instalment, line, item and source. */
final class Spending {
    private final Map<Key, Vnd> sums = new LinkedHashMap<>();

    private record Key(ProjectId project, int tranche, LineKey line) {}

    /** @param sign −1 takes back what had been added */
    void add(ProjectId project, int tranche, List<TreasuryPaperLine> lines, int sign) {
        for (TreasuryPaperLine line : lines) {
            Key key = new Key(project, tranche, LineKey.of(line));
            Vnd sum = sums.getOrDefault(key, Vnd.ZERO)
                    .plus(sign > 0 ? line.amount() : line.amount().negate());
            if (sum.isZero()) sums.remove(key);
            else sums.put(key, sum);
        }
    }

    /** In the order the spending was booked in. */
    List<Posting> settled(AppropriationId appropriation, AppropriationKey code) {
        return sums.entrySet().stream()
                .flatMap(each -> Postings.ofTranche(
                        appropriation,
                        code,
                        each.getKey().project(),
                        each.getKey().tranche())
                        .add(LedgerAccount.SETTLED_IN_YEAR, each.getKey().line(), each.getValue())
                        .list()
                        .stream())
                .toList();
    }
}
