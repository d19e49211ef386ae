package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
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
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
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
import vn.minhchung.budgets.CarryOverCommand.ConfirmCarryOver;
import vn.minhchung.budgets.CarryOverCommand.DeclareCarryOver;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverConfirmation;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverLetter;
import vn.minhchung.budgets.CarryOverCommand.RejectCarryOver;
import vn.minhchung.budgets.CarryOverCommand.WithdrawCarryOver;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverOutcome;
import vn.minhchung.budgets.CarryOverState;
import vn.minhchung.budgets.ReturnAdvance;
import vn.minhchung.budgets.ReturnCause;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.YearEndCommand.CancelAppropriation;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndCommand.RejectYearClosing;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * What each state answers to each command, as a person wrote it down from domain.md 2.8–2.9 ({@code states/*.csv}), against
 * the code: {@code ok} or the code of the refusal.
 */
class YearStatesTest {
    private static final LocalDate AFTER = LocalDate.of(2026, 2, 11);
    private static final CarryOverId CARRY_OVER = new CarryOverId(Id.derived("carry-over", "x"));
    private static final Decision ON_PAPER = Decisions.recorded("OFFICER", Role.OFFICER, Role.COMMITTEE);
    private static final Decision LETTER = Decisions.recorded("ACCOUNTANT", Role.ACCOUNTANT, Role.FINANCE);

    /** What is sent, and by whom. */
    private record Sent(Command command, Decision decision) {}

    @Test
    void an_appropriation_answers_as_written_down() throws IOException {
        Map<String, Supplier<Cast>> states = new LinkedHashMap<>();
        states.put("RECORDED", () -> recorded(new Cast()));
        states.put("ASSIGNED", () -> assigned(new Cast()));
        states.put("IN_TABMIS", () -> inTabmis(new Cast()));
        states.put("REVERSED", () -> reversed(new Cast()));
        states.put("CLOSED", () -> closed(inTabmis(new Cast())));
        assertThat(states.keySet()).containsExactlyInAnyOrder(names(AppropriationState.values()));
        compare("appropriation", states, ofAppropriation());
    }

    @Test
    void a_budget_year_answers_as_written_down() throws IOException {
        Map<String, Supplier<Cast>> states = new LinkedHashMap<>();
        states.put("RUNNING", () -> working(new Cast()));
        states.put("OVER", () -> working(new Cast()));
        states.put("CLOSING", () -> closing(working(new Cast())));
        states.put("CLOSED", () -> closed(working(new Cast())));
        compare("budget-year", states, ofYear());
    }

    @Test
    void a_carry_over_answers_as_written_down() throws IOException {
        Map<String, Supplier<Cast>> states = new LinkedHashMap<>();
        states.put("DECLARED", () -> declared(new Cast()));
        states.put("TREASURY_RECORDED", () -> treasuryRecorded(new Cast()));
        states.put("TREASURY_CONFIRMED", () -> treasuryConfirmed(new Cast()));
        states.put("LETTER_RECORDED", () -> letter(new Cast(), CarryOverOutcome.GRANTED));
        states.put("CARRIED_OVER", () -> confirmed(letter(new Cast(), CarryOverOutcome.GRANTED)));
        states.put("REFUSED", () -> confirmed(letter(new Cast(), CarryOverOutcome.REFUSED)));
        states.put("WITHDRAWN", () -> {
            Cast cast = declared(new Cast());
            cast.fixture.given(new WithdrawCarryOver(CARRY_OVER, "thôi"), ACCOUNTANT);
            return cast;
        });
        assertThat(states.keySet()).containsExactlyInAnyOrder(names(CarryOverState.values()));
        compare("carry-over", states, ofCarryOver());
    }

    private static void compare(String table, Map<String, Supplier<Cast>> states, Map<String, Sent> commands)
            throws IOException {
        List<NamedCsvRecord> rows = rows(table);
        assertThat(rows).extracting(row -> row.getField("command")).containsExactlyElementsOf(commands.keySet());
        List<String> wrong = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            Sent sent = Objects.requireNonNull(commands.get(row.getField("command")));
            states.forEach((state, cast) -> {
                Decision decision = state.equals("RUNNING")
                        ? Decisions.on(TODAY, sent.decision())
                        : Decisions.on(AFTER, sent.decision());
                var then = cast.get().fixture.when(sent.command(), decision);
                String expected = row.getField(state);
                try {
                    if (expected.equals("ok")) then.events();
                    else then.expectRefusal(ErrorCode.valueOf(expected));
                } catch (AssertionError e) {
                    wrong.add("%s in %s: written down %s, but %s"
                            .formatted(row.getField("command"), state, expected, e.getMessage()));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, Sent> ofAppropriation() {
        Map<String, Sent> commands = new LinkedHashMap<>();
        commands.put("assignAppropriation", new Sent(Cast.assign(1_000), COMMITTEE));
        commands.put("confirmAppropriation", new Sent(new ConfirmAppropriation(APPROPRIATION), ACCOUNTANT));
        commands.put("enterInTabmis", new Sent(new EnterInTabmis(APPROPRIATION, TODAY), FINANCE));
        commands.put("supplementAppropriation", new Sent(new SupplementAppropriation(APPROPRIATION, m(1)), COMMITTEE));
        commands.put("cutAppropriation", new Sent(new CutAppropriation(APPROPRIATION, m(1)), COMMITTEE));
        commands.put("holdAppropriation", new Sent(new HoldAppropriation(APPROPRIATION, m(1)), COMMITTEE));
        commands.put("releaseHold", new Sent(new ReleaseHold(APPROPRIATION, m(1)), COMMITTEE));
        commands.put("cancelAppropriation", new Sent(new CancelAppropriation(APPROPRIATION, m(1)), FINANCE));
        commands.put("allocateToTask", new Sent(new AllocateToTask(APPROPRIATION, OTHER_TASK, m(1)), DIRECTOR));
        commands.put("releaseAllocation", new Sent(new ReleaseAllocation(APPROPRIATION, TASK, m(1)), DIRECTOR));
        commands.put("prepareWithdrawal", new Sent(Cast.prepare("z", TASK, 1), ACCOUNTANT));
        commands.put("declareCarryOver", new Sent(declare(), ACCOUNTANT));
        commands.put("closeYear", new Sent(close(), CHIEF));
        commands.put("confirmYearClosing", new Sent(new ConfirmYearClosing(APPROPRIATION), DIRECTOR));
        commands.put("rejectYearClosing", new Sent(new RejectYearClosing(APPROPRIATION, "sai"), DIRECTOR));
        commands.put("confirmAppropriationChange", new Sent(new ConfirmAppropriationChange(APPROPRIATION, 1), CHIEF));
        commands.put(
                "rejectAppropriationChange", new Sent(new RejectAppropriationChange(APPROPRIATION, 1, "sai"), CHIEF));
        commands.put("reverse", new Sent(new Reverse(entry(APPROPRIATION, 1), "sai", "12/BB"), CHIEF));
        return commands;
    }

    private static Map<String, Sent> ofYear() {
        Map<String, Sent> commands = new LinkedHashMap<>();
        commands.put("closeYear", new Sent(close(), CHIEF));
        commands.put("confirmYearClosing", new Sent(new ConfirmYearClosing(APPROPRIATION), DIRECTOR));
        commands.put("rejectYearClosing", new Sent(new RejectYearClosing(APPROPRIATION, "sai"), DIRECTOR));
        commands.put("cancelAppropriation", new Sent(new CancelAppropriation(APPROPRIATION, m(1)), FINANCE));
        commands.put("supplementAppropriation", new Sent(new SupplementAppropriation(APPROPRIATION, m(1)), COMMITTEE));
        commands.put("allocateToTask", new Sent(new AllocateToTask(APPROPRIATION, OTHER_TASK, m(1)), DIRECTOR));
        commands.put("declareCarryOver", new Sent(declare(), ACCOUNTANT));
        commands.put("prepareClearing", new Sent(clearing("z", 10), ACCOUNTANT));
        commands.put(
                "prepareReturn",
                new Sent(
                        new PrepareReturn(paper("z"), paper("a"), "z", List.of(line(10)), m(10), "không dùng hết"),
                        ACCOUNTANT));
        commands.put(
                "returnAdvance",
                new Sent(
                        new ReturnAdvance(paper("z"), paper("a"), "z", ReturnCause.NOT_DECLARED, "không được chuyển"),
                        ACCOUNTANT));
        commands.put(
                "recordExecution",
                new Sent(new RecordExecution(paper("sent"), "CT-sent", TODAY, null), voucher(ACCOUNTANT)));
        commands.put("cancelTreasuryPaper", new Sent(new CancelTreasuryPaper(paper("prepared"), "thôi"), ACCOUNTANT));
        commands.put("confirmTreasuryFact", new Sent(new ConfirmTreasuryFact(paper("clearing")), OFFICER));
        commands.put("confirmReceipt", new Sent(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD));
        commands.put("reverse", new Sent(new Reverse(entry(paper("done"), 1), "sai", "12/BB"), CHIEF));
        return commands;
    }

    private static Map<String, Sent> ofCarryOver() {
        Map<String, Sent> commands = new LinkedHashMap<>();
        commands.put("declareCarryOver", new Sent(declare(), ACCOUNTANT));
        commands.put(
                "recordCarryOverConfirmation",
                new Sent(new RecordCarryOverConfirmation(CARRY_OVER, m(100), TODAY), ACCOUNTANT));
        commands.put(
                "recordCarryOverLetter",
                new Sent(new RecordCarryOverLetter(CARRY_OVER, CarryOverOutcome.GRANTED, m(100), null), LETTER));
        commands.put("confirmCarryOver", new Sent(new ConfirmCarryOver(CARRY_OVER), CHIEF));
        commands.put("rejectCarryOver", new Sent(new RejectCarryOver(CARRY_OVER, "sai"), CHIEF));
        commands.put("withdrawCarryOver", new Sent(new WithdrawCarryOver(CARRY_OVER, "thôi"), ACCOUNTANT));
        return commands;
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

    private static Cast reversed(Cast cast) {
        cast.depositAccount()
                .fixture
                .given(Cast.assign(1_000), COMMITTEE)
                .given(new Reverse(entry(APPROPRIATION, 1), "sai", "12/BB"), CHIEF);
        return cast;
    }

    /** An advance of 300, of it 10 cleared and 10 in a clearing that waits; a withdrawal sent and one prepared. */
    private static Cast working(Cast cast) {
        cast.rules.off("budget.year-end").off("advance.first").off("advance.next");
        inTabmis(cast).fixture.given(new AllocateToTask(APPROPRIATION, TASK, m(600)), DIRECTOR);
        cast.prepared("a", TASK, 300).executed("a");
        cast.fixture.given(clearing("done", 10), ACCOUNTANT);
        recordedAtTreasury(cast, "done").fixture.given(new ConfirmTreasuryFact(paper("done")), OFFICER);
        cast.fixture.given(clearing("clearing", 10), ACCOUNTANT);
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
        cast.fixture.given(close(), Decisions.on(AFTER, CHIEF));
        return cast;
    }

    private static Cast closed(Cast cast) {
        closing(cast).fixture.given(new ConfirmYearClosing(APPROPRIATION), Decisions.on(AFTER, DIRECTOR));
        return cast;
    }

    private static Cast declared(Cast cast) {
        NextYear.assigned(inTabmis(cast), 10);
        cast.fixture.given(declare(), ACCOUNTANT);
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

    private static PrepareClearing clearing(String name, long millions) {
        return new PrepareClearing(
                paper(name), paper("a"), name, List.of(line(millions)), m(millions), null, List.of());
    }

    private static String[] names(Enum<?>[] values) {
        return List.of(values).stream().map(Enum::name).toArray(String[]::new);
    }

    private static List<NamedCsvRecord> rows(String table) throws IOException {
        try (InputStream in =
                        Objects.requireNonNull(YearStatesTest.class.getResourceAsStream("/states/" + table + ".csv"));
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }
}
