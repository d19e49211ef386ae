package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.AppropriationEvent.AllocationReleased;
import vn.minhchung.budgets.AppropriationEvent.AppropriationEntryReversed;
import vn.minhchung.budgets.AppropriationEvent.TaskAllocated;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.GuardEvent;
import vn.minhchung.budgets.GuardEvent.TaskFundsCleared;
import vn.minhchung.budgets.GuardEvent.TaskFundsClearingReversed;
import vn.minhchung.budgets.GuardEvent.TaskFundsReturnReversed;
import vn.minhchung.budgets.GuardEvent.TaskFundsReturned;
import vn.minhchung.budgets.GuardEvent.TaskFundsTakenOver;
import vn.minhchung.budgets.TreasuryPaperEvent;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceSettled;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceSettlementReversed;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperEntryReversed;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Worked;

/**
 * Question 11: the first advance beyond its share, a further one before enough of the earlier was settled, the last
 * instalment before acceptance, advances outstanding long after the end. Judged when the treasury paid, by the rule the task
 * is pinned to.
 */
final class AdvancesKept implements Check {
    private final Map<ProjectId, Money> tasks = new HashMap<>();
    private final Map<TreasuryPaperId, WithdrawalPrepared> withdrawals = new HashMap<>();

    /** Of one task, by instalment where a map's key is a number. */
    private static final class Money {
        final TreeMap<Integer, Vnd> advanced = new TreeMap<>();
        final TreeMap<Integer, Vnd> cleared = new TreeMap<>();
        final Map<AppropriationId, Vnd> allocated = new HashMap<>();
        final Map<TreasuryPaperId, Advance> outstanding = new LinkedHashMap<>();

        @Nullable
        LocalDate watchedEnd;
    }

    private record Advance(Ref executed, Vnd amount) {}

    @Override
    public String family() {
        return "audit.advances";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case AppropriationEvent e -> appropriation(e);
            case GuardEvent.OfTask e -> guard(e);
            case TreasuryPaperEvent e -> paper(recorded, e, out);
            case ProjectEvent e -> watch(out.tasks.of(e.project()), out);
            default -> {
                // tells nothing about advances
            }
        }
    }

    private Money of(ProjectId project) {
        return tasks.computeIfAbsent(project, _ -> new Money());
    }

    private void appropriation(AppropriationEvent event) {
        if (event instanceof TaskAllocated e) add(of(e.project()).allocated, e.appropriation(), e.amount());
        else if (event instanceof AllocationReleased e)
            add(of(e.project()).allocated, e.appropriation(), e.amount().negate());
        else if (event instanceof AppropriationEntryReversed e && e.project() != null) {
            Vnd back = e.kind() == EntryKind.ALLOCATION ? e.amount().negate() : e.amount();
            add(of(e.project()).allocated, e.appropriation(), back);
        }
    }

    private void guard(GuardEvent.OfTask event) {
        Money money = of(event.project());
        if (event instanceof TaskFundsCleared e) add(money.cleared, e.tranche(), e.amount());
        else if (event instanceof TaskFundsClearingReversed e)
            add(money.cleared, e.tranche(), e.amount().negate());
        else if (event instanceof TaskFundsReturned e)
            add(money.advanced, e.tranche(), e.amount().negate());
        else if (event instanceof TaskFundsReturnReversed e) add(money.advanced, e.tranche(), e.amount());
        else if (event instanceof TaskFundsTakenOver e) {
            add(money.advanced, e.tranche(), e.advanced());
            add(money.cleared, e.tranche(), e.cleared());
        }
    }

    private void paper(Recorded recorded, TreasuryPaperEvent event, Findings out) {
        Money money = of(event.project());
        if (event instanceof WithdrawalPrepared e) withdrawals.put(e.paper(), e);
        else if (event instanceof TreasuryPaperExecuted e) {
            WithdrawalPrepared prepared = withdrawals.get(e.paper());
            if (prepared != null) executed(recorded, e, prepared.tranche(), money, out);
        } else if (event instanceof AdvanceSettled e) settle(money, e.paper(), e.total());
        else if (event instanceof AdvanceSettlementReversed e)
            settle(money, e.paper(), e.total().negate());
        else if (event instanceof TreasuryPaperEntryReversed e && e.kind() == EntryKind.ADVANCE) {
            WithdrawalPrepared prepared = withdrawals.get(e.paper());
            if (prepared == null) return;
            money.outstanding.remove(e.paper());
            add(money.advanced, prepared.tranche(), e.total().negate());
        }
    }

    private static void settle(Money money, TreasuryPaperId advance, Vnd amount) {
        money.outstanding.computeIfPresent(advance, (_, held) -> new Advance(held.executed, held.amount.minus(amount)));
    }

    private void executed(Recorded recorded, TreasuryPaperExecuted e, int tranche, Money money, Findings out) {
        TaskRecord task = out.tasks.of(e.project());
        Ref event = Ref.of(recorded);
        Optional<RuleVersion> audit = out.rule(family(), e.effectiveOn());
        if (e.kind() == TreasuryPaperKind.ADVANCE) {
            audit.ifPresent(rule -> advance(rule, e, tranche, task, money, event, out));
            add(money.advanced, tranche, e.total());
            money.outstanding.put(e.paper(), new Advance(event, e.total()));
        }
        Grade grade = task.grade;
        boolean passed = grade != null && grade.passed();
        if (task.last(tranche)
                && !passed
                && out.rules.on("payment.last", e.effectiveOn()).isPresent())
            audit.ifPresent(rule -> out.hit(
                    rule,
                    AuditHitPart.LAST_BEFORE_ACCEPTANCE,
                    task.id.value(),
                    Difference.words(grade == null ? "…" : grade.name(), Grade.PASSED.name()),
                    List.of(event)));
    }

    private static void advance(
            RuleVersion rule,
            TreasuryPaperExecuted e,
            int tranche,
            TaskRecord task,
            Money money,
            Ref event,
            Findings out) {
        Vnd earlier = others(money.advanced, tranche);
        if (earlier.isZero()) {
            out.rules.of(task, "advance.first", e.effectiveOn()).ifPresent(law -> {
                Vnd before = money.advanced.getOrDefault(tranche, Vnd.ZERO);
                Worked worked = out.rules.work(
                        law,
                        "stateBudgetVnd",
                        task.stateBudget(),
                        "yearAppropriationVnd",
                        money.allocated.getOrDefault(e.appropriation(), Vnd.ZERO),
                        "advancedVnd",
                        before,
                        "askedVnd",
                        e.total());
                if (!worked.kept())
                    out.hit(
                            rule,
                            AuditHitPart.FIRST_ADVANCE,
                            task.id.value(),
                            Difference.of(before.plus(e.total()), worked.vnd("maxVnd")),
                            List.of(event));
            });
        } else {
            out.rules.of(task, "advance.next", e.effectiveOn()).ifPresent(law -> {
                Vnd settled = others(money.cleared, tranche);
                Worked worked = out.rules.work(law, "advancedVnd", earlier, "settledVnd", settled);
                if (!worked.kept())
                    out.hit(
                            rule,
                            AuditHitPart.NEXT_ADVANCE,
                            task.id.value(),
                            Difference.of(settled, worked.vnd("requiredVnd")),
                            List.of(event));
            });
        }
    }

    /** The end moves: what was watched for another end is looked at no more. */
    private void watch(TaskRecord task, Findings out) {
        if (!task.approved()) return;
        LocalDate end =
                task.terminatedFrom != null && task.terminatedFrom.isBefore(task.end) ? task.terminatedFrom : task.end;
        Money money = of(task.id);
        if (end.equals(money.watchedEnd)) return;
        money.watchedEnd = end;
        out.rules.of(task, "advance.clearing", end).ifPresent(law -> {
            Worked worked = out.rules.work(law, "endedOn", end);
            look(task, end, LocalDate.parse(worked.text("clearBy")), AuditHitPart.ADVANCE_UNCLEARED, out);
            look(task, end, LocalDate.parse(worked.text("deductFrom")), AuditHitPart.ADVANCE_DEDUCTIBLE, out);
        });
    }

    private void look(TaskRecord task, LocalDate end, LocalDate lastDay, AuditHitPart part, Findings out) {
        Money money = of(task.id);
        out.after(
                lastDay,
                () -> out.rule(family(), lastDay).ifPresent(rule -> {
                    if (!end.equals(money.watchedEnd)) return;
                    out.after(lastDay.plusDays(rule.number("graceDays")), () -> {
                        if (end.equals(money.watchedEnd)) outstanding(rule, part, task, money, lastDay, out);
                    });
                }));
    }

    private static void outstanding(
            RuleVersion rule, AuditHitPart part, TaskRecord task, Money money, LocalDate lastDay, Findings out) {
        Vnd sum =
                Vnd.sum(money.outstanding.values().stream().map(Advance::amount).toList());
        if (!sum.isPositive()) return;
        List<Ref> events = new ArrayList<>();
        money.outstanding.values().stream()
                .filter(advance -> advance.amount.isPositive())
                .forEach(advance -> events.add(advance.executed));
        out.hit(
                rule,
                part,
                task.id.value(),
                lastDay.toString(),
                new Difference(sum.digits(), "0", sum.digits(), AuditHitUnit.VND),
                events);
    }

    private static <K> void add(Map<K, Vnd> sums, K key, Vnd amount) {
        sums.merge(key, amount, Vnd::plus);
    }

    private static Vnd others(Map<Integer, Vnd> sums, int tranche) {
        return Vnd.sum(sums.values()).minus(sums.getOrDefault(tranche, Vnd.ZERO));
    }
}
