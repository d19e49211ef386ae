package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.EstimateCommand.ApproveEstimate;
import vn.minhchung.budgets.EstimateCommand.PlanLineMoves;
import vn.minhchung.budgets.EstimateCommand.ProposeEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnLineMoves;
import vn.minhchung.budgets.EstimateEvent;
import vn.minhchung.budgets.EstimateEvent.EstimateApproved;
import vn.minhchung.budgets.EstimateEvent.EstimateProposed;
import vn.minhchung.budgets.EstimateEvent.EstimateReturned;
import vn.minhchung.budgets.EstimateEvent.EstimateRevised;
import vn.minhchung.budgets.EstimateEvent.LineMovesPlanned;
import vn.minhchung.budgets.EstimateEvent.LineMovesReturned;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.budgets.EstimateState;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LineChange;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Rules;

/**
 * The estimate of one task. It is proposed by the host or an officer and approved by the director; from then on the host
 * moves khoán money between lines on plans its head approved before, and adjustments of the task revise it. Each of the
 * three makes a version; the newest is in force.
 */
@AggregateRoot(type = "Estimate")
class Estimate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private String id;

    private @Nullable EstimateState state;
    private OrganisationId host;
    private int version;
    private int entries;
    /** Waiting for a decision: a proposal, or the estimate as a plan would make it. */
    private List<EstimateItem> asked = List.of();

    private List<PersonId> askedBy = List.of();
    private List<EstimateItem> items = List.of();
    private List<BudgetShare> shares = List.of();
    private @Nullable String expertsException;

    Estimate() {}

    /** What is approved by line, after free moves; null while nothing is approved. */
    @Nullable
    List<BudgetShare> inForce() {
        return version == 0 ? null : shares;
    }

    /** Items in force; empty while there are none. */
    List<EstimateItem> items() {
        return items;
    }

    /** What would be approved if the plan were. @throws Refusal WRONG_STATE when none waits */
    List<BudgetShare> planned() {
        require(EstimateState.MOVES_PLANNED);
        return Shares.of(asked);
    }

    void decide(ProposeEstimate command, List<PersonId> by, TaskFacts task, Rules rules, Decision decision) {
        // a revision without items leaves the estimate to be proposed anew
        boolean open = state == null
                || state == EstimateState.RETURNED
                || (state == EstimateState.APPROVED && items.isEmpty());
        if (!open) throw wrongState();
        EstimateContent.check(command.items(), decision.today());
        List<BudgetShare> stated = Shares.of(command.items());
        Shares.requireSame(stated, version == 0 ? task.approved() : shares);
        new EstimateNorms(rules, task, decision.today()).check(command.items(), items);
        apply(new EstimateProposed(
                EstimateId.of(task.id()),
                task.id(),
                task.host(),
                command.items(),
                Shares.total(stated),
                by,
                decision.today()));
    }

    void decide(ReturnEstimate command, Decision decision) {
        decision.requireTaken();
        require(EstimateState.PROPOSED);
        apply(new EstimateReturned(
                estimate(command.project()), command.project(), host, Acting.reason(command.reason())));
    }

    void decide(ApproveEstimate command, TaskFacts task, Rules rules, Decision decision) {
        decision.requireTaken();
        require(EstimateState.PROPOSED);
        List<BudgetShare> stated = Shares.of(asked);
        // the approval may have been adjusted since the estimate was proposed
        Shares.requireSame(stated, version == 0 ? task.approved() : shares);
        EstimateNorms norms = new EstimateNorms(rules, task, decision.today());
        norms.check(asked, items);
        norms.checkExperts(asked, command.expertsException());
        rules.twoPersons(
                "four-eyes.estimate",
                decision.today(),
                askedBy,
                Acting.persons(decision, Role.DIRECTOR, Role.DEPUTY_DIRECTOR));
        apply(new EstimateApproved(
                estimate(command.project()),
                command.project(),
                version + 1,
                asked,
                Shares.changes(shares, stated),
                Shares.total(stated),
                command.expertsException() == null || PlainText.saysNothing(command.expertsException())
                        ? null
                        : command.expertsException().strip(),
                decision.effectiveOn()));
    }

    void decide(PlanLineMoves command, List<PersonId> by, TaskFacts task, Rules rules, Decision decision) {
        require(EstimateState.APPROVED);
        if (items.isEmpty()) throw wrongState();
        decision.requireBasis();
        EstimateContent.check(command.items(), decision.today());
        List<BudgetShare> after = Shares.of(command.items());
        requireMovable(command.items(), task, rules, decision.today());
        if (List.copyOf(command.items()).equals(items))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "same").at("items");
        List<LineChange> lines = Shares.changes(shares, after);
        apply(new LineMovesPlanned(
                estimate(command.project()),
                command.project(),
                task.host(),
                command.items(),
                lines,
                Shares.moved(lines),
                by,
                decision.today()));
    }

    void decide(ReturnLineMoves command) {
        require(EstimateState.MOVES_PLANNED);
        apply(new LineMovesReturned(estimate(command.project()), command.project(), Acting.reason(command.reason())));
    }

    /** The plan is approved by a person who neither wrote it nor leads the task. */
    void move(TaskFacts task, Rules rules, Decision decision) {
        require(EstimateState.MOVES_PLANNED);
        requireMovable(asked, task, rules, decision.today());
        List<PersonId> planners = new ArrayList<>(askedBy);
        planners.add(task.principalInvestigator());
        // A head who leads the task is represented in writing: the person who acts is compared, not who gave the power.
        rules.twoPersons("four-eyes.khoan-plan", decision.today(), planners, List.of(decision.person()));
        List<LineChange> lines = Shares.changes(shares, Shares.of(asked));
        apply(new MovedBetweenLines(
                EstimateId.of(task.id()),
                task.id(),
                version + 1,
                asked,
                lines,
                Shares.moved(lines),
                Entries.id(EstimateId.of(task.id()).value(), entries + 1),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                TaskPostings.of(task.id()).approved(lines).list()));
    }

    private void requireMovable(List<EstimateItem> after, TaskFacts task, Rules rules, LocalDate on) {
        Shares.requireSameBySourceAndYear(shares, Shares.of(after));
        new LineClasses(rules, task, on).requireOnlyKhoanMoved(items, after);
        EstimateNorms norms = new EstimateNorms(rules, task, on);
        norms.check(after, items);
        norms.checkExperts(after, expertsException);
    }

    /** Part of the decision on an adjustment, which posts the amounts itself. */
    void revise(
            TaskFacts task, String adjustment, List<EstimateItem> revised, List<BudgetShare> after, Decision decision) {
        List<BudgetShare> before = version == 0 ? task.approved() : shares;
        apply(new EstimateRevised(
                EstimateId.of(task.id()),
                task.id(),
                task.host(),
                version + 1,
                adjustment,
                revised,
                after,
                Shares.changes(before, after),
                Shares.total(after),
                decision.effectiveOn()));
    }

    private static EstimateId estimate(ProjectId project) {
        return EstimateId.of(project);
    }

    private void require(EstimateState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) throw wrongState();
    }

    private Refusal wrongState() {
        return Refusal.of(ErrorCode.WRONG_STATE, "state", state == null ? "NONE" : state);
    }

    @EventSourcingHandler
    void evolve(EstimateEvent event) {
        id = event.estimate().value();
        switch (event) {
            case EstimateProposed e -> {
                state = EstimateState.PROPOSED;
                host = e.host();
                asked = e.items();
                askedBy = e.proposedBy();
            }
            case EstimateReturned _ -> state = EstimateState.RETURNED;
            case EstimateApproved e -> {
                expertsException = e.expertsException();
                hold(e.version(), e.items(), Shares.of(e.items()));
            }
            case LineMovesPlanned e -> {
                state = EstimateState.MOVES_PLANNED;
                asked = e.items();
                askedBy = e.plannedBy();
            }
            case LineMovesReturned _ -> state = EstimateState.APPROVED;
            case MovedBetweenLines e -> {
                entries++;
                hold(e.version(), e.items(), Shares.of(e.items()));
            }
            case EstimateRevised e -> {
                host = e.host();
                hold(e.version(), e.items(), e.shares());
            }
        }
    }

    private void hold(int number, List<EstimateItem> held, List<BudgetShare> approved) {
        state = EstimateState.APPROVED;
        version = number;
        items = held;
        shares = approved;
    }
}
