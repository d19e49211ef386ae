package vn.minhchung.budgets.write;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationEvent.ClosedYearCorrectionRecorded;
import vn.minhchung.budgets.ClosedYearCommand.ConfirmClosedYearCorrection;
import vn.minhchung.budgets.ClosedYearCommand.CorrectClosedYear;
import vn.minhchung.budgets.ClosedYearCommand.RejectClosedYearCorrection;
import vn.minhchung.budgets.Correction;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.projects.Bars;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/**
 * Corrections of closed years. Booked in the open year with reference to what they correct; every guard a payment passes is
 * passed by one that was missed, too.
 */
@Component
class ClosedYearDesk implements Desk {
    private final Aggregates aggregates;
    private final Entries entries;
    private final Rules rules;
    private final Tasks tasks;
    private final YearEnd yearEnd;
    private final RefundEnd refundEnd;

    ClosedYearDesk(Aggregates aggregates, Entries entries, Rules rules, Tasks tasks, Bars bars) {
        this.aggregates = aggregates;
        this.entries = entries;
        this.rules = rules;
        this.tasks = tasks;
        this.yearEnd = new YearEnd(rules);
        this.refundEnd = new RefundEnd(aggregates, bars);
    }

    @CommandHandler
    void handle(CorrectClosedYear command, Decision decision) {
        String id = command.subject();
        aggregates.ask(Appropriation.class, id, a -> {
            a.settled();
            return true;
        });
        String of = entry(command);
        aggregates.corrects(booked(of, command.appropriation()).eventId());
        PaperTerms payment = payment(command, decision);
        aggregates.on(Appropriation.class, id, a -> a.decide(command, of, payment, decision));
    }

    /** The treasury's own paper shows what it paid, and on a day of the closed year. */
    private @Nullable PaperTerms payment(CorrectClosedYear command, Decision decision) {
        if (command.payment() == null) return null;
        Acting.onTreasuryPaper(decision);
        String id = command.payment().value();
        aggregates.ask(TreasuryPaper.class, id, p -> {
            p.requireLapsedPayment(command.appropriation());
            return true;
        });
        PaperTerms terms = aggregates.ask(TreasuryPaper.class, id, TreasuryPaper::terms);
        if (command.executedOn() != null) {
            yearEnd.requireBookable(TreasuryPaperKind.PAYMENT, terms.code().year(), command.executedOn());
            Acting.notAfter(command.executedOn(), decision.today(), "executedOn");
        }
        return terms;
    }

    private String entry(CorrectClosedYear command) {
        return Entries.isEntry(command.of())
                ? command.of()
                : entries.ofEvent(command.of())
                        .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "id", command.of())
                                .at("of"));
    }

    /** @throws Refusal NOT_FOUND also for an entry of another appropriation or year */
    private EntryLog.Booked booked(String of, AppropriationId appropriation) {
        String stream = Entries.streamOf(of);
        int year = aggregates.ask(
                Appropriation.class, appropriation.value(), a -> a.code().year());
        EntryLog.Booked booked = switch (Id.kindOf(stream)) {
            case "appropriation" -> aggregates.ask(Appropriation.class, stream, a -> a.entry(of));
            case "paper" -> aggregates.ask(TreasuryPaper.class, stream, p -> p.entry(of));
            default -> throw Refusal.of(ErrorCode.NOT_FOUND, "id", of).at("of");
        };
        if (booked.postings().stream().noneMatch(p -> appropriation.equals(p.appropriation()) && p.year() == year))
            throw Refusal.of(ErrorCode.NOT_FOUND, "id", of).at("of");
        return booked;
    }

    @CommandHandler
    void handle(ConfirmClosedYearCorrection command, Decision decision) {
        String id = command.subject();
        aggregates.on(Appropriation.class, id, _ -> {});
        ClosedYearCorrectionRecorded asked =
                aggregates.ask(Appropriation.class, id, a -> a.correctionToConfirm(decision, rules));
        Correction correction = asked.correction();
        aggregates.corrects(booked(correction.of(), command.appropriation()).eventId());
        if (correction.payment() != null) paid(command.appropriation(), correction);
        aggregates.on(Appropriation.class, id, a -> a.correct(asked, decision));
        if (correction.payment() != null) {
            String paper = correction.payment().value();
            aggregates.on(TreasuryPaper.class, paper, p -> p.executeAfterAll(correction));
            refundEnd.paidAfterAll(aggregates
                    .ask(TreasuryPaper.class, paper, TreasuryPaper::terms)
                    .project());
        }
        aggregates.confirms(id, ClosedYearCorrectionRecorded.class, _ -> true);
    }

    private void paid(AppropriationId appropriation, Correction correction) {
        PaperTerms terms = aggregates.ask(
                TreasuryPaper.class,
                Objects.requireNonNull(correction.payment()).value(),
                TreasuryPaper::terms);
        String key = Voucher.key(
                Objects.requireNonNull(correction.voucherNumber()), Objects.requireNonNull(correction.executedOn()));
        aggregates.guard(Voucher.class, Voucher.id(key), v -> v.take(key, terms.id()));
        TaskFacts task = tasks.require(terms.project());
        Vnd amount = correction.amount();
        aggregates.on(TaskFunds.class, TaskFunds.id(task.id()), f -> {
            f.allocate(appropriation, amount, task);
            f.commitAgain(terms.id(), terms.kind(), terms.tranche(), amount, task);
        });
        // its work was free again since the closing
        new Volumes(aggregates).use(terms, amount);
    }

    @CommandHandler
    void handle(RejectClosedYearCorrection command, Decision decision) {
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(command, decision));
    }
}
