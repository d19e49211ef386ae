package vn.minhchung.projects.write;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TranchePlan;

/**
 * A change of the approved budget, and what of it may not change (TTLT 27/2015/TTLT-BKHCN-BTC; domain notes 1.7 and 2.4):
 * the khoán part keeps its lines, a mission abroad never costs more, the host's own money never falls.
 *
 * @param after all shares; the lists of one budget have each source, line and year once
 * @param tranches the contract's plan after the change; empty where it stays
 */
record BudgetChange(List<BudgetShare> before, List<BudgetShare> after, List<TranchePlan> tranches, KhoanMode mode) {
    /** Lines that are not khoán when only parts are: without norms, or bought, or abroad. */
    private static final Set<LineCategory> NON_KHOAN =
            EnumSet.of(LineCategory.MATERIALS, LineCategory.EQUIPMENT, LineCategory.MISSIONS_ABROAD);

    private record Line(FundSource source, LineCategory line) {}

    /** @throws Refusal ADJUSTMENT_FORBIDDEN naming the line, INVALID_INPUT where nothing changes */
    void check(AdjustmentKind kind) {
        if (new HashSet<>(before).equals(new HashSet<>(after)))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "another budget")
                    .at("content", "budget");
        switch (kind) {
            case NON_KHOAN_BUDGET -> {
                requireSame(share -> !share.source().state());
                requireSame(share -> share.source().state() && !nonKhoan(share.line()));
                requireNoRise(new Line(FundSource.STATE_BUDGET, LineCategory.MISSIONS_ABROAD));
            }
            case REPHASING -> requireSameTotals();
            case COUNTERPART -> {
                requireSame(share -> share.source().state());
                requireNoFall();
            }
            case TITLE,
                    GOAL,
                    PRODUCT,
                    CONTENT,
                    KHOAN_TOTAL,
                    KHOAN_MODE,
                    EXTENSION,
                    SHORTENING,
                    INVESTIGATOR,
                    HOST,
                    MEMBERS,
                    MATERIALS,
                    EQUIPMENT,
                    MISSION_ABROAD -> throw new IllegalArgumentException(kind + " changes no budget");
        }
    }

    /** By how much state money grows; negative when it shrinks. */
    Vnd stateIncrease() {
        return sum(after, share -> share.source().state())
                .minus(sum(before, share -> share.source().state()));
    }

    Vnd stateAfter() {
        return sum(after, share -> share.source().state());
    }

    /** Whether any line that is not khoán gets more state money: what needs an opinion. */
    boolean raisesNonKhoan() {
        Map<Line, Vnd> earlier = totals(before);
        return totals(after).entrySet().stream()
                .filter(each ->
                        each.getKey().source().state() && nonKhoan(each.getKey().line()))
                .anyMatch(each -> each.getValue().isMoreThan(earlier.getOrDefault(each.getKey(), Vnd.ZERO)));
    }

    /** @throws Refusal BUDGET_BELOW_DRAWN naming the line or the instalment, and what is drawn of it */
    void requireCovers(Map<LineCategory, Vnd> drawn, Map<Integer, Vnd> drawnByTranche) {
        Map<Line, Vnd> left = totals(after);
        drawn.forEach((line, amount) -> require(
                "line",
                line.name(),
                left.getOrDefault(new Line(FundSource.STATE_BUDGET, line), Vnd.ZERO),
                amount,
                "budget"));
        if (tranches.isEmpty()) return;
        drawnByTranche.forEach((number, amount) -> {
            Vnd planned = Vnd.sum(tranches.stream()
                    .filter(tranche -> tranche.number() == number)
                    .map(TranchePlan::amount)
                    .toList());
            require("tranche", Integer.toString(number), planned, amount, "tranches");
        });
    }

    private static void require(String of, String what, Vnd limit, Vnd drawn, String field) {
        if (drawn.isMoreThan(limit))
            throw Refusal.of(
                            ErrorCode.BUDGET_BELOW_DRAWN,
                            "of",
                            of,
                            of,
                            what,
                            "limit",
                            limit.digits(),
                            "actual",
                            drawn.digits())
                    .at("content", field);
    }

    /**
     * The contract's plan fits the state money after the change.
     *
     * @param value of the contract now; null before one
     */
    void checkContract(@Nullable Vnd value) {
        Vnd state = stateAfter();
        Vnd newValue = value;
        if (!tranches.isEmpty()) {
            newValue = Vnd.sum(tranches.stream().map(TranchePlan::amount).toList());
            ContractContent.tranches(tranches, newValue);
        }
        if (newValue != null && newValue.isMoreThan(state))
            throw Refusal.of(
                            ErrorCode.BUDGET_NOT_BALANCED,
                            "limit",
                            state.digits(),
                            "actual",
                            newValue.digits(),
                            "difference",
                            newValue.minus(state).digits())
                    .at("content", "tranches");
    }

    private boolean nonKhoan(LineCategory line) {
        return mode == KhoanMode.TUNG_PHAN && NON_KHOAN.contains(line);
    }

    private void requireSame(Predicate<BudgetShare> fixed) {
        Set<BudgetShare> then = new HashSet<>(before.stream().filter(fixed).toList());
        Set<BudgetShare> now = new HashSet<>(after.stream().filter(fixed).toList());
        if (then.equals(now)) return;
        BudgetShare other = now.stream()
                .filter(share -> !then.contains(share))
                .findFirst()
                .orElseGet(() -> then.stream()
                        .filter(share -> !now.contains(share))
                        .findFirst()
                        .orElseThrow());
        throw forbidden(new Line(other.source(), other.line()));
    }

    private void requireSameTotals() {
        Map<Line, Vnd> then = totals(before);
        Map<Line, Vnd> now = totals(after);
        Set<Line> all = new HashSet<>(then.keySet());
        all.addAll(now.keySet());
        all.stream()
                .filter(line -> !then.getOrDefault(line, Vnd.ZERO).equals(now.getOrDefault(line, Vnd.ZERO)))
                .findFirst()
                .ifPresent(line -> {
                    throw forbidden(line);
                });
    }

    private void requireNoRise(Line line) {
        Vnd then = totals(before).getOrDefault(line, Vnd.ZERO);
        Vnd now = totals(after).getOrDefault(line, Vnd.ZERO);
        if (now.isMoreThan(then)) throw forbidden(line, then, now);
    }

    private void requireNoFall() {
        Vnd then = sum(before, share -> !share.source().state());
        Vnd now = sum(after, share -> !share.source().state());
        if (then.isMoreThan(now)) throw forbidden(new Line(FundSource.COUNTERPART, LineCategory.OTHER), then, now);
    }

    private static Refusal forbidden(Line line) {
        return Refusal.of(ErrorCode.ADJUSTMENT_FORBIDDEN, "source", line.source(), "line", line.line())
                .at("content", "budget");
    }

    private static Refusal forbidden(Line line, Vnd limit, Vnd actual) {
        return Refusal.of(
                        ErrorCode.ADJUSTMENT_FORBIDDEN,
                        "source",
                        line.source(),
                        "line",
                        line.line(),
                        "limit",
                        limit.digits(),
                        "actual",
                        actual.digits())
                .at("content", "budget");
    }

    private static Map<Line, Vnd> totals(List<BudgetShare> shares) {
        Map<Line, Vnd> totals = new LinkedHashMap<>();
        shares.forEach(share -> totals.merge(new Line(share.source(), share.line()), share.amount(), Vnd::plus));
        return totals;
    }

    private static Vnd sum(List<BudgetShare> shares, Predicate<BudgetShare> of) {
        return Vnd.sum(shares.stream().filter(of).map(BudgetShare::amount).toList());
    }
}
