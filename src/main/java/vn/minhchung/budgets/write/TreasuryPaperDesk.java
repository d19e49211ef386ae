package vn.minhchung.budgets.write;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.access.Signatories;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.Payee;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.RejectTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.ResendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryFactRecorded;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/**
 * TreasuryPapers. One decision, several guards: the appropriation (the whole and the task's part), the task's sums, the
 * withdrawal itself; all their events are one append. Guards are locked in the order type, then id.
 */
@Component
class TreasuryPaperDesk implements Desk {
    private final Aggregates aggregates;
    private final PeopleDirectory people;
    private final Rules rules;
    private final Tasks tasks;
    private final SigningRules signing;
    private final YearEnd yearEnd;

    TreasuryPaperDesk(Aggregates aggregates, PeopleDirectory people, Rules rules, Tasks tasks, Signatories signatories) {
        this.aggregates = aggregates;
        this.people = people;
        this.rules = rules;
        this.tasks = tasks;
        this.signing = new SigningRules(rules, signatories);
        this.yearEnd = new YearEnd(rules);
    }

    @CommandHandler
    void handle(PrepareWithdrawal command, Decision decision) {
        TaskFacts task = contracted(tasks.require(command.project()));
        Lines.check(command.lines(), command.total(), task);
        List<PersonId> volumeBy = command.volumeBy();
        if (volumeBy != null) volumeBy.forEach(people::requirePerson);
        yearEnd.requireDrawable(command.year(), decision.effectiveOn());
        aggregates.on(
                Appropriation.class,
                command.appropriation().value(),
                a -> a.commit(command.paper(), task.id(), command.total(), decision, rules));
        AppropriationKey code =
                aggregates.ask(Appropriation.class, command.appropriation().value(), Appropriation::code);
        Vnd inYear =
                aggregates.ask(Appropriation.class, command.appropriation().value(), a -> a.allocatedTo(task.id()));
        Payee payee = payee(command.depositAccount(), task.host(), decision);
        aggregates.on(
                TaskFunds.class,
                TaskFunds.id(task.id()),
                f -> f.commit(
                        command.paper(), command.tranche(), command.total(), task, inYear, advances(decision)));
        aggregates.create(
                TreasuryPaper.class, command.subject(), w -> w.decide(command, decision, task.host(), code, payee));
    }

    @CommandHandler
    void handle(AmendTreasuryPaper command, Decision decision) {
        TreasuryPaper.Terms terms = terms(command.subject());
        TaskFacts task = contracted(tasks.require(terms.project()));
        Lines.check(command.lines(), command.total(), task);
        aggregates.on(Appropriation.class, terms.appropriation().value(), a -> {
            a.releaseCommitment(terms.id(), task.id(), terms.total());
            a.commit(terms.id(), task.id(), command.total(), decision, rules);
        });
        Vnd inYear = aggregates.ask(Appropriation.class, terms.appropriation().value(), a -> a.allocatedTo(task.id()));
        Payee payee = payee(command.depositAccount(), task.host(), decision);
        aggregates.on(TaskFunds.class, TaskFunds.id(task.id()), f -> {
            f.release(task.id(), terms.id(), terms.tranche(), terms.total());
            f.commit(terms.id(), terms.tranche(), command.total(), task, inYear, advances(decision));
        });
        aggregates.on(TreasuryPaper.class, command.subject(), w -> {
            requireSame(terms, w);
            w.decide(command, decision, payee);
        });
    }

    @CommandHandler
    void handle(SignSecond command, Decision decision) {
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.signSecond(decision, signing));
    }

    @CommandHandler
    void handle(SignFirst command, Decision decision) {
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.signFirst(decision, signing));
    }

    @CommandHandler
    void handle(SendToTreasury command, Decision decision) {
        TreasuryPaper.Terms terms = terms(command.subject());
        yearEnd.requireDrawable(terms.code().year(), decision.effectiveOn());
        payee(terms.payee().depositAccount(), terms.host(), decision);
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.send(decision));
    }

    @CommandHandler
    void handle(ResendTreasuryPaper command, Decision decision) {
        TreasuryPaper.Terms terms = terms(command.subject());
        yearEnd.requireDrawable(terms.code().year(), decision.effectiveOn());
        payee(terms.payee().depositAccount(), terms.host(), decision);
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.resend(decision));
    }

    @CommandHandler
    void handle(RecordExecution command, Decision decision) {
        String key = Voucher.key(command.voucherNumber(), command.executedOn());
        aggregates.guard(Voucher.class, Voucher.id(key), v -> v.take(key, command.paper()));
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.decide(command, decision, yearEnd));
    }

    @CommandHandler
    void handle(RecordReturn command, Decision decision) {
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.decide(command, decision));
    }

    @CommandHandler
    void handle(ConfirmTreasuryFact command, Decision decision) {
        TreasuryPaper.Terms terms = terms(command.subject());
        if (terms.paid())
            aggregates.on(
                    Appropriation.class,
                    terms.appropriation().value(),
                    a -> a.draw(terms.id(), terms.project(), terms.total()));
        aggregates.on(TreasuryPaper.class, command.subject(), w -> {
            requireSame(terms, w);
            w.confirmFact(decision, rules);
        });
        aggregates.confirms(command.subject(), TreasuryFactRecorded.class, _ -> true);
    }

    @CommandHandler
    void handle(RejectTreasuryFact command, Decision decision) {
        TreasuryPaper.Terms terms = terms(command.subject());
        freeVoucher(terms);
        aggregates.on(TreasuryPaper.class, command.subject(), w -> {
            requireSame(terms, w);
            w.decide(command, decision);
        });
    }

    @CommandHandler
    void handle(CancelTreasuryPaper command, Decision decision) {
        TreasuryPaper.Terms terms = terms(command.subject());
        aggregates.on(
                Appropriation.class,
                terms.appropriation().value(),
                a -> a.releaseCommitment(terms.id(), terms.project(), terms.total()));
        aggregates.on(
                TaskFunds.class,
                TaskFunds.id(terms.project()),
                f -> f.release(terms.project(), terms.id(), terms.tranche(), terms.total()));
        aggregates.on(TreasuryPaper.class, command.subject(), w -> {
            requireSame(terms, w);
            w.decide(command, decision);
        });
    }

    @CommandHandler
    void handle(ConfirmReceipt command, Decision decision) {
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.decide(command, decision));
    }

    private void freeVoucher(TreasuryPaper.Terms terms) {
        if (!terms.voucher().isEmpty())
            aggregates.on(Voucher.class, Voucher.id(terms.voucher()), v -> v.free(terms.voucher()));
    }

    private TreasuryPaper.Terms terms(String id) {
        return aggregates.ask(TreasuryPaper.class, id, TreasuryPaper::terms);
    }

    /** The other guards were chosen by what was read before the withdrawal was locked: if it moved on, try again. */
    static void requireSame(TreasuryPaper.Terms read, TreasuryPaper locked) {
        if (!read.equals(locked.terms())) throw new StreamConflict(read.id().value());
    }

    private AdvanceRules advances(Decision decision) {
        return new AdvanceRules(rules, decision.effectiveOn());
    }

    private Payee payee(DepositAccountId account, OrganisationId host, Decision decision) {
        return aggregates.ask(DepositAccount.class, account.value(), d -> d.payee(host, decision.today()));
    }

    private static TaskFacts contracted(TaskFacts task) {
        if (!task.contracted())
            throw Refusal.of(ErrorCode.CONTRACT_MISSING, "id", task.id().value());
        return task;
    }
}
