package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.RefundCommand.ConfirmRefund;
import vn.minhchung.budgets.RefundCommand.ConfirmRefundPayment;
import vn.minhchung.budgets.RefundCommand.DecideRefund;
import vn.minhchung.budgets.RefundCommand.RecordRefundPayment;
import vn.minhchung.budgets.RefundCommand.RejectRefund;
import vn.minhchung.budgets.RefundCommand.RejectRefundPayment;
import vn.minhchung.budgets.RefundCommand.ReportNonCompletion;
import vn.minhchung.budgets.RefundCommand.TransferRefund;
import vn.minhchung.budgets.RefundEvent.RefundDecisionRecorded;
import vn.minhchung.budgets.RefundEvent.RefundPaymentRecorded;
import vn.minhchung.budgets.RefundTerms;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.Bars;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/** Refunds. Weighed against the task's sums in the same append; bars go with the decision and end with the last đồng. */
@Component
class RefundDesk implements Desk {
    private final Aggregates aggregates;
    private final PeopleDirectory people;
    private final Rules rules;
    private final Tasks tasks;
    private final Bars bars;
    private final RefundEnd end;

    RefundDesk(Aggregates aggregates, PeopleDirectory people, Rules rules, Tasks tasks, Bars bars) {
        this.aggregates = aggregates;
        this.people = people;
        this.rules = rules;
        this.tasks = tasks;
        this.bars = bars;
        this.end = new RefundEnd(aggregates, bars);
    }

    @CommandHandler
    void handle(ReportNonCompletion command, Decision decision) {
        TaskFacts task = failed(command.project());
        aggregates.guard(Refund.class, command.subject(), r -> r.decide(command, decision, task));
    }

    @CommandHandler
    void handle(DecideRefund command, Decision decision) {
        TaskFacts task = failed(command.project());
        decision.requireBasis();
        RefundTerms terms = new RefundTerms(
                List.copyOf(command.parts()), command.unproven(), command.procedureFollowed(), command.fraud());
        Limits.requireNotNegative(terms.unproven(), "unproven");
        WeighedRefund weighed = weigh(task, terms, decision.effectiveOn());
        if (Acting.recorded(decision, Role.COMMITTEE, Role.DIRECTOR)) {
            aggregates.guard(Refund.class, command.subject(), r -> r.record(task, terms, decision));
            return;
        }
        List<String> barred = bars.place(task.id(), owing(task));
        aggregates.guard(Refund.class, command.subject(), r -> {
            r.requireDecidable();
            r.settleTerms(
                    task,
                    terms,
                    weighed,
                    barred,
                    decision.effectiveOn(),
                    Evidence.of(decision.basis()),
                    decision.today());
        });
        end.check(task.id());
    }

    @CommandHandler
    void handle(ConfirmRefund command, Decision decision) {
        TaskFacts task = failed(command.project());
        RefundDecisionRecorded recorded =
                aggregates.ask(Refund.class, command.subject(), r -> r.comparedBy(decision, rules));
        WeighedRefund weighed = weigh(task, recorded.terms(), recorded.decidedOn());
        List<String> barred = bars.place(task.id(), owing(task));
        aggregates.on(
                Refund.class,
                command.subject(),
                r -> r.settleTerms(
                        task,
                        recorded.terms(),
                        weighed,
                        barred,
                        recorded.decidedOn(),
                        recorded.evidence().or(Evidence.of(decision.basis())),
                        decision.today()));
        aggregates.confirms(command.subject(), RefundDecisionRecorded.class, _ -> true);
        end.check(task.id());
    }

    @CommandHandler
    void handle(RejectRefund command, Decision decision) {
        aggregates.on(Refund.class, command.subject(), r -> r.reject(command, decision));
        // the revision may have been all that was left open
        end.check(command.project());
    }

    @CommandHandler
    void handle(RecordRefundPayment command, Decision decision) {
        aggregates.on(Refund.class, command.subject(), r -> r.decide(command, decision));
        String key = Voucher.key(command.voucherNumber(), command.paidOn());
        aggregates.guard(Voucher.class, Voucher.id(key), v -> v.takeForPayment(key, RefundId.of(command.project())));
    }

    @CommandHandler
    void handle(ConfirmRefundPayment command, Decision decision) {
        aggregates.on(Refund.class, command.subject(), r -> r.confirmPayment(command.payment(), decision, rules));
        aggregates.confirms(
                command.subject(), RefundPaymentRecorded.class, recorded -> recorded.payment() == command.payment());
        end.check(command.project());
    }

    @CommandHandler
    void handle(RejectRefundPayment command, Decision decision) {
        String key = aggregates.ask(Refund.class, command.subject(), r -> r.voucherOf(command.payment()));
        aggregates.on(Refund.class, command.subject(), r -> r.reject(command, decision));
        aggregates.guard(Voucher.class, Voucher.id(key), v -> v.free(key));
    }

    @CommandHandler
    void handle(TransferRefund command, Decision decision) {
        people.requireOrganisation(command.successor());
        String from =
                aggregates.ask(Refund.class, command.subject(), r -> r.host().value());
        aggregates.on(Refund.class, command.subject(), r -> r.transfer(command.successor(), decision));
        bars.lift(List.of(from), command.project());
        bars.place(command.successor().value(), command.project());
    }

    private WeighedRefund weigh(TaskFacts task, RefundTerms terms, LocalDate on) {
        String funds = TaskFunds.id(task.id());
        Unpaid unpaid = Unpaid.of(aggregates, task.id());
        Vnd received =
                aggregates.ask(TaskFunds.class, funds, TaskFunds::received).minus(unpaid.all());
        Vnd cleared = aggregates
                .ask(TaskFunds.class, funds, TaskFunds::spentAtTreasury)
                .minus(unpaid.payments());
        return WeighedRefund.of(terms, received, cleared, task, rules, on);
    }

    /** The host, or who took the debt over from it. */
    private OrganisationId owing(TaskFacts task) {
        OrganisationId known =
                aggregates.peek(Refund.class, RefundId.of(task.id()).value(), Refund::host);
        return known == null ? task.host() : known;
    }

    private TaskFacts failed(ProjectId project) {
        TaskFacts task = tasks.require(project);
        if (!task.failed())
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", task.state(), "needed", "TERMINATED, FAILED");
        return task;
    }
}
