package vn.minhchung.budgets.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.CarryOverCommand.ConfirmCarryOver;
import vn.minhchung.budgets.CarryOverCommand.DeclareCarryOver;
import vn.minhchung.budgets.CarryOverCommand.Part;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverConfirmation;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverLetter;
import vn.minhchung.budgets.CarryOverCommand.RejectCarryOver;
import vn.minhchung.budgets.CarryOverCommand.WithdrawCarryOver;
import vn.minhchung.budgets.CarryOverEvent.CarryOverConfirmationRecorded;
import vn.minhchung.budgets.CarryOverEvent.CarryOverDeclared;
import vn.minhchung.budgets.CarryOverEvent.CarryOverLetterRecorded;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverOutcome;
import vn.minhchung.budgets.CarryOverPart;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/**
 * Carrying money over to the next year. It leaves the one appropriation and enters the next one of the same code in one
 * entry; an advance takes its paper and the task's part along, and rests on the next year's own money.
 */
@Component
class CarryOverDesk implements Desk {
    private final Aggregates aggregates;
    private final Rules rules;
    private final Tasks tasks;

    CarryOverDesk(Aggregates aggregates, Rules rules, Tasks tasks) {
        this.aggregates = aggregates;
        this.rules = rules;
        this.tasks = tasks;
    }

    @CommandHandler
    void handle(DeclareCarryOver command, Decision decision) {
        String from = command.appropriation().value();
        aggregates.on(Appropriation.class, from, a -> a.declare(command.carryOver(), command.kind(), command.amount()));
        List<CarryOverPart> parts = parts(command);
        if (command.kind() == CarryOverKind.ADVANCE || !parts.isEmpty()) {
            Vnd sum = sum(parts);
            if (!sum.equals(command.amount()))
                throw Refusal.of(
                                ErrorCode.LINES_DO_NOT_SUM,
                                "limit",
                                command.amount().digits(),
                                "actual",
                                sum.digits())
                        .at("amount");
        }
        AppropriationKey code = aggregates.ask(Appropriation.class, from, Appropriation::code);
        aggregates.create(CarryOver.class, command.subject(), c -> c.decide(command, code, parts, decision));
    }

    private List<CarryOverPart> parts(DeclareCarryOver command) {
        List<TreasuryPaperId> advances = command.advances();
        if (command.kind() == CarryOverKind.ADVANCE)
            return (advances == null ? List.<TreasuryPaperId>of() : List.copyOf(new HashSet<>(advances)))
                    .stream()
                            .sorted(Comparator.comparing(TreasuryPaperId::value))
                            .map(advance -> advance(advance, command.appropriation()))
                            .toList();
        if (advances != null && !advances.isEmpty())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", command.kind(), "expected", CarryOverKind.ADVANCE)
                    .at("advances");
        List<CarryOverPart> parts = new ArrayList<>();
        for (Part part : Objects.requireNonNullElse(command.parts(), List.<Part>of())) {
            Limits.requirePositive(part.amount(), "parts");
            parts.add(new CarryOverPart(tasks.require(part.project()).id(), null, part.amount()));
        }
        return List.copyOf(parts);
    }

    private CarryOverPart advance(TreasuryPaperId id, AppropriationId of) {
        PaperTerms terms = terms(id);
        if (terms.holds() != TreasuryPaperKind.ADVANCE || !terms.appropriation().equals(of))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", id.value(), "expected", TreasuryPaperKind.ADVANCE)
                    .at("advances");
        return new CarryOverPart(terms.project(), id, Lines.sum(outstanding(id)));
    }

    @CommandHandler
    void handle(RecordCarryOverConfirmation command, Decision decision) {
        aggregates.on(CarryOver.class, command.subject(), c -> c.decide(command, decision));
    }

    @CommandHandler
    void handle(RecordCarryOverLetter command, Decision decision) {
        aggregates.on(CarryOver.class, command.subject(), c -> c.decide(command, decision));
    }

    @CommandHandler
    void handle(RejectCarryOver command, Decision decision) {
        aggregates.on(CarryOver.class, command.subject(), c -> c.decide(command, decision));
    }

    @CommandHandler
    void handle(WithdrawCarryOver command, Decision decision) {
        CarryOverDeclared declared = aggregates.ask(CarryOver.class, command.subject(), CarryOver::declared);
        onFrom(declared, a -> a.endCarryOver(declared.carryOver()));
        aggregates.on(CarryOver.class, command.subject(), c -> c.decide(command, decision));
    }

    @CommandHandler
    void handle(ConfirmCarryOver command, Decision decision) {
        String id = command.subject();
        CarryOverDeclared declared = aggregates.ask(CarryOver.class, id, CarryOver::declared);
        CarryOverLetterRecorded letter = aggregates
                .ask(CarryOver.class, id, c -> Optional.ofNullable(c.letter()))
                .orElse(null);
        if (letter == null) {
            aggregates.on(CarryOver.class, id, c -> {
                c.requireRecorded();
                c.confirmTreasury(decision, rules);
            });
            aggregates.confirms(id, CarryOverConfirmationRecorded.class, _ -> true);
            return;
        }
        if (letter.outcome() == CarryOverOutcome.REFUSED) refuse(declared, letter, decision);
        else if (declared.kind() == CarryOverKind.APPROPRIATION) carryAppropriation(declared, letter, decision);
        else carryAdvances(declared, letter, decision);
        aggregates.confirms(id, CarryOverLetterRecorded.class, _ -> true);
    }

    private void refuse(CarryOverDeclared declared, CarryOverLetterRecorded letter, Decision decision) {
        onFrom(declared, a -> a.endCarryOver(declared.carryOver()));
        effect(declared, letter, null, List.of(), List.of(), decision);
    }

    private void carryAppropriation(CarryOverDeclared declared, CarryOverLetterRecorded letter, Decision decision) {
        AppropriationId into = requireNext(declared.code());
        onFrom(declared, a -> {
            a.endCarryOver(declared.carryOver());
            a.carryOut(declared.carryOver(), letter.amount());
        });
        aggregates.on(Appropriation.class, into.value(), a -> a.carryIn(declared.carryOver(), letter.amount()));
        List<Posting> postings = Postings.ofUnit(declared.appropriation(), declared.code())
                .add(LedgerAccount.CARRIED_OUT, letter.amount())
                .and(Postings.ofUnit(into, next(declared.code())).add(LedgerAccount.CARRIED_IN, letter.amount()))
                .list();
        effect(declared, letter, into, letter.parts(), postings, decision);
    }

    /**
     * What is outstanding now: less than declared, where some was cleared or returned since. More, or an advance that another
     * letter has moved meanwhile, is not what this letter grants.
     */
    private void carryAdvances(CarryOverDeclared declared, CarryOverLetterRecorded letter, Decision decision) {
        AppropriationId into = requireNext(declared.code());
        AppropriationKey nextCode = next(declared.code());
        CarryOverId id = declared.carryOver();
        onFrom(declared, a -> a.endCarryOver(id));
        List<CarryOverPart> moved = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        for (CarryOverPart part : letter.parts()) {
            TreasuryPaperId advance = Objects.requireNonNull(part.advance());
            PaperTerms terms = terms(advance);
            List<TreasuryPaperLine> lines = outstanding(advance);
            Vnd sum = Lines.sum(lines);
            Vnd granted = terms.appropriation().equals(declared.appropriation()) ? part.amount() : Vnd.ZERO;
            Limits.require(ErrorCode.CARRY_OVER_EXCEEDED, granted, granted, sum);
            if (sum.isZero()) continue;
            ProjectId task = part.project();
            moved.add(new CarryOverPart(task, advance, sum));
            onFrom(declared, a -> a.moveAdvanceOut(id, task, sum));
            aggregates.on(Appropriation.class, into.value(), a -> a.moveAdvanceIn(id, task, sum));
            postings.addAll(leaving(declared, task, terms.tranche(), lines).list());
            postings.addAll(
                    entering(into, nextCode, task, terms.tranche(), lines).list());
        }
        effect(declared, letter, into, moved, List.copyOf(postings), decision);
        for (CarryOverPart part : moved)
            aggregates.on(
                    TreasuryPaper.class,
                    Objects.requireNonNull(part.advance()).value(),
                    paper -> paper.moveTo(id, into, nextCode, part.amount()));
    }

    private static Postings leaving(
            CarryOverDeclared declared, ProjectId task, int tranche, List<TreasuryPaperLine> lines) {
        return Postings.ofTranche(declared.appropriation(), declared.code(), task, tranche)
                .takeBack(LedgerAccount.ADVANCED, lines)
                .and(Postings.ofTask(declared.appropriation(), declared.code(), task)
                        .add(LedgerAccount.ALLOCATED, Lines.sum(lines).negate()));
    }

    private static Postings entering(
            AppropriationId into, AppropriationKey code, ProjectId task, int tranche, List<TreasuryPaperLine> lines) {
        return Postings.ofTranche(into, code, task, tranche)
                .add(LedgerAccount.ADVANCED, lines)
                .and(Postings.ofTask(into, code, task).add(LedgerAccount.ALLOCATED, Lines.sum(lines)));
    }

    private void effect(
            CarryOverDeclared declared,
            CarryOverLetterRecorded letter,
            @Nullable AppropriationId into,
            List<CarryOverPart> moved,
            List<Posting> postings,
            Decision decision) {
        aggregates.on(
                CarryOver.class,
                declared.carryOver().value(),
                c -> c.takeEffect(letter, into, moved, postings, decision, rules));
    }

    private void onFrom(CarryOverDeclared declared, Consumer<Appropriation> decide) {
        aggregates.on(Appropriation.class, declared.appropriation().value(), decide);
    }

    /** @throws Refusal NEXT_APPROPRIATION_MISSING: money is carried over to an appropriation of the same purpose only */
    private AppropriationId requireNext(AppropriationKey code) {
        return nextYear(aggregates, code)
                .orElseThrow(() -> Refusal.of(ErrorCode.NEXT_APPROPRIATION_MISSING, "year", code.year() + 1));
    }

    /** The appropriation of the year after by the same code. */
    static Optional<AppropriationId> nextYear(Aggregates aggregates, AppropriationKey code) {
        String key = next(code).key();
        Optional<AppropriationId> holder =
                aggregates.peek(UniqueCode.class, UniqueCode.id(key), g -> Optional.ofNullable(g.holder()));
        return Objects.requireNonNullElse(holder, Optional.empty());
    }

    private static AppropriationKey next(AppropriationKey code) {
        return new AppropriationKey(
                code.unit(), code.chapter(), code.sector(), code.sourceNature(), code.programme(), code.year() + 1);
    }

    private PaperTerms terms(TreasuryPaperId id) {
        return aggregates.ask(TreasuryPaper.class, id.value(), TreasuryPaper::terms);
    }

    private List<TreasuryPaperLine> outstanding(TreasuryPaperId advance) {
        return aggregates.ask(TreasuryPaper.class, advance.value(), TreasuryPaper::outstandingLines);
    }

    private static Vnd sum(List<CarryOverPart> parts) {
        return Vnd.sum(parts.stream().map(CarryOverPart::amount).toList());
    }
}
