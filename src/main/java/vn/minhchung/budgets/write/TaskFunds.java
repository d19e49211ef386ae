package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.GuardEvent.OfTask;
import vn.minhchung.budgets.GuardEvent.TaskFundsAllocated;
import vn.minhchung.budgets.GuardEvent.TaskFundsCommitted;
import vn.minhchung.budgets.GuardEvent.TaskFundsReleased;
import vn.minhchung.budgets.GuardEvent.TaskFundsTakenBack;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TranchePlan;

/**
 * Guard: the sums of one task over all years and appropriations. It is what the limits of a task's approval and contract
 * are decided on: allocations within the approved state money, instalments within the contract's plan, advances within the
 * rules.
 */
@AggregateRoot(type = "TaskFunds")
class TaskFunds {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private String id;

    private Vnd allocated = Vnd.ZERO;
    /** Bound or executed, by instalment. */
    private final TreeMap<Integer, Vnd> drawn = new TreeMap<>();

    TaskFunds() {}

    static String id(ProjectId project) {
        return "task-funds:" + project.value().substring(project.value().indexOf(':') + 1);
    }

    void allocate(AppropriationId appropriation, Vnd amount, TaskFacts task) {
        Vnd left = task.stateBudget().minus(allocated);
        if (amount.isMoreThan(left))
            throw Refusal.of(
                            ErrorCode.ALLOCATION_EXCEEDED,
                            "limit",
                            task.stateBudget().digits(),
                            "actual",
                            amount.digits(),
                            "remaining",
                            left.max(Vnd.ZERO).digits())
                    .at("amount");
        apply(new TaskFundsAllocated(task.id(), appropriation, amount));
    }

    void takeBack(ProjectId project, AppropriationId appropriation, Vnd amount) {
        apply(new TaskFundsTakenBack(project, appropriation, amount));
    }

    /**
     * Binds an advance of an instalment.
     *
     * @param inYear what the year's appropriation gives the task
     */
    void commit(TreasuryPaperId paper, int tranche, Vnd amount, TaskFacts task, Vnd inYear, AdvanceRules advances) {
        Vnd before = drawn.getOrDefault(tranche, Vnd.ZERO);
        requireWithinPlan(task.tranche(tranche), before, amount);
        Vnd earlier = Vnd.sum(drawn.values()).minus(before);
        if (earlier.isZero()) advances.first(task, before, amount, inYear);
        else advances.next(task, earlier, cleared());
        apply(new TaskFundsCommitted(task.id(), paper, tranche, amount));
    }

    void release(ProjectId project, TreasuryPaperId paper, int tranche, Vnd amount) {
        apply(new TaskFundsReleased(project, paper, tranche, amount));
    }

    /** Advances turned into spending: none can be recorded yet. */
    private static Vnd cleared() {
        return Vnd.ZERO;
    }

    private static void requireWithinPlan(@Nullable TranchePlan plan, Vnd before, Vnd amount) {
        if (plan == null)
            throw Refusal.of(ErrorCode.TRANCHE_EXCEEDED, "limit", "0", "actual", amount.digits(), "remaining", "0")
                    .at("tranche");
        Vnd left = plan.amount().minus(before);
        if (amount.isMoreThan(left))
            throw Refusal.of(
                            ErrorCode.TRANCHE_EXCEEDED,
                            "limit",
                            plan.amount().digits(),
                            "actual",
                            amount.digits(),
                            "remaining",
                            left.max(Vnd.ZERO).digits())
                    .at("tranche");
    }

    @EventSourcingHandler
    void evolve(OfTask event) {
        id = id(event.project());
        switch (event) {
            case TaskFundsAllocated e -> allocated = allocated.plus(e.amount());
            case TaskFundsTakenBack e -> allocated = allocated.minus(e.amount());
            case TaskFundsCommitted e -> drawn.merge(e.tranche(), e.amount(), Vnd::plus);
            case TaskFundsReleased e -> drawn.merge(e.tranche(), e.amount().negate(), Vnd::plus);
        }
    }
}
