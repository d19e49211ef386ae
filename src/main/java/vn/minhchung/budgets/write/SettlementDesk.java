package vn.minhchung.budgets.write;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.SettlementCommand.CarryOutSettlementNotice;
import vn.minhchung.budgets.SettlementCommand.ConfirmSettlementReview;
import vn.minhchung.budgets.SettlementCommand.FileTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.FileYearlySettlement;
import vn.minhchung.budgets.SettlementCommand.RejectSettlementReview;
import vn.minhchung.budgets.SettlementCommand.ReviewTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.ReviewYearlySettlement;
import vn.minhchung.budgets.SettlementEvent.SettlementReviewRecorded;
import vn.minhchung.budgets.SettlementEvent.TaskSettlementFiled;
import vn.minhchung.budgets.SettlementEvent.YearlySettlementFiled;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.budgets.TaskBalance;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.SettledTasks;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/**
 * The two settlements. What is filed is struck from the record and must still be so when it is reviewed; the notice that
 * settles a task stops its money and ends its life in the same append.
 */
@Component
class SettlementDesk implements Desk {
    private final Aggregates aggregates;
    private final Rules rules;
    private final Tasks tasks;
    private final SettledTasks settled;

    SettlementDesk(Aggregates aggregates, Rules rules, Tasks tasks, SettledTasks settled) {
        this.aggregates = aggregates;
        this.rules = rules;
        this.tasks = tasks;
        this.settled = settled;
    }

    @CommandHandler
    void handle(FileYearlySettlement command, Decision decision) {
        SettledYear year =
                aggregates.ask(Appropriation.class, command.appropriation().value(), Appropriation::settledYear);
        aggregates.guard(Settlement.class, command.subject(), s -> s.decide(command, year, decision));
    }

    @CommandHandler
    void handle(ReviewYearlySettlement command, Decision decision) {
        boolean onPaper = Acting.recorded(decision, Role.FINANCE);
        String id = command.subject();
        if (!onPaper && command.outcome() == SettlementOutcome.APPROVED) requireYearAsFiled(id);
        aggregates.on(Settlement.class, id, s -> {
            if (onPaper) s.record(command.outcome(), command.cuts(), command.findings(), decision);
            else if (command.outcome() == SettlementOutcome.RETURNED) s.giveBack(command.findings());
            else s.noticeYear(SettlementReview.taken(command.cuts(), command.findings(), decision));
        });
    }

    @CommandHandler
    void handle(FileTaskSettlement command, Decision decision) {
        TaskFacts task = tasks.require(command.project());
        TaskBalance balance = balance(task);
        aggregates.guard(Settlement.class, command.subject(), s -> s.decide(command, task, balance, decision));
    }

    @CommandHandler
    void handle(ReviewTaskSettlement command, Decision decision) {
        String id = command.subject();
        if (Acting.recorded(decision, Role.DIRECTOR, Role.FINANCE)) {
            aggregates.on(
                    Settlement.class,
                    id,
                    s -> s.record(command.outcome(), command.cuts(), command.findings(), decision));
        } else if (command.outcome() == SettlementOutcome.RETURNED) {
            aggregates.on(Settlement.class, id, s -> s.giveBack(command.findings()));
        } else {
            SettlementReview review = SettlementReview.taken(command.cuts(), command.findings(), decision);
            aggregates.ask(Settlement.class, id, s -> {
                s.requireReviewable();
                return true;
            });
            settle(command.project(), id, review);
        }
    }

    @CommandHandler
    void handle(ConfirmSettlementReview command, Decision decision) {
        decision.requireTaken();
        String id = command.subject();
        aggregates.on(Settlement.class, id, s -> s.requireSecondPerson(decision, rules));
        SettlementReviewRecorded recorded = aggregates.ask(Settlement.class, id, Settlement::requireRecorded);
        ProjectId project = recorded.project();
        SettlementReview review = SettlementReview.confirmed(recorded, decision);
        if (recorded.outcome() == SettlementOutcome.RETURNED)
            aggregates.on(Settlement.class, id, Settlement::confirmReturned);
        else if (project != null) settle(project, id, review);
        else {
            requireYearAsFiled(id);
            aggregates.on(Settlement.class, id, s -> s.noticeYear(review));
        }
        aggregates.confirms(id, SettlementReviewRecorded.class, _ -> true);
    }

    @CommandHandler
    void handle(RejectSettlementReview command, Decision decision) {
        aggregates.on(Settlement.class, command.subject(), s -> s.decide(command, decision));
    }

    @CommandHandler
    void handle(CarryOutSettlementNotice command, Decision decision) {
        YearlySettlementFiled year = year(command.subject()).orElse(null);
        Vnd now = year == null
                ? null
                : aggregates.ask(Appropriation.class, year.appropriation().value(), Appropriation::settled);
        aggregates.on(Settlement.class, command.subject(), s -> s.decide(command, now, decision));
        if (command.voucherNumber() == null
                || PlainText.saysNothing(command.voucherNumber())
                || command.paidOn() == null) return;
        String key = Voucher.key(command.voucherNumber(), command.paidOn());
        aggregates.guard(Voucher.class, Voucher.id(key), v -> v.takeForPayment(key, command.settlement()));
    }

    /** The task's money stops, and it is settled, once. */
    private void settle(ProjectId project, String id, SettlementReview review) {
        TaskFacts task = tasks.require(project);
        TaskBalance now = balance(task);
        TaskSettlementFiled filed = aggregates.ask(Settlement.class, id, s -> Objects.requireNonNull(s.task()));
        if (!filed.balance().equals(now)) throw changed(filed.balance().actual(), now.actual());
        aggregates.on(Settlement.class, id, s -> s.noticeTask(review));
        Vnd amount = aggregates.ask(Settlement.class, id, Settlement::settled);
        aggregates.guard(TaskFunds.class, TaskFunds.id(project), f -> f.settle(project, amount));
        settled.settle(project, review.noticedOn());
    }

    private void requireYearAsFiled(String id) {
        YearlySettlementFiled filed = year(id).orElse(null);
        if (filed == null) throw Refusal.of(ErrorCode.NOT_FOUND, "id", id);
        Vnd now = aggregates.ask(Appropriation.class, filed.appropriation().value(), Appropriation::settled);
        if (!now.equals(filed.total())) throw changed(filed.total(), now);
    }

    private Optional<YearlySettlementFiled> year(String id) {
        return aggregates.ask(Settlement.class, id, s -> Optional.ofNullable(s.year()));
    }

    /** What the figures of a liquidated task come to, with nothing left open. */
    private TaskBalance balance(TaskFacts task) {
        if (!task.liquidated()) throw Refusal.of(ErrorCode.WRONG_STATE, "state", task.state(), "needed", "LIQUIDATED");
        String funds = TaskFunds.id(task.id());
        Vnd received = ofFunds(funds, TaskFunds::received);
        Vnd outstanding = ofFunds(funds, TaskFunds::advanceOutstanding);
        Vnd unpaid = Unpaid.of(aggregates, task.id()).all();
        if (unpaid.isPositive()) throw notReady("paper", unpaid);
        if (outstanding.isPositive()) throw notReady("advance", outstanding);
        String spending = TaskSpending.id(task.id());
        return new TaskBalance(
                task.stateBudget(),
                received,
                received.minus(outstanding),
                orZero(aggregates.peek(TaskSpending.class, spending, TaskSpending::stateAccepted)),
                orZero(aggregates.peek(TaskSpending.class, spending, TaskSpending::stateSaved)),
                refundOrdered(task));
    }

    /** What a failed task has to give back is decided before it is settled (domain.md 1.11.1). */
    private Vnd refundOrdered(TaskFacts task) {
        Vnd debt =
                aggregates.peek(Refund.class, RefundId.of(task.id()).value(), r -> r.decided() ? r.debt() : Vnd.of(-1));
        if (debt != null && !debt.isNegative()) return debt;
        if (task.failed()) throw notReady("refund", Vnd.ZERO);
        return Vnd.ZERO;
    }

    private Vnd ofFunds(String funds, Function<TaskFunds, Vnd> what) {
        return orZero(aggregates.peek(TaskFunds.class, funds, what));
    }

    private static Vnd orZero(@Nullable Vnd amount) {
        return Objects.requireNonNullElse(amount, Vnd.ZERO);
    }

    private static Refusal notReady(String problem, Vnd actual) {
        return Refusal.of(ErrorCode.SETTLEMENT_NOT_READY, "problem", problem, "actual", actual.digits());
    }

    private static Refusal changed(Vnd filed, Vnd now) {
        return Refusal.of(ErrorCode.SETTLEMENT_CHANGED, "limit", filed.digits(), "actual", now.digits());
    }
}
