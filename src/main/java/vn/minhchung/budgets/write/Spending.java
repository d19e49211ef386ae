package vn.minhchung.budgets.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.CorrectionLine;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.SettlementLine;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;

/** The spending of one year appropriation as the yearly settlement reports it: by task, instalment, line, item and source. */
final class Spending {
    private final Map<Key, Vnd> sums = new LinkedHashMap<>();

    private record Key(ProjectId project, int tranche, LineKey line) {
        static Key of(CorrectionLine line) {
            return new Key(line.project(), line.tranche(), ClosedYear.key(line));
        }
    }

    /** @param sign −1 takes back what had been added */
    void add(ProjectId project, int tranche, List<TreasuryPaperLine> lines, int sign) {
        for (TreasuryPaperLine line : lines) {
            merge(
                    new Key(project, tranche, LineKey.of(line)),
                    sign > 0 ? line.amount() : line.amount().negate());
        }
    }

    private void merge(Key key, Vnd by) {
        Vnd sum = sums.getOrDefault(key, Vnd.ZERO).plus(by);
        if (sum.isZero()) sums.remove(key);
        else sums.put(key, sum);
    }

    /**
     * @throws Refusal CORRECTION_EXCEEDED where more would be taken back of a line than the year was settled with
     */
    void requireCorrectable(List<CorrectionLine> lines) {
        Map<Key, Vnd> after = new LinkedHashMap<>();
        for (CorrectionLine line : lines)
            after.merge(
                    Key.of(line),
                    sums.getOrDefault(Key.of(line), Vnd.ZERO).plus(line.change()),
                    (before, _) -> before.plus(line.change()));
        after.forEach((key, left) -> {
            if (left.isNegative())
                throw Refusal.of(
                                ErrorCode.CORRECTION_EXCEEDED,
                                "line",
                                key.line().line(),
                                "limit",
                                sums.getOrDefault(key, Vnd.ZERO).digits(),
                                "remaining",
                                left.digits())
                        .at("lines");
        });
    }

    void correct(List<CorrectionLine> lines) {
        lines.forEach(line -> merge(Key.of(line), line.change()));
    }

    Vnd total() {
        return Vnd.sum(sums.values());
    }

    /** By task, line and item, as the settlement of the year is filed. */
    List<SettlementLine> lines() {
        Map<SettlementLine, Vnd> lines = new LinkedHashMap<>();
        sums.forEach((key, sum) -> lines.merge(
                new SettlementLine(key.project(), key.line().line(), key.line().item(), Vnd.ZERO), sum, Vnd::plus));
        return lines.entrySet().stream()
                .map(each -> new SettlementLine(
                        each.getKey().project(),
                        each.getKey().line(),
                        each.getKey().item(),
                        each.getValue()))
                .toList();
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
