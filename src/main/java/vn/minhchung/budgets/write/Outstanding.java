package vn.minhchung.budgets.write;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;

/**
 * What of one executed advance is still to be cleared or returned, by line and item: never negative (domain.md 2.8,
 * invariant 3). A clearing or return binds its lines from the day it is prepared, so two papers never settle the same đồng.
 */
final class Outstanding {
    private static final String REST = "Số dư tạm ứng";

    /** Booked, and neither bound nor settled. */
    private final Map<LineKey, Vnd> open = new HashMap<>();

    /** It was carried over to the next year. */
    private boolean moved;

    private final Map<TreasuryPaperId, List<TreasuryPaperLine>> bound = new HashMap<>();
    private final Map<TreasuryPaperId, List<TreasuryPaperLine>> settled = new HashMap<>();

    /** @throws Refusal ADVANCE_OUTSTANDING_EXCEEDED naming what is left of the line */
    void require(List<TreasuryPaperLine> lines) {
        Lines.byKey(lines).forEach((key, asked) -> {
            Vnd left = open.getOrDefault(key, Vnd.ZERO);
            if (asked.isMoreThan(left))
                throw Refusal.of(
                                ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED,
                                "line",
                                key.line() + " " + key.item(),
                                "limit",
                                left.digits(),
                                "actual",
                                asked.digits(),
                                "remaining",
                                left.digits())
                        .at("lines");
        });
    }

    /** True while no paper binds or has settled anything of it, and it stands where it was drawn. */
    boolean untouched() {
        return bound.isEmpty() && settled.isEmpty() && !moved;
    }

    /** Neither bound nor settled, by line and item. */
    List<TreasuryPaperLine> lines() {
        return open.entrySet().stream()
                .filter(each -> each.getValue().isPositive())
                .map(each -> new TreasuryPaperLine(
                        each.getKey().line(),
                        each.getKey().item(),
                        each.getKey().source(),
                        each.getValue(),
                        REST))
                .sorted(Comparator.comparing(TreasuryPaperLine::line).thenComparing(TreasuryPaperLine::item))
                .toList();
    }

    /** @throws Refusal ADVANCE_BOUND naming a paper that is to settle a part of it */
    void requireUnbound() {
        bound.keySet().stream().findFirst().ifPresent(by -> {
            throw Refusal.of(ErrorCode.ADVANCE_BOUND, "id", by.value());
        });
    }

    void moved() {
        moved = true;
    }

    void booked(List<TreasuryPaperLine> lines) {
        add(lines, 1);
    }

    void bind(TreasuryPaperId by, List<TreasuryPaperLine> lines) {
        bound.put(by, lines);
        add(lines, -1);
    }

    void unbind(TreasuryPaperId by) {
        add(bound.getOrDefault(by, List.of()), 1);
        bound.remove(by);
    }

    void settle(TreasuryPaperId by, List<TreasuryPaperLine> lines) {
        unbind(by);
        settled.put(by, lines);
        add(lines, -1);
    }

    void reverse(TreasuryPaperId by, List<TreasuryPaperLine> boundAgain) {
        add(settled.getOrDefault(by, List.of()), 1);
        settled.remove(by);
        bind(by, boundAgain);
    }

    private void add(List<TreasuryPaperLine> lines, int sign) {
        lines.forEach(line -> open.merge(
                LineKey.of(line), sign > 0 ? line.amount() : line.amount().negate(), Vnd::plus));
    }
}
