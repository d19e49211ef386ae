package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.GuardEvent.OfTask;
import vn.minhchung.budgets.GuardEvent.TaskFundsAllocated;
import vn.minhchung.budgets.GuardEvent.TaskFundsCleared;
import vn.minhchung.budgets.GuardEvent.TaskFundsClearingReversed;
import vn.minhchung.budgets.GuardEvent.TaskFundsCommitted;
import vn.minhchung.budgets.GuardEvent.TaskFundsHeld;
import vn.minhchung.budgets.GuardEvent.TaskFundsHoldLifted;
import vn.minhchung.budgets.GuardEvent.TaskFundsMeasureTakenBack;
import vn.minhchung.budgets.GuardEvent.TaskFundsMeasured;
import vn.minhchung.budgets.GuardEvent.TaskFundsReleased;
import vn.minhchung.budgets.GuardEvent.TaskFundsReturnReversed;
import vn.minhchung.budgets.GuardEvent.TaskFundsReturned;
import vn.minhchung.budgets.GuardEvent.TaskFundsSettled;
import vn.minhchung.budgets.GuardEvent.TaskFundsTakenBack;
import vn.minhchung.budgets.GuardEvent.TaskFundsTakenOver;
import vn.minhchung.budgets.GuardEvent.TaskFundsTakeoverReversed;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
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
    /** Bound or executed, less what came back, by instalment. */
    private final TreeMap<Integer, Vnd> drawn = new TreeMap<>();
    /** Of it, what is an advance. */
    private final TreeMap<Integer, Vnd> advanced = new TreeMap<>();

    private final TreeMap<Integer, Vnd> cleared = new TreeMap<>();
    private Vnd measured = Vnd.ZERO;

    /** Withdrawals that bound money once, and balances taken over. */
    private final Set<TreasuryPaperId> papers = new LinkedHashSet<>();

    private boolean held;
    private boolean settled;

    TaskFunds() {}

    Set<TreasuryPaperId> papers() {
        return Set.copyOf(papers);
    }

    Map<Integer, Vnd> drawnByTranche() {
        return Map.copyOf(drawn);
    }

    static String id(ProjectId project) {
        return "task-funds:" + project.value().substring(project.value().indexOf(':') + 1);
    }

    void allocate(AppropriationId appropriation, Vnd amount, TaskFacts task) {
        requireAllocatable(amount, task);
        apply(new TaskFundsAllocated(task.id(), appropriation, amount));
    }

    private void requireAllocatable(Vnd amount, TaskFacts task) {
        Vnd left = task.stateBudget().minus(allocated);
        Limits.require(ErrorCode.ALLOCATION_EXCEEDED, task.stateBudget(), left, amount, "amount");
    }

    void takeBack(ProjectId project, AppropriationId appropriation, Vnd amount) {
        apply(new TaskFundsTakenBack(project, appropriation, amount));
    }

    /**
     * Binds a withdrawal of an instalment. Earlier advances count without what was returned of them.
     *
     * @param inYear what the year's appropriation gives the task
     * @param volume true where it rests on a table of completed work
     */
    void commit(
            TreasuryPaperId paper,
            TreasuryPaperKind kind,
            int tranche,
            Vnd amount,
            TaskFacts task,
            Vnd inYear,
            boolean volume,
            AdvanceRules advances) {
        requireNotSettled();
        requireNotHeld();
        requireWithinPlan(task.tranche(tranche), in(drawn, tranche), amount);
        if (kind == TreasuryPaperKind.ADVANCE) {
            Vnd earlier = inOthers(advanced, tranche);
            if (earlier.isZero()) advances.first(task, in(advanced, tranche), amount, inYear);
            else {
                advances.next(task, earlier, inOthers(cleared, tranche));
                advances.volume(volume);
            }
        } else advances.volume(volume);
        apply(new TaskFundsCommitted(task.id(), paper, kind, tranche, amount));
    }

    /** The task is suspended, or its suspension is recorded: no money leaves for it. */
    void requireNotHeld() {
        if (held) throw Refusal.of(ErrorCode.TASK_SUSPENDED);
    }

    /** @throws Refusal TASK_SETTLED: settled once and for good, nothing is paid, cleared, returned or reversed any more */
    private void requireNotSettled() {
        if (settled) throw Refusal.of(ErrorCode.TASK_SETTLED);
    }

    void settle(ProjectId project, Vnd amount) {
        requireNotSettled();
        apply(new TaskFundsSettled(project, amount));
    }

    /** Held once: a suspended task that is terminated stays held. */
    void hold(ProjectId project) {
        if (!held) apply(new TaskFundsHeld(project));
    }

    void liftHold(ProjectId project) {
        if (held) apply(new TaskFundsHoldLifted(project));
    }

    /** Binds again what a reversed payment had not used. */
    void commitAgain(TreasuryPaperId paper, TreasuryPaperKind kind, int tranche, Vnd amount, TaskFacts task) {
        requireNotSettled();
        requireWithinPlan(task.tranche(tranche), in(drawn, tranche), amount);
        apply(new TaskFundsCommitted(task.id(), paper, kind, tranche, amount));
    }

    void release(ProjectId project, TreasuryPaperId paper, TreasuryPaperKind kind, int tranche, Vnd amount) {
        apply(new TaskFundsReleased(project, paper, kind, tranche, amount));
    }

    void clear(ProjectId project, TreasuryPaperId paper, int tranche, Vnd amount) {
        requireNotSettled();
        apply(new TaskFundsCleared(project, paper, tranche, amount));
    }

    void reverseClearing(ProjectId project, TreasuryPaperId paper, int tranche, Vnd amount) {
        requireNotSettled();
        apply(new TaskFundsClearingReversed(project, paper, tranche, amount));
    }

    void giveBack(ProjectId project, TreasuryPaperId paper, int tranche, Vnd amount) {
        requireNotSettled();
        apply(new TaskFundsReturned(project, paper, tranche, amount));
    }

    /** Refused where the instalment was drawn again since. */
    void reverseGiveBack(TreasuryPaperId paper, int tranche, Vnd amount, TaskFacts task) {
        requireNotSettled();
        requireWithinPlan(task.tranche(tranche), in(drawn, tranche), amount);
        apply(new TaskFundsReturnReversed(task.id(), paper, tranche, amount));
    }

    /**
     * Opening balances of an instalment nothing was drawn of yet. The rules on advances were applied when they were paid.
     *
     * @throws Refusal OPENING_AFTER_PAYMENT, TRANCHE_EXCEEDED, ALLOCATION_EXCEEDED
     */
    void takeOver(Opening opening, TaskFacts task) {
        requireNotSettled();
        int tranche = opening.tranche();
        if (drawn.getOrDefault(tranche, Vnd.ZERO).isPositive())
            throw Refusal.of(ErrorCode.OPENING_AFTER_PAYMENT, "tranche", tranche)
                    .at("tranche");
        requireWithinPlan(task.tranche(tranche), in(drawn, tranche), opening.paid());
        requireAllocatable(opening.paidBefore(), task);
        apply(new TaskFundsTakenOver(
                task.id(),
                opening.paper(),
                tranche,
                opening.paidBefore(),
                opening.advanced(),
                opening.paidDirectly(),
                opening.cleared()));
    }

    void reverseTakeover(Opening opening, ProjectId project) {
        requireNotSettled();
        apply(new TaskFundsTakeoverReversed(
                project,
                opening.paper(),
                opening.tranche(),
                opening.paidBefore(),
                opening.advanced(),
                opening.paidDirectly(),
                opening.cleared()));
    }

    private void takenOver(int tranche, Vnd before, Vnd asAdvance, Vnd directly, Vnd alreadyCleared) {
        allocated = allocated.plus(before);
        draw(TreasuryPaperKind.ADVANCE, tranche, asAdvance);
        draw(TreasuryPaperKind.PAYMENT, tranche, directly);
        cleared.merge(tranche, alreadyCleared, Vnd::plus);
    }

    /** Bound or paid by the treasury, without what came back. */
    Vnd received() {
        return Vnd.sum(drawn.values());
    }

    /** Advances cleared, and payments: spending at the treasury. */
    Vnd spentAtTreasury() {
        return received().minus(advanceOutstanding());
    }

    /** Advanced, and neither cleared nor returned. */
    Vnd advanceOutstanding() {
        return Vnd.sum(advanced.values()).minus(Vnd.sum(cleared.values()));
    }

    /** State money's worth of work completed so far, by confirmed tables. */
    Vnd measured() {
        return measured;
    }

    /** @throws Refusal VOLUME_EXCEEDED when more would be completed than the contract is worth */
    static void requireWithinContract(Vnd measured, Vnd amount, TaskFacts task) {
        Vnd worth = task.contractValue() == null ? Vnd.ZERO : task.contractValue();
        Vnd left = worth.minus(measured);
        Limits.require(ErrorCode.VOLUME_EXCEEDED, worth, left, amount, "total");
    }

    void measure(VolumeId volume, Vnd amount, TaskFacts task) {
        requireWithinContract(measured, amount, task);
        apply(new TaskFundsMeasured(task.id(), volume, amount));
    }

    void unmeasure(ProjectId project, VolumeId volume, Vnd amount) {
        apply(new TaskFundsMeasureTakenBack(project, volume, amount));
    }

    private static Vnd in(Map<Integer, Vnd> sums, int tranche) {
        return sums.getOrDefault(tranche, Vnd.ZERO);
    }

    private static Vnd inOthers(Map<Integer, Vnd> sums, int tranche) {
        return Vnd.sum(sums.values()).minus(in(sums, tranche));
    }

    /** @throws Refusal TRANCHE_EXCEEDED where the contract has no such instalment */
    static TranchePlan requirePlanned(@Nullable TranchePlan plan, Vnd amount) {
        if (plan == null)
            throw Limits.exceeded(ErrorCode.TRANCHE_EXCEEDED, Vnd.ZERO, Vnd.ZERO, amount)
                    .at("tranche");
        return plan;
    }

    private static void requireWithinPlan(@Nullable TranchePlan plan, Vnd before, Vnd amount) {
        TranchePlan planned = requirePlanned(plan, amount);
        Vnd left = planned.amount().minus(before);
        Limits.require(ErrorCode.TRANCHE_EXCEEDED, planned.amount(), left, amount, "tranche");
    }

    @EventSourcingHandler
    void evolve(OfTask event) {
        id = id(event.project());
        switch (event) {
            case TaskFundsAllocated e -> allocated = allocated.plus(e.amount());
            case TaskFundsTakenBack e -> allocated = allocated.minus(e.amount());
            case TaskFundsCommitted e -> {
                papers.add(e.paper());
                draw(e.kind(), e.tranche(), e.amount());
            }
            case TaskFundsReleased e -> draw(e.kind(), e.tranche(), e.amount().negate());
            case TaskFundsCleared e -> cleared.merge(e.tranche(), e.amount(), Vnd::plus);
            case TaskFundsClearingReversed e ->
                cleared.merge(e.tranche(), e.amount().negate(), Vnd::plus);
            case TaskFundsTakenOver e -> {
                papers.add(e.paper());
                takenOver(e.tranche(), e.amount(), e.advanced(), e.paidDirectly(), e.cleared());
            }
            case TaskFundsTakeoverReversed e ->
                takenOver(
                        e.tranche(),
                        e.amount().negate(),
                        e.advanced().negate(),
                        e.paidDirectly().negate(),
                        e.cleared().negate());
            case TaskFundsMeasured e -> measured = measured.plus(e.amount());
            case TaskFundsMeasureTakenBack e -> measured = measured.minus(e.amount());
            case TaskFundsReturned e ->
                draw(TreasuryPaperKind.ADVANCE, e.tranche(), e.amount().negate());
            case TaskFundsHeld _ -> held = true;
            case TaskFundsHoldLifted _ -> held = false;
            case TaskFundsSettled _ -> settled = true;
            case TaskFundsReturnReversed e -> draw(TreasuryPaperKind.ADVANCE, e.tranche(), e.amount());
        }
    }

    private void draw(TreasuryPaperKind kind, int tranche, Vnd amount) {
        drawn.merge(tranche, amount, Vnd::plus);
        if (kind == TreasuryPaperKind.ADVANCE) advanced.merge(tranche, amount, Vnd::plus);
    }
}
