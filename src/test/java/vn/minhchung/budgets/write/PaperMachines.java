package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DEPARTMENT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Papers.clearing;
import static vn.minhchung.budgets.write.Papers.giveBack;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import vn.minhchung.budgets.OpeningBalance;
import vn.minhchung.budgets.ReturnAdvance;
import vn.minhchung.budgets.ReturnCause;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
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
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.TreasuryPaperState;
import vn.minhchung.budgets.VolumeCommand;
import vn.minhchung.budgets.VolumeCommand.CancelVolume;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeCommand.SignVolumeFirst;
import vn.minhchung.budgets.VolumeCommand.SignVolumeSecond;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.budgets.VolumeState;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What papers for the treasury and tables of completed work do in each of their states. The paper in question is {@code a}. */
final class PaperMachines {
    private static final VolumeId VOLUME = new VolumeId(Id.derived("volume", "v"));

    private static final LocalDate AFTER = LocalDate.of(2026, 2, 11);

    private PaperMachines() {}

    /** Of every kind: a clearing, a return, a re-coding and a takeover go their own ways. */
    static StateMachine papers() {
        StateMachine machine = StateMachine.of(
                        "treasury-paper",
                        "Paper for the treasury",
                        TreasuryPaperState.class,
                        TreasuryPaper.class,
                        paper("a").value())
                .in(StateMachine.NONE, () -> in(_ -> {}))
                .in(
                        "NONE_ADVANCED",
                        () -> in(cast -> cast.prepared("b", TASK, 100).executed("b")));
        withdrawals(machine);
        settlements(machine);
        openings(machine);
        return sent(machine)
                .takes(TreasuryPaperCommand.class, Reverse.class, ReturnAdvance.class, ConfirmYearClosing.class);
    }

    private static StateMachine sent(StateMachine machine) {
        return machine.sent(Cast.prepare("a", TASK, 100), ACCOUNTANT)
                .sent(opening(), voucher(ACCOUNTANT))
                .sent("made", clearing("a", "b", 100), ACCOUNTANT)
                .sent("made", giveBack("a", "b", 100), ACCOUNTANT)
                .sent("made", recoding("a", "b", "7017", "6650", 100), ACCOUNTANT)
                .sent("made", demanded("a", "b"), ACCOUNTANT)
                .sent(new AmendTreasuryPaper(paper("a"), List.of(line(90)), m(90), null, "bớt"), ACCOUNTANT)
                .sent(new CancelTreasuryPaper(paper("a"), "lập trùng"), ACCOUNTANT)
                .sent(new SignSecond(paper("a")), CHIEF)
                .sent(new SignFirst(paper("a")), DIRECTOR)
                .sent(new SendToTreasury(paper("a")), ACCOUNTANT)
                .sent(new ResendTreasuryPaper(paper("a")), ACCOUNTANT)
                .sent(execution("a", "KB-x"), voucher(ACCOUNTANT))
                .sent(new RecordReturn(paper("a"), TODAY, "sai mã"), voucher(ACCOUNTANT))
                .sent(new ConfirmTreasuryFact(paper("a")), OFFICER)
                .sent(new RejectTreasuryFact(paper("a"), "sai số"), OFFICER)
                .sent(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD)
                .sent(clearing("x", "a", 10), ACCOUNTANT)
                .sent(giveBack("x", "a", 10), ACCOUNTANT)
                .sent(recoding("x", "a", "7017", "6650", 10), ACCOUNTANT)
                .sent("asked", demanded("x", "a"), ACCOUNTANT)
                .sent("first entry", new Reverse(Cast.entry(paper("a"), 1), "sai", "12/BB"), CHIEF)
                .sent("second entry", new Reverse(Cast.entry(paper("a"), 2), "sai", "12/BB"), CHIEF)
                .sent("third entry", new Reverse(Cast.entry(paper("a"), 3), "sai", "12/BB"), CHIEF)
                .sent(
                        "",
                        new ConfirmYearClosing(APPROPRIATION),
                        Decisions.on(AFTER, DIRECTOR),
                        fixture -> StateMachine.before(
                                fixture,
                                new CloseYear(APPROPRIATION, YearEndExamples.TABLE),
                                Decisions.on(AFTER, CHIEF)));
    }

    private static void withdrawals(StateMachine machine) {
        Consumer<Cast> prepared = cast -> cast.prepared("a", TASK, 100);
        Consumer<Cast> second = given(prepared, new SignSecond(paper("a")), CHIEF);
        Consumer<Cast> first = given(second, new SignFirst(paper("a")), DIRECTOR);
        Consumer<Cast> sent = given(first, new SendToTreasury(paper("a")), ACCOUNTANT);
        Consumer<Cast> recorded = given(sent, execution("a", "KB-a"), voucher(ACCOUNTANT));
        Consumer<Cast> refused = given(sent, new RecordReturn(paper("a"), TODAY, "sai mã"), voucher(ACCOUNTANT));
        Consumer<Cast> executed = given(recorded, new ConfirmTreasuryFact(paper("a")), OFFICER);
        Consumer<Cast> closing =
                given(prepared, new CloseYear(APPROPRIATION, YearEndExamples.TABLE), Decisions.on(AFTER, CHIEF));
        machine.in("PREPARED", () -> in(prepared))
                .in("SECOND_SIGNED", () -> in(second))
                .in("FIRST_SIGNED", () -> in(first))
                .in("SENT", () -> in(sent))
                .in("FACT_RECORDED", () -> in(recorded))
                .in("RETURN_RECORDED", () -> in(refused))
                .in("EXECUTED", () -> in(executed))
                .in("RECEIVED", () -> in(given(executed, new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD)))
                .in("RETURNED", () -> in(given(refused, new ConfirmTreasuryFact(paper("a")), OFFICER)))
                .in("CANCELLED", () -> in(given(prepared, new CancelTreasuryPaper(paper("a"), "trùng"), ACCOUNTANT)))
                .in(
                        "LAPSED",
                        () -> in(given(closing, new ConfirmYearClosing(APPROPRIATION), Decisions.on(AFTER, DIRECTOR))));
    }

    private static void settlements(StateMachine machine) {
        Consumer<Cast> cleared = cast -> {
            cast.prepared("b", TASK, 200).executed("b");
            cast.fixture.given(clearing("a", "b", 100), ACCOUNTANT);
            cast.executed("a");
        };
        Consumer<Cast> recoding = cast -> {
            cast.fixture.given(withdrawal("b", "6650", 200), ACCOUNTANT);
            cast.executed("b").fixture.given(recoding("a", "b", "6650", "7017", 100), ACCOUNTANT);
            cast.sent("a");
        };
        machine.in("CLEARING_EXECUTED", () -> in(cleared))
                .in("RECODING_SENT", () -> in(recoding))
                .in(
                        "RECODING_EXECUTED",
                        () -> in(recoding.andThen(cast -> cast.fixture
                                .given(execution("a", "KB-a"), voucher(ACCOUNTANT))
                                .given(new ConfirmTreasuryFact(paper("a")), OFFICER))));
    }

    private static void openings(StateMachine machine) {
        Consumer<Cast> prepared = cast -> cast.fixture.given(opening(), voucher(ACCOUNTANT));
        Consumer<Cast> second = given(prepared, new SignSecond(paper("a")), CHIEF);
        machine.in("OPENING_PREPARED", () -> in(prepared))
                .in("OPENING_SIGNED", () -> in(second))
                .in("OPENING_BOOKED", () -> in(given(second, new SignFirst(paper("a")), DIRECTOR)))
                .in(
                        "OPENING_CANCELLED",
                        () -> in(given(prepared, new CancelTreasuryPaper(paper("a"), "trùng"), ACCOUNTANT)));
    }

    /** A table rests on nothing; papers rest on it. */
    static StateMachine volumes() {
        Consumer<Cast> drawn = cast -> cast.fixture.given(drawUp(), OFFICER);
        Consumer<Cast> second = given(drawn, new SignVolumeSecond(VOLUME), CHIEF);
        Consumer<Cast> confirmed = given(second, new SignVolumeFirst(VOLUME), DIRECTOR);
        Consumer<Cast> used = confirmed.andThen(cast -> {
            cast.prepared("b", TASK, 100).executed("b");
            cast.fixture.given(clearing("c", "b", line(10), VOLUME), ACCOUNTANT);
        });
        return StateMachine.of("volume", "Table of completed work", VolumeState.class, Volume.class, VOLUME.value())
                .in(StateMachine.NONE, () -> in(_ -> {}))
                .in("DRAWN_UP", () -> in(drawn))
                .in("SECOND_SIGNED", () -> in(second))
                .in("CONFIRMED", () -> in(confirmed))
                .in("IN_USE", () -> in(used))
                .in("CANCELLED", () -> in(given(drawn, new CancelVolume(VOLUME, "sai đợt"), OFFICER)))
                .sent(drawUp(), OFFICER)
                .sent(new SignVolumeSecond(VOLUME), CHIEF)
                .sent(new SignVolumeFirst(VOLUME), DIRECTOR)
                .sent(new CancelVolume(VOLUME, "sai đợt"), OFFICER)
                .takes(VolumeCommand.class);
    }

    private static DrawUpVolume drawUp() {
        return new DrawUpVolume(
                VOLUME,
                TASK,
                DEPARTMENT,
                "01",
                1,
                TODAY,
                TODAY,
                List.of(new VolumeRow("Khảo sát", m(100), m(100))),
                m(100),
                null);
    }

    private static DecisionFixture in(Consumer<Cast> situation) {
        Cast cast = new Cast();
        cast.rules.off("budget.year-end");
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        situation.accept(cast);
        return cast.fixture;
    }

    private static Consumer<Cast> given(Consumer<Cast> before, Command command, Decision decision) {
        return before.andThen(cast -> cast.fixture.given(command, decision));
    }

    private static ReturnAdvance demanded(String name, String advance) {
        return new ReturnAdvance(
                paper(name), paper(advance), "NT", ReturnCause.NOT_DECLARED, "không được chuyển nguồn");
    }

    private static TakeOverTask opening() {
        TreasuryPaperLine like = line(100);
        return new TakeOverTask(
                paper("a"),
                TASK,
                APPROPRIATION,
                "SD",
                1,
                TODAY,
                List.of(new OpeningBalance(2025, like.line(), like.source(), like.item(), m(100), m(0), m(0), m(0))),
                m(100));
    }

    private static PrepareWithdrawal withdrawal(String name, String item, long millions) {
        return Papers.withdrawal(name, null, 1, item(item, millions), null);
    }

    private static RecodePayment recoding(String name, String of, String wrong, String right, long millions) {
        return new RecodePayment(
                paper(name),
                paper(of),
                "DC-" + name,
                List.of(item(wrong, millions)),
                APPROPRIATION,
                List.of(item(right, millions)),
                m(millions),
                "nhầm mục");
    }

    private static TreasuryPaperLine item(String item, long millions) {
        TreasuryPaperLine like = line(millions);
        return new TreasuryPaperLine(like.line(), item, like.source(), like.amount(), like.content());
    }

    private static RecordExecution execution(String name, String number) {
        return new RecordExecution(paper(name), number, TODAY, null);
    }
}
