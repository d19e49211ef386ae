package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.budgets.SettlementEvent.TaskSettlementFiled;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.budgets.TaskSpendingEvent;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingAccepted;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingNoLongerAccepted;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Difference;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Worked;

/** Question 14: when the task's settlement is filed, less other money was spent than promised for the state money spent. */
final class CounterpartKept implements Check {
    private final Map<ProjectId, Spent> tasks = new HashMap<>();

    /** Accepted so far. */
    private record Spent(Vnd state, Vnd other) {
        Spent plus(List<SpendingSum> sums, boolean less) {
            Vnd stateSum = state;
            Vnd otherSum = other;
            for (SpendingSum sum : sums) {
                Vnd amount = less ? sum.amount().negate() : sum.amount();
                if (sum.source().state()) stateSum = stateSum.plus(amount);
                else otherSum = otherSum.plus(amount);
            }
            return new Spent(stateSum, otherSum);
        }
    }

    @Override
    public String family() {
        return "audit.counterpart";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case TaskSpendingEvent e -> {
                if (e instanceof TaskSpendingAccepted accepted) add(accepted.project(), accepted.sums(), false);
                if (e instanceof TaskSpendingNoLongerAccepted taken) add(taken.project(), taken.sums(), true);
            }
            case TaskSettlementFiled e ->
                out.rule(family(), e.filedOn()).ifPresent(rule -> judge(rule, recorded, e, out));
            default -> {
                // spends nothing
            }
        }
    }

    private void add(ProjectId project, List<SpendingSum> sums, boolean less) {
        tasks.merge(
                project,
                new Spent(Vnd.ZERO, Vnd.ZERO).plus(sums, less),
                (one, more) -> new Spent(one.state.plus(more.state), one.other.plus(more.other)));
    }

    private void judge(RuleVersion rule, Recorded recorded, TaskSettlementFiled e, Findings out) {
        TaskRecord task = out.tasks.of(e.project());
        Spent spent = tasks.getOrDefault(e.project(), new Spent(Vnd.ZERO, Vnd.ZERO));
        out.rules.of(task, "spending.counterpart", e.filedOn()).ifPresent(law -> {
            Worked worked = out.rules.work(
                    law,
                    "stateApprovedVnd",
                    task.stateBudget(),
                    "otherApprovedVnd",
                    task.otherBudget(),
                    "stateSpentVnd",
                    spent.state,
                    "otherSpentVnd",
                    spent.other);
            if (!worked.kept())
                out.hit(
                        rule,
                        AuditHitPart.COUNTERPART_SHORT,
                        task.id.value(),
                        Difference.of(spent.other, worked.vnd("requiredVnd")),
                        List.of(Ref.of(recorded)));
        });
    }
}
