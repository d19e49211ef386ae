package vn.minhchung.budgets.write;

import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.Bars;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;

/** Taking a money fact back: every guard that took part in it takes part again, in the same order. */
@Component
class ReversalDesk implements Desk {
    private final Aggregates aggregates;
    private final Entries entries;
    private final Tasks tasks;
    private final RefundEnd refundEnd;

    ReversalDesk(Aggregates aggregates, Entries entries, Tasks tasks, Bars bars) {
        this.aggregates = aggregates;
        this.entries = entries;
        this.tasks = tasks;
        this.refundEnd = new RefundEnd(aggregates, bars);
    }

    @CommandHandler
    void handle(Reverse command, Decision decision) {
        decision.requireTaken();
        if (PlainText.saysNothing(command.document()))
            throw Refusal.of(ErrorCode.BASIS_REQUIRED).at("document");
        String of = Entries.isEntry(command.of())
                ? command.of()
                : entries.ofEvent(command.of())
                        .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "id", command.of())
                                .at("of"));
        String stream = Entries.streamOf(of);
        aggregates.actsOn(stream);
        switch (Id.kindOf(stream)) {
            case "appropriation" -> ofAppropriation(command, of, stream, decision);
            case "paper" -> ofTreasuryPaper(command, of, stream, decision);
            default -> throw Refusal.of(ErrorCode.NOT_REVERSIBLE, "id", of).at("of");
        }
    }

    private void ofAppropriation(Reverse command, String of, String stream, Decision decision) {
        // many withdrawals change it: locked before it is asked
        aggregates.on(Appropriation.class, stream, _ -> {});
        EntryLog.Booked original = aggregates.ask(Appropriation.class, stream, a -> a.entry(of));
        aggregates.corrects(original.eventId());
        aggregates.on(Appropriation.class, stream, a -> a.decide(command, of, decision));
        AppropriationId appropriation = new AppropriationId(stream);
        ProjectId project = original.project();
        if (original.kind() == EntryKind.ASSIGNMENT) {
            String key =
                    aggregates.ask(Appropriation.class, stream, a -> a.code().key());
            aggregates.on(UniqueCode.class, UniqueCode.id(key), g -> g.free(key));
        }
        if (original.kind() == EntryKind.ALLOCATION)
            onFunds(project, f -> f.takeBack(Objects.requireNonNull(project), appropriation, original.amount()));
        if (original.kind() == EntryKind.ALLOCATION_RELEASE) {
            var task = tasks.require(Objects.requireNonNull(project));
            onFunds(project, f -> f.allocate(appropriation, original.amount(), task));
        }
    }

    private void ofTreasuryPaper(Reverse command, String of, String stream, Decision decision) {
        EntryLog.Booked original = aggregates.ask(TreasuryPaper.class, stream, w -> w.entry(of));
        PaperTerms terms = aggregates.ask(TreasuryPaper.class, stream, TreasuryPaper::terms);
        aggregates.on(Appropriation.class, terms.appropriation().value(), a -> a.requireOpenFor(original.postings()));
        aggregates.corrects(original.eventId());
        switch (original.kind()) {
            case ADVANCE, PAYMENT -> {
                unpay(terms);
                useAgain(terms);
            }
            case CLEARING -> {
                unclear(terms);
                useAgain(terms);
            }
            case RETURN -> ungive(terms);
            case OPENING -> {
                Opening opening = Objects.requireNonNull(terms.opening());
                aggregates.on(
                        Appropriation.class,
                        terms.appropriation().value(),
                        a -> a.reverseTakeover(opening, terms.project()));
                onFunds(terms.project(), f -> f.reverseTakeover(opening, terms.project()));
                // no document for the treasury takes it up again: the number is free
                TreasuryPaperDesk.freeNumber(terms, aggregates);
            }
            case RECODING -> {
                new RecodingGuards(aggregates, terms).reverse();
                TreasuryPaperDesk.freeVoucher(terms, aggregates);
            }
            case RECEIPT,
                    COMMITMENT,
                    COMMITMENT_RELEASE,
                    ASSIGNMENT,
                    SUPPLEMENT,
                    CUT,
                    HOLD,
                    HOLD_RELEASE,
                    ALLOCATION,
                    ALLOCATION_RELEASE,
                    CANCELLATION,
                    YEAR_CLOSING,
                    CORRECTION,
                    REVERSAL -> {
                // no other guard took part, or the paper itself refuses
            }
        }
        aggregates.on(TreasuryPaper.class, stream, w -> {
            TreasuryPaperDesk.requireSame(terms, w);
            w.decide(command, of, decision);
        });
        if (terms.advance() != null) refundEnd.reopen(terms.project());
        refundEnd.compare(terms.project());
    }

    /** What the treasury had not booked of a paper counts against its table of completed work again. */
    private void useAgain(PaperTerms terms) {
        Vnd unused = terms.total().minus(Lines.sum(terms.executed()));
        if (unused.isPositive()) new Volumes(aggregates).use(terms, unused);
    }

    /** Back to sent, with everything bound that was bound then. */
    private void unpay(PaperTerms terms) {
        Vnd unused = terms.total().minus(Lines.sum(terms.executed()));
        aggregates.on(Appropriation.class, terms.appropriation().value(), a -> {
            if (terms.kind() == TreasuryPaperKind.PAYMENT)
                a.reverseSpending(terms.id(), terms.project(), terms.tranche(), terms.executed());
            a.reverseDraw(terms.id(), terms.project(), Lines.sum(terms.executed()));
            if (unused.isPositive()) a.commitAgain(terms.id(), terms.project(), unused);
        });
        if (unused.isPositive()) {
            TaskFacts task = tasks.require(terms.project());
            onFunds(terms.project(), f -> f.commitAgain(terms.id(), terms.kind(), terms.tranche(), unused, task));
        }
        TreasuryPaperDesk.freeVoucher(terms, aggregates);
    }

    private void unclear(PaperTerms terms) {
        aggregates.on(
                Appropriation.class,
                terms.appropriation().value(),
                a -> a.reverseSpending(terms.id(), terms.project(), terms.tranche(), terms.executed()));
        onFunds(
                terms.project(),
                f -> f.reverseClearing(terms.project(), terms.id(), terms.tranche(), Lines.sum(terms.executed())));
        unsettle(terms);
    }

    private void ungive(PaperTerms terms) {
        aggregates.on(
                Appropriation.class,
                terms.appropriation().value(),
                a -> a.reverseGiveBack(terms.id(), terms.project(), Lines.sum(terms.executed())));
        TaskFacts task = tasks.require(terms.project());
        onFunds(
                terms.project(),
                f -> f.reverseGiveBack(terms.id(), terms.tranche(), Lines.sum(terms.executed()), task));
        unsettle(terms);
    }

    private void unsettle(PaperTerms terms) {
        TreasuryPaperDesk.freeVoucher(terms, aggregates);
        aggregates.on(TreasuryPaper.class, terms.settledAdvance().value(), a -> a.reverseSettlement(terms));
    }

    private void onFunds(@Nullable ProjectId project, Consumer<TaskFunds> decide) {
        aggregates.on(TaskFunds.class, TaskFunds.id(Objects.requireNonNull(project)), decide);
    }
}
