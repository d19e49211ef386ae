package vn.minhchung.budgets.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.minhchung.budgets.LineChange;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** Approved amounts by source, line and year: summed, compared, and the difference of two states. */
final class Shares {
    private record Key(FundSource source, LineCategory line, int year) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::source).thenComparing(Key::line).thenComparingInt(Key::year);

        static Key of(BudgetShare share) {
            return new Key(share.source(), share.line(), share.year());
        }
    }

    private Shares() {}

    static List<BudgetShare> of(List<EstimateItem> items) {
        return byKey(items.stream().map(EstimateItem::share).toList()).entrySet().stream()
                .map(e -> new BudgetShare(
                        e.getKey().source(), e.getKey().line(), e.getKey().year(), e.getValue()))
                .toList();
    }

    static Vnd total(List<BudgetShare> shares) {
        return Vnd.sum(shares.stream().map(BudgetShare::amount).toList());
    }

    /** All lines of either state, in a fixed order. */
    static List<LineChange> changes(List<BudgetShare> before, List<BudgetShare> after) {
        Map<Key, Vnd> old = byKey(before);
        Map<Key, Vnd> now = byKey(after);
        TreeSet<Key> keys = new TreeSet<>(Key.ORDER);
        keys.addAll(old.keySet());
        keys.addAll(now.keySet());
        List<LineChange> changes = new ArrayList<>();
        for (Key key : keys)
            changes.add(new LineChange(
                    key.source(),
                    key.line(),
                    key.year(),
                    old.getOrDefault(key, Vnd.ZERO),
                    now.getOrDefault(key, Vnd.ZERO)));
        return changes;
    }

    /** Every source, line and year has the same amount. @throws Refusal BUDGET_NOT_BALANCED naming the first that differs */
    static void requireSame(List<BudgetShare> stated, List<BudgetShare> approved) {
        for (LineChange line : changes(approved, stated))
            if (!line.before().equals(line.after()))
                throw unbalanced(line.source() + " " + line.line() + " " + line.year(), line.before(), line.after());
    }

    /** Money changes its line, never its source or its year. @throws Refusal BUDGET_NOT_BALANCED */
    static void requireSameBySourceAndYear(List<BudgetShare> before, List<BudgetShare> after) {
        Map<String, Vnd> difference = new TreeMap<>();
        Stream.concat(
                        after.stream(),
                        before.stream()
                                .map(s -> new BudgetShare(
                                        s.source(),
                                        s.line(),
                                        s.year(),
                                        s.amount().negate())))
                .forEach(s -> difference.merge(s.source() + " " + s.year(), s.amount(), Vnd::plus));
        difference.forEach((key, amount) -> {
            if (!amount.isZero())
                throw Refusal.of(ErrorCode.BUDGET_NOT_BALANCED, "line", key, "difference", amount.digits())
                        .at("items");
        });
    }

    /** Half of what changed: every đồng that left one line came to another. */
    static Vnd moved(List<LineChange> changes) {
        return Vnd.sum(changes.stream()
                .map(line -> line.after().minus(line.before()))
                .filter(Vnd::isPositive)
                .toList());
    }

    private static Map<Key, Vnd> byKey(List<BudgetShare> shares) {
        Map<Key, Vnd> sums = new TreeMap<>(Key.ORDER);
        shares.forEach(share -> sums.merge(Key.of(share), share.amount(), Vnd::plus));
        return sums;
    }

    private static Refusal unbalanced(String line, Vnd limit, Vnd actual) {
        return Refusal.of(
                        ErrorCode.BUDGET_NOT_BALANCED,
                        "line",
                        line,
                        "stated",
                        limit.digits(),
                        "summed",
                        actual.digits(),
                        "difference",
                        limit.minus(actual).digits())
                .at("items");
    }
}
