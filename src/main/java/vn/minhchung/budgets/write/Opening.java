package vn.minhchung.budgets.write;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.OpeningBalance;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;

/**
 * The opening balances of one instalment, as the confirmed table states them.
 *
 * @param year of the takeover
 */
record Opening(TreasuryPaperId paper, int tranche, int year, List<OpeningBalance> balances) {

    /** @throws Refusal AMOUNT_NOT_POSITIVE, LINES_DO_NOT_SUM, INVALID_INPUT naming the row */
    void check(Vnd total, TaskFacts task) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < balances.size(); i++) check(balances.get(i), Integer.toString(i), task, keys);
        if (balances.isEmpty() || !paid().equals(total))
            throw Refusal.of(ErrorCode.LINES_DO_NOT_SUM, "limit", total.digits(), "actual", paid().digits())
                    .at("total");
    }

    private void check(OpeningBalance row, String at, TaskFacts task, Set<String> keys) {
        Lines.requireItem(row.item(), "balances", at);
        Lines.requireApproved(row.line(), row.source(), task, "balances", at);
        for (Vnd amount : List.of(row.advanced(), row.paidDirectly(), row.cleared(), row.returned()))
            Limits.requireNotNegative(amount, "balances", at);
        if (row.outstanding().isNegative())
            throw Refusal.of(
                            ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED,
                            "limit",
                            row.advanced().digits(),
                            "actual",
                            row.cleared().plus(row.returned()).digits(),
                            "remaining",
                            "0")
                    .at("balances", at);
        boolean settledBefore = row.year() < year && row.outstanding().isZero();
        if (row.year() != year && !settledBefore)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", row.year(), "expected", year)
                    .at("balances", at, "year");
        if (!keys.add(row.year() + " " + row.line() + " " + row.source() + " " + row.item()))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", row.item(), "expected", "one row for each key")
                    .at("balances", at);
    }

    /** What is still to be cleared or returned, as lines of the year of the takeover. */
    List<TreasuryPaperLine> outstanding() {
        return balances.stream()
                .filter(row -> row.outstanding().isPositive())
                .map(row -> new TreasuryPaperLine(
                        row.line(), row.item(), row.source(), row.outstanding(), "Số dư tạm ứng đầu kỳ"))
                .toList();
    }

    Vnd paid() {
        return sum(OpeningBalance::paid);
    }

    Map<LineCategory, Vnd> paidByLine() {
        Map<LineCategory, Vnd> paid = new EnumMap<>(LineCategory.class);
        balances.forEach(row -> paid.merge(row.line(), row.paid(), Vnd::plus));
        return paid;
    }

    /** In the year of the takeover: drawn from its appropriation. */
    Vnd paidInYear() {
        return Vnd.sum(balances.stream()
                .filter(row -> row.year() == year)
                .map(OpeningBalance::paid)
                .toList());
    }

    /** In the year of the takeover: spending at the treasury already, paid as such or cleared. */
    List<TreasuryPaperLine> spentInYear() {
        return balances.stream()
                .filter(row -> row.year() == year)
                .map(row -> new TreasuryPaperLine(
                        row.line(), row.item(), row.source(), row.paidDirectly().plus(row.cleared()), "Số dư đầu kỳ"))
                .filter(line -> line.amount().isPositive())
                .toList();
    }

    /** In earlier years, whose appropriations are closed and not in the system. */
    Vnd paidBefore() {
        return paid().minus(paidInYear());
    }

    /** Without what was returned. */
    Vnd advanced() {
        return sum(OpeningBalance::advanced).minus(sum(OpeningBalance::returned));
    }

    Vnd paidDirectly() {
        return sum(OpeningBalance::paidDirectly);
    }

    Vnd cleared() {
        return sum(OpeningBalance::cleared);
    }

    private Vnd sum(Function<OpeningBalance, Vnd> amount) {
        return Vnd.sum(balances.stream().map(amount).toList());
    }

    /** Every account of every row; what earlier years paid had been allocated then, and what was paid was received. */
    List<Posting> postings(AppropriationId appropriation, AppropriationKey code, ProjectId project) {
        Postings all = Postings.ofTranche(appropriation, code, project, tranche);
        for (OpeningBalance row : balances) {
            Postings of = row.year() == year
                    ? Postings.ofTranche(appropriation, code, project, tranche)
                    : Postings.ofTaskInYear(row.year(), project, tranche);
            all.and(of.add(LedgerAccount.ADVANCED, line(row, row.advanced()))
                    .add(LedgerAccount.PAID_DIRECTLY, line(row, row.paidDirectly()))
                    .add(LedgerAccount.CLEARED, line(row, row.cleared()))
                    .add(LedgerAccount.RETURNED, line(row, row.returned()))
                    .add(LedgerAccount.HOST_RECEIVED, line(row, row.paid())));
            if (row.year() != year)
                all.and(Postings.ofTaskInYear(row.year(), project, null).add(LedgerAccount.ALLOCATED, row.paid()));
        }
        return all.list();
    }

    private static List<TreasuryPaperLine> line(OpeningBalance row, Vnd amount) {
        return List.of(new TreasuryPaperLine(row.line(), row.item(), row.source(), amount, ""));
    }
}
