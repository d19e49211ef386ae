package vn.minhchung.budgets.write;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.access.Signatories;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.Payee;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecodePayment;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.RejectTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.ResendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperCommand.TakeOverTask;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryFactRecorded;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.Bars;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/**
 * Papers for the treasury. One decision, several guards: the appropriation (the whole and the task's part), the task's
 * sums, the advance a paper settles, the paper itself; all their events are one append. Guards are locked in this order.
 */
@Component
class TreasuryPaperDesk implements Desk {
    private final Aggregates aggregates;
    private final PeopleDirectory people;
    private final Rules rules;
    private final Tasks tasks;
    private final SigningRules signing;
    private final YearEnd yearEnd;
    private final LineLimits limits;
    private final Volumes volumes;
    private final RefundEnd refundEnd;

    TreasuryPaperDesk(
            Aggregates aggregates,
            PeopleDirectory people,
            Rules rules,
            Tasks tasks,
            Signatories signatories,
            EstimateBook estimates,
            Bars bars) {
        this.aggregates = aggregates;
        this.people = people;
        this.rules = rules;
        this.tasks = tasks;
        this.signing = new SigningRules(rules, signatories);
        this.yearEnd = new YearEnd(rules);
        this.limits = new LineLimits(aggregates, rules, estimates);
        this.volumes = new Volumes(aggregates);
        this.refundEnd = new RefundEnd(aggregates, bars);
    }

    @CommandHandler
    void handle(PrepareWithdrawal command, Decision decision) {
        TreasuryPaperKind kind = command.asked();
        if (!kind.withdrawal())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", kind, "expected", TreasuryPaperKind.ADVANCE)
                    .at("kind");
        TaskFacts task = drawable(command.project());
        Lines.check(command.lines(), command.total(), task);
        // every withdrawal changes it, and the task's sums after it: locked before they are asked
        aggregates.on(Appropriation.class, command.appropriation().value(), _ -> {});
        limits.require(task, command.lines(), null, decision);
        requirePersons(command.volumeBy());
        yearEnd.requireDrawable(command.year(), decision.effectiveOn());
        advances(decision).last(task, command.tranche());
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
                        command.paper(),
                        kind,
                        command.tranche(),
                        command.total(),
                        task,
                        inYear,
                        command.volume() != null,
                        advances(decision)));
        volumes.use(
                command.volume(),
                command.paper(),
                task.id(),
                command.tranche(),
                kind == TreasuryPaperKind.ADVANCE ? Vnd.ZERO : command.total());
        List<PersonId> measuredBy = volumes.by(command.volume(), command.volumeBy());
        take(command.paper(), code, kind, command.number());
        aggregates.create(
                TreasuryPaper.class,
                command.subject(),
                w -> w.decide(command, decision, task.host(), code, payee, measuredBy));
    }

    @CommandHandler
    void handle(PrepareClearing command, Decision decision) {
        requirePersons(command.volumeBy());
        PaperTerms advance = bind(
                TreasuryPaperKind.CLEARING,
                command.advance(),
                command.paper(),
                command.lines(),
                command.total(),
                decision);
        advances(decision).volume(command.volume() != null);
        volumes.use(command.volume(), command.paper(), advance.project(), advance.tranche(), command.total());
        List<PersonId> measuredBy = volumes.by(command.volume(), command.volumeBy());
        take(command.paper(), advance.code(), TreasuryPaperKind.CLEARING, command.number());
        aggregates.create(
                TreasuryPaper.class, command.subject(), w -> w.decide(command, decision, advance, measuredBy));
    }

    @CommandHandler
    void handle(PrepareReturn command, Decision decision) {
        PaperTerms advance = bind(
                TreasuryPaperKind.RETURN,
                command.advance(),
                command.paper(),
                command.lines(),
                command.total(),
                decision);
        take(command.paper(), advance.code(), TreasuryPaperKind.RETURN, command.number());
        aggregates.create(TreasuryPaper.class, command.subject(), w -> w.decide(command, decision, advance));
    }

    private void take(TreasuryPaperId paper, AppropriationKey code, TreasuryPaperKind kind, String number) {
        takeNumber(aggregates, PaperNumber.Key.of(code, kind, number), paper);
    }

    static void takeNumber(Aggregates aggregates, PaperNumber.Key key, TreasuryPaperId paper) {
        aggregates.guard(PaperNumber.class, key.id(), number -> number.take(key, paper));
    }

    private PaperTerms bind(
            TreasuryPaperKind kind,
            TreasuryPaperId advance,
            TreasuryPaperId by,
            List<TreasuryPaperLine> lines,
            Vnd total,
            Decision decision) {
        Lines.check(lines, total);
        PaperTerms terms = terms(advance.value());
        requireOpenYear(terms);
        yearEnd.requireBookable(kind, terms.code().year(), decision.effectiveOn());
        aggregates.on(TreasuryPaper.class, advance.value(), a -> a.bind(by, lines));
        return terms;
    }

    @CommandHandler
    void handle(RecodePayment command, Decision decision) {
        PaperTerms wrong = terms(command.of().value());
        TaskFacts task = tasks.require(wrong.project());
        Lines.check(command.wrong(), command.total());
        Lines.check(command.right(), command.total(), task);
        yearEnd.requireBookable(wrong.code().year(), decision.effectiveOn());
        boolean across = !command.appropriation().equals(wrong.appropriation());
        if (!across && Lines.byKey(command.wrong()).equals(Lines.byKey(command.right())))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", "right = wrong", "expected", "another string")
                    .at("right");
        limits.requireMoved(task, command.wrong(), command.right(), decision);
        if (across)
            aggregates.on(
                    Appropriation.class,
                    command.appropriation().value(),
                    a -> a.reserve(command.paper(), task.id(), command.total(), decision, rules));
        AppropriationKey code =
                aggregates.ask(Appropriation.class, command.appropriation().value(), Appropriation::code);
        yearEnd.requireBookable(code.year(), decision.effectiveOn());
        aggregates.on(TreasuryPaper.class, command.of().value(), p -> p.bindRecoding(command.paper(), command.wrong()));
        take(command.paper(), code, TreasuryPaperKind.RECODING, command.number());
        aggregates.create(TreasuryPaper.class, command.subject(), p -> p.decide(command, decision, wrong, code));
    }

    @CommandHandler
    void handle(TakeOverTask command, Decision decision) {
        TaskFacts task = contracted(tasks.require(command.project()));
        AppropriationKey code =
                aggregates.ask(Appropriation.class, command.appropriation().value(), Appropriation::code);
        yearEnd.requireDrawable(code.year(), decision.effectiveOn());
        Opening opening = new Opening(command.paper(), command.tranche(), code.year(), List.copyOf(command.balances()));
        opening.check(command.total(), task);
        take(command.paper(), code, TreasuryPaperKind.OPENING, command.number());
        aggregates.create(
                TreasuryPaper.class, command.subject(), p -> p.decide(command, decision, task.host(), code, opening));
    }

    /** The guards' side of opening balances, with the signature that books them. */
    private void takeOver(PaperTerms terms, Opening opening, Decision decision) {
        TaskFacts task = contracted(tasks.require(terms.project()));
        yearEnd.requireDrawable(terms.code().year(), decision.effectiveOn());
        onAppropriation(terms, a -> a.takeOver(opening, task.id(), decision, rules));
        aggregates.guard(TaskFunds.class, TaskFunds.id(task.id()), f -> f.takeOver(opening, task));
    }

    @CommandHandler
    void handle(AmendTreasuryPaper command, Decision decision) {
        PaperTerms terms = terms(command.subject());
        if (terms.recoded() != null || terms.opening() != null)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", terms.kind(), "expected", TreasuryPaperKind.ADVANCE)
                    .at("paper");
        aggregates.ask(TreasuryPaper.class, command.subject(), TreasuryPaper::awaitsText);
        if (terms.kind().withdrawal()) amendWithdrawal(command, terms, decision);
        else amendSettlement(command, terms, decision);
    }

    private void amendSettlement(AmendTreasuryPaper command, PaperTerms terms, Decision decision) {
        Lines.check(command.lines(), command.total());
        onAdvance(terms, a -> {
            a.unbind(terms.id(), terms.total());
            a.bind(terms.id(), command.lines());
        });
        volumes.free(terms);
        volumes.use(terms, command.total());
        aggregates.on(TreasuryPaper.class, command.subject(), w -> {
            requireSame(terms, w);
            w.amendSettlement(command, decision);
        });
    }

    private void amendWithdrawal(AmendTreasuryPaper command, PaperTerms terms, Decision decision) {
        TaskFacts task = drawable(terms.project());
        Lines.check(command.lines(), command.total(), task);
        aggregates.on(Appropriation.class, terms.appropriation().value(), _ -> {});
        limits.require(task, command.lines(), terms.id(), decision);
        aggregates.on(Appropriation.class, terms.appropriation().value(), a -> {
            a.releaseCommitment(terms.id(), task.id(), terms.total());
            a.commit(terms.id(), task.id(), command.total(), decision, rules);
        });
        Vnd inYear = aggregates.ask(Appropriation.class, terms.appropriation().value(), a -> a.allocatedTo(task.id()));
        DepositAccountId account = command.depositAccount();
        Payee payee = payee(account == null ? payeeOf(terms).depositAccount() : account, task.host(), decision);
        aggregates.on(TaskFunds.class, TaskFunds.id(task.id()), f -> {
            f.release(task.id(), terms.id(), terms.kind(), terms.tranche(), terms.total());
            f.commit(
                    terms.id(),
                    terms.kind(),
                    terms.tranche(),
                    command.total(),
                    task,
                    inYear,
                    terms.volume() != null,
                    advances(decision));
        });
        volumes.free(terms);
        volumes.use(terms, command.total());
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
        PaperTerms terms = terms(command.subject());
        if (terms.opening() != null) {
            // whether it is its turn is said before what its balances would run into
            aggregates.ask(TreasuryPaper.class, command.subject(), TreasuryPaper::awaitsFirst);
            takeOver(terms, terms.opening(), decision);
        }
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.signFirst(decision, signing));
    }

    @CommandHandler
    void handle(SendToTreasury command, Decision decision) {
        requireSendable(terms(command.subject()), decision);
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.send(decision));
    }

    @CommandHandler
    void handle(ResendTreasuryPaper command, Decision decision) {
        requireSendable(terms(command.subject()), decision);
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.resend(decision));
    }

    @CommandHandler
    void handle(RecordExecution command, Decision decision) {
        requireOpenYear(terms(command.subject()));
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
        PaperTerms terms = terms(command.subject());
        List<TreasuryPaperLine> booking = terms.booking();
        if (booking != null) book(terms, booking);
        aggregates.on(TreasuryPaper.class, command.subject(), w -> {
            requireSame(terms, w);
            w.confirmFact(decision, rules);
        });
        if (booking != null) refundEnd.check(terms.project());
        aggregates.confirms(command.subject(), TreasuryFactRecorded.class, _ -> true);
    }

    @CommandHandler
    void handle(RejectTreasuryFact command, Decision decision) {
        PaperTerms terms = terms(command.subject());
        freeVoucher(terms, aggregates);
        aggregates.on(TreasuryPaper.class, command.subject(), w -> {
            requireSame(terms, w);
            w.decide(command, decision);
        });
    }

    @CommandHandler
    void handle(CancelTreasuryPaper command, Decision decision) {
        PaperTerms terms = terms(command.subject());
        if (terms.recoded() != null) new RecodingGuards(aggregates, terms).cancel();
        else if (terms.opening() != null) {
            // nothing is bound before it is signed
        } else if (terms.kind().withdrawal()) release(terms, terms.total());
        else onAdvance(terms, a -> a.unbind(terms.id(), terms.total()));
        volumes.free(terms);
        freeNumber(terms, aggregates);
        aggregates.on(TreasuryPaper.class, command.subject(), w -> {
            requireSame(terms, w);
            w.decide(command, decision);
        });
        if (terms.kind().withdrawal()) refundEnd.check(terms.project());
    }

    @CommandHandler
    void handle(ConfirmReceipt command, Decision decision) {
        PaperTerms terms = terms(command.subject());
        aggregates.on(Appropriation.class, terms.appropriation().value(), _ -> {});
        boolean closed =
                aggregates.ask(Appropriation.class, terms.appropriation().value(), Appropriation::closed);
        int bookedIn = closed ? decision.today().getYear() : terms.code().year();
        aggregates.on(TreasuryPaper.class, command.subject(), w -> w.decide(command, decision, bookedIn));
    }

    /** The guards' side of an execution; what the treasury did not book is free again. */
    private void book(PaperTerms terms, List<TreasuryPaperLine> booking) {
        Vnd booked = Lines.sum(booking);
        switch (terms.kind()) {
            case ADVANCE, PAYMENT -> {
                onAppropriation(terms, a -> {
                    a.draw(terms.id(), terms.project(), booked);
                    if (terms.kind() == TreasuryPaperKind.PAYMENT)
                        a.spend(terms.id(), terms.project(), terms.tranche(), booking);
                });
                Vnd rest = terms.total().minus(booked);
                if (rest.isPositive()) release(terms, rest);
                freeUnbooked(terms, booked);
            }
            case CLEARING -> {
                onAppropriation(terms, a -> a.spend(terms.id(), terms.project(), terms.tranche(), booking));
                onFunds(terms, f -> f.clear(terms.project(), terms.id(), terms.tranche(), booked));
                freeUnbooked(terms, booked);
                onAdvance(terms, a -> a.settle(terms.id(), terms.kind(), booking));
            }
            case RETURN -> {
                onAppropriation(terms, a -> a.giveBack(terms.id(), terms.project(), booked));
                onFunds(terms, f -> f.giveBack(terms.project(), terms.id(), terms.tranche(), booked));
                onAdvance(terms, a -> a.settle(terms.id(), terms.kind(), booking));
            }
            case RECODING -> new RecodingGuards(aggregates, terms).book();
            case OPENING -> throw new IllegalStateException("booked with its signature, not by the treasury");
        }
    }

    private void freeUnbooked(PaperTerms terms, Vnd booked) {
        Vnd rest = terms.total().minus(booked);
        if (rest.isPositive()) volumes.free(terms, rest);
    }

    private void release(PaperTerms terms, Vnd amount) {
        onAppropriation(terms, a -> a.releaseCommitment(terms.id(), terms.project(), amount));
        onFunds(terms, f -> f.release(terms.project(), terms.id(), terms.kind(), terms.tranche(), amount));
    }

    private void requireSendable(PaperTerms terms, Decision decision) {
        if (!terms.kind().withdrawal()) {
            yearEnd.requireSendable(terms.kind(), terms.code().year(), decision.effectiveOn());
            if (terms.recoded() != null)
                yearEnd.requireBookable(terms.recoded().code().year(), decision.effectiveOn());
            return;
        }
        yearEnd.requireDrawable(terms.code().year(), decision.effectiveOn());
        onFunds(terms, TaskFunds::requireNotHeld);
        TaskFacts task = drawable(terms.project());
        payee(payeeOf(terms).depositAccount(), task.host(), decision);
    }

    private void requirePersons(@Nullable List<PersonId> persons) {
        if (persons != null) persons.forEach(people::requirePerson);
    }

    /** The appropriation is the guard of its year: read, so that a closing that races is one of the two that gives way. */
    private void requireOpenYear(PaperTerms terms) {
        onAppropriation(terms, Appropriation::requireOpen);
    }

    private void onAppropriation(PaperTerms terms, Consumer<Appropriation> decide) {
        aggregates.on(Appropriation.class, terms.appropriation().value(), decide);
    }

    private void onFunds(PaperTerms terms, Consumer<TaskFunds> decide) {
        aggregates.on(TaskFunds.class, TaskFunds.id(terms.project()), decide);
    }

    private void onAdvance(PaperTerms terms, Consumer<TreasuryPaper> decide) {
        aggregates.on(TreasuryPaper.class, terms.settledAdvance().value(), decide);
    }

    private static Payee payeeOf(PaperTerms withdrawal) {
        return Objects.requireNonNull(withdrawal.payee());
    }

    /** The number of a paper that came to nothing may be used again. */
    static void freeNumber(PaperTerms terms, Aggregates aggregates) {
        PaperNumber.Key number = PaperNumber.Key.of(terms.code(), terms.kind(), terms.number());
        aggregates.guard(PaperNumber.class, number.id(), n -> n.free(number, terms.id()));
    }

    /** The voucher of a treasury fact that no longer holds may be used again. */
    static void freeVoucher(PaperTerms terms, Aggregates aggregates) {
        if (!terms.voucher().isEmpty())
            aggregates.on(Voucher.class, Voucher.id(terms.voucher()), v -> v.free(terms.voucher()));
    }

    private PaperTerms terms(String id) {
        return aggregates.ask(TreasuryPaper.class, id, TreasuryPaper::terms);
    }

    /** The other guards were chosen by what was read before the paper was locked: if it moved on, try again. */
    static void requireSame(PaperTerms read, TreasuryPaper locked) {
        if (!read.equals(locked.terms())) throw new StreamConflict(read.id().value());
    }

    private AdvanceRules advances(Decision decision) {
        return new AdvanceRules(rules, decision.effectiveOn());
    }

    private Payee payee(DepositAccountId account, OrganisationId host, Decision decision) {
        return aggregates.ask(DepositAccount.class, account.value(), d -> d.payee(host, decision.today()));
    }

    /** A task that was not completed gives money back; it gets no more. */
    private TaskFacts drawable(ProjectId project) {
        TaskFacts task = contracted(tasks.require(project));
        if (task.grade() == Grade.FAILED) throw Refusal.of(ErrorCode.TASK_FAILED, "state", task.state());
        return task;
    }

    private static TaskFacts contracted(TaskFacts task) {
        if (!task.contracted())
            throw Refusal.of(ErrorCode.CONTRACT_MISSING, "id", task.id().value());
        return task;
    }
}
