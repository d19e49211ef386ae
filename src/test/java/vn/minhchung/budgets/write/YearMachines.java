package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.COMMITTEE;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.FINANCE;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.OTHER_TASK;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Papers.clearing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationCommand;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.RejectAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.ReleaseAllocation;
import vn.minhchung.budgets.AppropriationCommand.ReleaseHold;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.budgets.AppropriationState;
import vn.minhchung.budgets.BudgetYearState;
import vn.minhchung.budgets.CarryOverCommand;
import vn.minhchung.budgets.CarryOverCommand.ConfirmCarryOver;
import vn.minhchung.budgets.CarryOverCommand.DeclareCarryOver;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverConfirmation;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverLetter;
import vn.minhchung.budgets.CarryOverCommand.RejectCarryOver;
import vn.minhchung.budgets.CarryOverCommand.WithdrawCarryOver;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverOutcome;
import vn.minhchung.budgets.CarryOverState;
import vn.minhchung.budgets.ClosedYearCommand;
import vn.minhchung.budgets.ClosedYearCommand.ConfirmClosedYearCorrection;
import vn.minhchung.budgets.ClosedYearCommand.CorrectClosedYear;
import vn.minhchung.budgets.ClosedYearCommand.RejectClosedYearCorrection;
import vn.minhchung.budgets.CorrectionLine;
import vn.minhchung.budgets.ReturnAdvance;
import vn.minhchung.budgets.ReturnCause;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.YearClosing;
import vn.minhchung.budgets.YearEndCommand;
import vn.minhchung.budgets.YearEndCommand.CancelAppropriation;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndCommand.RejectYearClosing;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * What an appropriation, its budget year and a carry-over do in each of their states. The last day of drawing and the end of
 * the adjustment period are those of the shipped rule.
 */
final class YearMachines {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);
    private static final LocalDate AFTER = LocalDate.of(2026, 2, 11);
    private static final CarryOverId CARRY_OVER = new CarryOverId(Id.derived("carry-over", "x"));
    private static final Decision ON_PAPER = Decisions.recorded("OFFICER", Role.OFFICER, Role.COMMITTEE);
    private static final Decision LETTER = Decisions.recorded("ACCOUNTANT", Role.ACCOUNTANT, Role.FINANCE);

    private YearMachines() {}

    static StateMachine appropriations() {
        return ofAppropriation(StateMachine.of(
                                "appropriation",
                                "Year appropriation",
                                AppropriationState.class,
                                Appropriation.class,
                                APPROPRIATION.value())
                        .on(AFTER, StateMachine.NONE, () -> new Cast().depositAccount().fixture)
                        .on(AFTER, "RECORDED", () -> recorded(new Cast()).fixture)
                        .on(AFTER, "ASSIGNED", () -> assigned(new Cast()).fixture)
                        .on(AFTER, "IN_TABMIS", () -> inTabmis(new Cast()).fixture)
                        .on(AFTER, "UNALLOCATED", () -> unallocated(new Cast()).fixture)
                        .on(
                                AFTER,
                                "UNALLOCATED_IN_TABMIS",
                                () -> unallocated(new Cast())
                                        .fixture
                                        .given(new EnterInTabmis(APPROPRIATION, TODAY), FINANCE))
                        .on(
                                AFTER,
                                "CHANGE_RECORDED",
                                () -> assigned(new Cast())
                                        .fixture
                                        .given(new EnterInTabmis(APPROPRIATION, TODAY), LETTER))
                        .on(AFTER, "CLOSING_ASSIGNED", () -> closing(assigned(new Cast())).fixture)
                        .on(AFTER, "CLOSING", () -> closing(inTabmis(new Cast())).fixture)
                        .on(AFTER, "REVERSED", () -> reversed(new Cast()).fixture)
                        .on(AFTER, "CLOSED", () -> closed(inTabmis(new Cast())).fixture))
                .takes(AppropriationCommand.class, YearEndCommand.class, Reverse.class);
    }

    /** The rule of the year end refuses as it ships; only what was closed refuses by itself. */
    static StateMachine years() {
        return ofYear(StateMachine.of("budget-year", "Budget year", BudgetYearState.class, YearMachines::year)
                        .on(TODAY, StateMachine.NONE, () -> new Cast().depositAccount().fixture)
                        .on(TODAY, "OPEN", () -> working(new Cast()).fixture)
                        .on(JANUARY, "ADJUSTING", () -> ruled(working(new Cast())))
                        .on(AFTER, "TO_BE_CLOSED", () -> ruled(working(new Cast())))
                        .on(AFTER, "SETTLED", () -> ruled(inTabmis(new Cast())))
                        .on(AFTER, "CLOSING", () -> ruled(closing(working(new Cast()))))
                        .on(AFTER, "CLOSING_SETTLED", () -> ruled(closing(inTabmis(new Cast()))))
                        .on(AFTER, "CLOSED", () -> closed(working(new Cast())).fixture)
                        .on(
                                AFTER,
                                "CORRECTION_RECORDED",
                                () -> closed(working(new Cast())).fixture.given(correct(), Decisions.on(AFTER, CHIEF))))
                .passes("past-31/12", TODAY, LocalDate.of(2026, 1, 1))
                .passes("past-31/01", JANUARY, LocalDate.of(2026, 2, 1))
                .takes(YearEndCommand.class, ClosedYearCommand.class);
    }

    /** Of the clearing that was booked. */
    private static CorrectClosedYear correct() {
        return new CorrectClosedYear(
                APPROPRIATION,
                entry(paper("done"), 1),
                List.of(new CorrectionLine(TASK, 1, LineCategory.REMUNERATION, "7017", m(-5))),
                null,
                null,
                null,
                "sai",
                "12/BB");
    }

    static StateMachine carryOvers() {
        return StateMachine.of("carry-over", "Carry-over", CarryOverState.class, CarryOver.class, CARRY_OVER.value())
                .in(StateMachine.NONE, () -> withNextYear(new Cast()).fixture)
                .in("DECLARED", () -> declared(new Cast()).fixture)
                .in("TREASURY_RECORDED", () -> treasuryRecorded(new Cast()).fixture)
                .in("TREASURY_CONFIRMED", () -> treasuryConfirmed(new Cast()).fixture)
                .in("LETTER_RECORDED", () -> letter(new Cast(), CarryOverOutcome.GRANTED).fixture)
                .in("REFUSAL_RECORDED", () -> letter(new Cast(), CarryOverOutcome.REFUSED).fixture)
                .in("CARRIED_OVER", () -> confirmed(letter(new Cast(), CarryOverOutcome.GRANTED)).fixture)
                .in("REFUSED", () -> confirmed(letter(new Cast(), CarryOverOutcome.REFUSED)).fixture)
                .in(
                        "WITHDRAWN",
                        () -> declared(new Cast()).fixture.given(new WithdrawCarryOver(CARRY_OVER, "thôi"), ACCOUNTANT))
                .sent(declare(), ACCOUNTANT)
                .sent(new RecordCarryOverConfirmation(CARRY_OVER, m(100), TODAY), ACCOUNTANT)
                .sent(new RecordCarryOverLetter(CARRY_OVER, CarryOverOutcome.GRANTED, m(100), null), LETTER)
                .sent(new ConfirmCarryOver(CARRY_OVER), CHIEF)
                .sent(new RejectCarryOver(CARRY_OVER, "sai"), CHIEF)
                .sent(new WithdrawCarryOver(CARRY_OVER, "thôi"), ACCOUNTANT)
                .takes(CarryOverCommand.class);
    }

    private static StateMachine ofAppropriation(StateMachine machine) {
        return machine.sent(Cast.assign(1_000), COMMITTEE)
                .sent("recorded", Cast.assign(1_000), ON_PAPER)
                .sent(new ConfirmAppropriation(APPROPRIATION), ACCOUNTANT)
                .sent(new EnterInTabmis(APPROPRIATION, TODAY), FINANCE)
                .sent(new SupplementAppropriation(APPROPRIATION, m(1)), COMMITTEE)
                .sent(new CutAppropriation(APPROPRIATION, m(1)), COMMITTEE)
                .sent(new HoldAppropriation(APPROPRIATION, m(1)), COMMITTEE)
                .sent(new ReleaseHold(APPROPRIATION, m(1)), COMMITTEE)
                .sent(new CancelAppropriation(APPROPRIATION, m(1)), FINANCE)
                .sent(new AllocateToTask(APPROPRIATION, OTHER_TASK, m(1)), DIRECTOR)
                .sent(new ReleaseAllocation(APPROPRIATION, TASK, m(1)), DIRECTOR)
                .sent(Cast.prepare("z", TASK, 1), ACCOUNTANT)
                .sent(declare(), ACCOUNTANT)
                .sent(close(), CHIEF)
                .sent(new ConfirmYearClosing(APPROPRIATION), DIRECTOR)
                .sent(new RejectYearClosing(APPROPRIATION, "sai"), DIRECTOR)
                .sent(new ConfirmAppropriationChange(APPROPRIATION, 1), CHIEF)
                .sent(new RejectAppropriationChange(APPROPRIATION, 1, "sai"), CHIEF)
                .sent(new Reverse(entry(APPROPRIATION, 1), "sai", "12/BB"), CHIEF);
    }

    private static StateMachine ofYear(StateMachine machine) {
        return machine.sent(Cast.assign(1_000), COMMITTEE)
                .sent(close(), CHIEF)
                .sent(new ConfirmYearClosing(APPROPRIATION), DIRECTOR)
                .sent(new RejectYearClosing(APPROPRIATION, "sai"), DIRECTOR)
                .sent(Cast.prepare("z", TASK, 1), ACCOUNTANT)
                .sent(new CancelAppropriation(APPROPRIATION, m(1)), FINANCE)
                .sent(new SupplementAppropriation(APPROPRIATION, m(1)), COMMITTEE)
                .sent(new AllocateToTask(APPROPRIATION, OTHER_TASK, m(1)), DIRECTOR)
                .sent(declare(), ACCOUNTANT)
                .sent(clearing("z", "a", 10), ACCOUNTANT)
                .sent(Papers.giveBack("z", "a", 10), ACCOUNTANT)
                .sent(
                        new ReturnAdvance(paper("z"), paper("a"), "z", ReturnCause.NOT_DECLARED, "không được chuyển"),
                        ACCOUNTANT)
                .sent(new RecordExecution(paper("sent"), "CT-sent", TODAY, null), voucher(ACCOUNTANT))
                .sent(new CancelTreasuryPaper(paper("prepared"), "thôi"), ACCOUNTANT)
                .sent(new ConfirmTreasuryFact(paper("clearing")), OFFICER)
                .sent(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD)
                .sent(new Reverse(entry(paper("done"), 1), "sai", "12/BB"), CHIEF)
                .sent(correct(), CHIEF)
                .sent(new ConfirmClosedYearCorrection(APPROPRIATION), DIRECTOR)
                .sent(new RejectClosedYearCorrection(APPROPRIATION, "sai"), DIRECTOR);
    }

    /** The state is a function of the day and of what the appropriation keeps for the end of its year. */
    private static @Nullable Object year(DecisionFixture fixture, @Nullable LocalDate day) {
        BudgetYear kept = fixture.ask(Appropriation.class, APPROPRIATION.value(), appropriation ->
                (BudgetYear) Objects.requireNonNull(StateMachine.field(appropriation, "year")));
        if (kept == null) return null;
        boolean struck = kept.closed() || StateMachine.field(kept, "asked") != null;
        YearClosing closing = struck
                ? new YearClosing(
                        YearEndExamples.BALANCE,
                        YearEndExamples.TABLE,
                        0,
                        AFTER,
                        kept.closed() ? AFTER : null,
                        kept.closed() ? 1L : null)
                : null;
        return BudgetYearState.on(
                Objects.requireNonNull(day), 2025, LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 31), closing);
    }

    /** From here on the rule of the year end refuses. */
    private static DecisionFixture ruled(Cast cast) {
        cast.rules.shipped("budget.year-end", "tt-26-2026");
        return cast.fixture;
    }

    private static Cast recorded(Cast cast) {
        cast.depositAccount().fixture.given(Cast.assign(1_000), ON_PAPER);
        return cast;
    }

    private static Cast assigned(Cast cast) {
        cast.depositAccount()
                .fixture
                .given(Cast.assign(1_000), COMMITTEE)
                .given(new AllocateToTask(APPROPRIATION, TASK, m(100)), DIRECTOR);
        return cast;
    }

    private static Cast inTabmis(Cast cast) {
        assigned(cast).fixture.given(new EnterInTabmis(APPROPRIATION, TODAY), FINANCE);
        return cast;
    }

    private static Cast unallocated(Cast cast) {
        cast.depositAccount().fixture.given(Cast.assign(1_000), COMMITTEE);
        return cast;
    }

    private static Cast reversed(Cast cast) {
        unallocated(cast).fixture.given(new Reverse(entry(APPROPRIATION, 1), "sai", "12/BB"), CHIEF);
        return cast;
    }

    /** An advance of 300, of it 10 cleared and 10 in a clearing that waits; a withdrawal sent and one prepared. */
    private static Cast working(Cast cast) {
        cast.rules.off("budget.year-end").off("advance.first").off("advance.next");
        inTabmis(cast).fixture.given(new AllocateToTask(APPROPRIATION, TASK, m(600)), DIRECTOR);
        cast.prepared("a", TASK, 300).executed("a");
        cast.fixture.given(clearing("done", "a", 10), ACCOUNTANT);
        recordedAtTreasury(cast, "done").fixture.given(new ConfirmTreasuryFact(paper("done")), OFFICER);
        cast.fixture.given(clearing("clearing", "a", 10), ACCOUNTANT);
        recordedAtTreasury(cast, "clearing");
        cast.prepared("sent", TASK, 20).sent("sent");
        cast.prepared("prepared", TASK, 20);
        return cast;
    }

    private static Cast recordedAtTreasury(Cast cast, String name) {
        cast.fixture
                .given(new SignSecond(paper(name)), CHIEF)
                .given(new SignFirst(paper(name)), DIRECTOR)
                .given(new SendToTreasury(paper(name)), ACCOUNTANT)
                .given(new RecordExecution(paper(name), "CT-" + name, TODAY, null), voucher(ACCOUNTANT));
        return cast;
    }

    private static Cast closing(Cast cast) {
        cast.rules.off("budget.year-end");
        cast.fixture.given(close(), Decisions.on(AFTER, CHIEF));
        return cast;
    }

    private static Cast closed(Cast cast) {
        closing(cast).fixture.given(new ConfirmYearClosing(APPROPRIATION), Decisions.on(AFTER, DIRECTOR));
        return cast;
    }

    private static Cast withNextYear(Cast cast) {
        NextYear.assigned(inTabmis(cast), 10);
        return cast;
    }

    private static Cast declared(Cast cast) {
        withNextYear(cast).fixture.given(declare(), ACCOUNTANT);
        return cast;
    }

    private static Cast treasuryRecorded(Cast cast) {
        declared(cast).fixture.given(new RecordCarryOverConfirmation(CARRY_OVER, m(100), TODAY), ACCOUNTANT);
        return cast;
    }

    private static Cast treasuryConfirmed(Cast cast) {
        return confirmed(treasuryRecorded(cast));
    }

    private static Cast letter(Cast cast, CarryOverOutcome outcome) {
        treasuryConfirmed(cast)
                .fixture
                .given(
                        new RecordCarryOverLetter(
                                CARRY_OVER, outcome, m(outcome == CarryOverOutcome.GRANTED ? 100 : 0), null),
                        LETTER);
        return cast;
    }

    private static Cast confirmed(Cast cast) {
        cast.fixture.given(new ConfirmCarryOver(CARRY_OVER), CHIEF);
        return cast;
    }

    private static DeclareCarryOver declare() {
        return new DeclareCarryOver(
                CARRY_OVER, CarryOverKind.APPROPRIATION, APPROPRIATION, m(100), null, null, "nhiệm vụ dở dang");
    }

    private static CloseYear close() {
        return new CloseYear(APPROPRIATION, YearEndExamples.TABLE);
    }
}
