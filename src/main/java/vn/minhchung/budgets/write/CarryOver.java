package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.CarryOverCommand.DeclareCarryOver;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverConfirmation;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverLetter;
import vn.minhchung.budgets.CarryOverCommand.RejectCarryOver;
import vn.minhchung.budgets.CarryOverCommand.WithdrawCarryOver;
import vn.minhchung.budgets.CarryOverEvent;
import vn.minhchung.budgets.CarryOverEvent.*;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverOutcome;
import vn.minhchung.budgets.CarryOverPart;
import vn.minhchung.budgets.CarryOverState;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.Posting;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.rules.Rules;

/**
 * Money that the unit asks to carry over to the next year: declared → confirmed by the treasury → granted, wholly or in
 * part, or refused by the finance department's letter. Both papers are recorded and compared by a second person. Nothing
 * moves, and nothing of it is usable in the next year, before the letter is confirmed.
 */
@AggregateRoot(type = "CarryOver")
class CarryOver {
    private static final Set<CarryOverState> BEFORE_LETTER =
            EnumSet.of(CarryOverState.DECLARED, CarryOverState.TREASURY_RECORDED, CarryOverState.TREASURY_CONFIRMED);

    @AggregateIdentifier
    private String id;

    private CarryOverDeclared declared;
    private CarryOverState state;
    private @Nullable CarryOverConfirmationRecorded confirmation;
    private Vnd confirmed = Vnd.ZERO;
    private @Nullable CarryOverLetterRecorded letter;

    CarryOver() {}

    CarryOverDeclared declared() {
        return declared;
    }

    /** The letter that waits to be compared; null while none does. */
    @Nullable
    CarryOverLetterRecorded letter() {
        return letter;
    }

    void decide(DeclareCarryOver command, AppropriationKey code, List<CarryOverPart> parts, Decision decision) {
        decision.requireTaken();
        apply(new CarryOverDeclared(
                command.carryOver(),
                command.kind(),
                command.appropriation(),
                code,
                command.amount(),
                parts,
                Acting.reason(command.reason()),
                decision.effectiveOn()));
    }

    void decide(RecordCarryOverConfirmation command, Decision decision) {
        requireState(EnumSet.of(CarryOverState.DECLARED));
        decision.requireTaken();
        decision.requireBasis();
        Acting.notAfter(command.confirmedOn(), decision.today(), "confirmedOn");
        requireWithin(command.amount(), declared.amount());
        apply(new CarryOverConfirmationRecorded(
                self(), year(), command.amount(), command.confirmedOn(), recorder(decision)));
    }

    void decide(RecordCarryOverLetter command, Decision decision) {
        requireState(EnumSet.of(CarryOverState.TREASURY_CONFIRMED));
        decision.requireBasis();
        Acting.recorded(decision, Role.FINANCE);
        List<CarryOverPart> granted = granted(command);
        apply(new CarryOverLetterRecorded(
                self(),
                year(),
                command.outcome(),
                command.amount(),
                granted,
                decision.basis().getFirst().number(),
                decision.effectiveOn(),
                Evidence.of(decision.basis()),
                decision.recorders(Role.FINANCE, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.OFFICER)));
    }

    /** Less than declared may be granted: of advances, fewer of them. */
    private List<CarryOverPart> granted(RecordCarryOverLetter command) {
        if (command.outcome() == CarryOverOutcome.REFUSED) {
            if (!command.amount().isZero())
                throw Refusal.of(
                                ErrorCode.INVALID_INPUT,
                                "value",
                                command.amount().digits(),
                                "expected",
                                "0")
                        .at("amount");
            return List.of();
        }
        requireWithin(command.amount(), confirmed);
        if (declared.kind() == CarryOverKind.APPROPRIATION) return declared.parts();
        List<TreasuryPaperId> named = command.advances();
        List<CarryOverPart> parts = declared.parts().stream()
                .filter(part -> named == null || named.contains(part.advance()))
                .toList();
        Vnd sum = Vnd.sum(parts.stream().map(CarryOverPart::amount).toList());
        if (!sum.equals(command.amount()) || (named != null && named.size() != parts.size()))
            throw Refusal.of(
                            ErrorCode.LINES_DO_NOT_SUM,
                            "limit",
                            command.amount().digits(),
                            "actual",
                            sum.digits())
                    .at("advances");
        return parts;
    }

    void confirmTreasury(Decision decision, Rules rules) {
        CarryOverConfirmationRecorded known = Objects.requireNonNull(confirmation);
        requireSecond(known.recordedBy(), decision, rules);
        apply(new CarryOverConfirmed(self(), year(), known.amount(), known.confirmedOn()));
    }

    /** @param into the next year's appropriation, for a letter that grants */
    void takeEffect(
            CarryOverLetterRecorded known,
            @Nullable AppropriationId into,
            List<CarryOverPart> moved,
            List<Posting> postings,
            Decision decision,
            Rules rules) {
        requireSecond(known.recordedBy(), decision, rules);
        if (into == null) {
            apply(new CarryOverRefused(
                    self(), declared.kind(), year(), declared.amount(), declared.parts(), known.number()));
            return;
        }
        apply(new CarriedOver(
                self(),
                declared.kind(),
                declared.appropriation(),
                into,
                year(),
                known.amount(),
                moved,
                known.number(),
                Entries.id(id, 1),
                known.effectiveOn(),
                decision.today(),
                known.evidence().or(Evidence.of(decision.basis())),
                postings));
    }

    void decide(RejectCarryOver command, Decision decision) {
        decision.requireTaken();
        requireState(EnumSet.of(CarryOverState.TREASURY_RECORDED, CarryOverState.LETTER_RECORDED));
        apply(new CarryOverRecordRejected(self(), year(), letter != null, Acting.reason(command.reason())));
    }

    void decide(WithdrawCarryOver command, Decision decision) {
        decision.requireTaken();
        requireState(BEFORE_LETTER);
        apply(new CarryOverWithdrawn(self(), year(), Acting.reason(command.reason())));
    }

    @EventSourcingHandler
    void evolve(CarryOverEvent event) {
        id = event.carryOver().value();
        switch (event) {
            case CarryOverDeclared e -> {
                declared = e;
                state = CarryOverState.DECLARED;
            }
            case CarryOverConfirmationRecorded e -> {
                confirmation = e;
                state = CarryOverState.TREASURY_RECORDED;
            }
            case CarryOverConfirmed e -> {
                confirmation = null;
                confirmed = e.amount();
                state = CarryOverState.TREASURY_CONFIRMED;
            }
            case CarryOverLetterRecorded e -> {
                letter = e;
                state = CarryOverState.LETTER_RECORDED;
            }
            case CarryOverRecordRejected _ -> {
                state = letter == null ? CarryOverState.DECLARED : CarryOverState.TREASURY_CONFIRMED;
                confirmation = null;
                letter = null;
            }
            case CarryOverRefused _ -> {
                letter = null;
                state = CarryOverState.REFUSED;
            }
            case CarryOverWithdrawn _ -> state = CarryOverState.WITHDRAWN;
            case CarriedOver _ -> {
                letter = null;
                state = CarryOverState.CARRIED_OVER;
            }
        }
    }

    void requireRecorded() {
        requireState(EnumSet.of(CarryOverState.TREASURY_RECORDED, CarryOverState.LETTER_RECORDED));
    }

    private int year() {
        return declared.code().year();
    }

    private CarryOverId self() {
        return new CarryOverId(id);
    }

    private static void requireSecond(List<PersonId> recordedBy, Decision decision, Rules rules) {
        decision.requireTaken();
        rules.twoPersons(
                "four-eyes.record-confirm",
                decision.today(),
                recordedBy,
                Acting.persons(decision, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.OFFICER, Role.FINANCE));
    }

    private static void requireWithin(Vnd amount, Vnd limit) {
        Limits.requirePositive(amount, "amount");
        Limits.require(ErrorCode.CARRY_OVER_EXCEEDED, limit, limit, amount, "amount");
    }

    private static List<PersonId> recorder(Decision decision) {
        return Acting.persons(decision, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.OFFICER);
    }

    private void requireState(Set<CarryOverState> wanted) {
        if (!wanted.contains(state)) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state, "needed", wanted);
    }
}
