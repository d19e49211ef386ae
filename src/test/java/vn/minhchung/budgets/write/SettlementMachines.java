package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.FINANCE;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.voucher;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.SettlementCommand.CarryOutSettlementNotice;
import vn.minhchung.budgets.SettlementCommand.ConfirmSettlementReview;
import vn.minhchung.budgets.SettlementCommand.FileYearlySettlement;
import vn.minhchung.budgets.SettlementCommand.RejectSettlementReview;
import vn.minhchung.budgets.SettlementCommand.ReviewTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.ReviewYearlySettlement;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.budgets.SettlementState;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What the settlement of a task, and that of a year, does in each of its states. */
final class SettlementMachines {
    private static final LocalDate AFTER = LocalDate.of(2026, 3, 10);
    private static final Decision ON_PAPER =
            Decisions.on(AFTER, Decisions.recorded("OFFICER", Role.OFFICER, Role.FINANCE));

    private SettlementMachines() {}

    private record Sent(Command command, Decision decision) {}

    static StateMachine ofTasks() {
        SettlementId id = SettlementId.of(TASK);
        return machine(
                StateMachine.of(
                        "task-settlement", "Task settlement", SettlementState.class, Settlement.class, id.value()),
                () -> Settling.liquidated(Settling.spent(), false),
                new Sent(Settling.file(800), HOST_HEAD),
                new Sent(Settling.approve(Settling.cut(30)), DIRECTOR),
                new Sent(
                        new ReviewTaskSettlement(TASK, SettlementOutcome.RETURNED, List.of(), "thiếu bảng kê"),
                        DIRECTOR),
                new Sent(new CarryOutSettlementNotice(id, "đã nộp", "C1-1", AFTER), voucher(ACCOUNTANT)),
                id);
    }

    static StateMachine ofYears() {
        SettlementId id = SettlementId.of(APPROPRIATION);
        return machine(
                StateMachine.of(
                        "yearly-settlement", "Yearly settlement", SettlementState.class, Settlement.class, id.value()),
                () -> ClosedYears.closed(Settling.spent()),
                new Sent(new FileYearlySettlement(APPROPRIATION, YearEndExamples.TABLE), CHIEF),
                new Sent(review(SettlementOutcome.APPROVED, null), FINANCE),
                new Sent(review(SettlementOutcome.RETURNED, "thiếu bảng kê"), FINANCE),
                new Sent(new CarryOutSettlementNotice(id, "đã thực hiện", null, null), ACCOUNTANT),
                id);
    }

    private static ReviewYearlySettlement review(SettlementOutcome outcome, @Nullable String findings) {
        return new ReviewYearlySettlement(APPROPRIATION, outcome, List.of(), findings);
    }

    private static StateMachine machine(
            StateMachine machine,
            Supplier<Cast> before,
            Sent file,
            Sent approve,
            Sent giveBack,
            Sent carryOut,
            SettlementId id) {
        Sent recorded = new Sent(approve.command(), ON_PAPER);
        Sent returnRecorded = new Sent(giveBack.command(), ON_PAPER);
        return machine.on(AFTER, StateMachine.NONE, () -> in(before))
                .on(AFTER, "FILED", () -> in(before, file))
                .on(AFTER, "RETURNED", () -> in(before, file, giveBack))
                .on(AFTER, "REVIEW_RECORDED", () -> in(before, file, recorded))
                .on(AFTER, "RETURN_RECORDED", () -> in(before, file, returnRecorded))
                .on(AFTER, "NOTICED", () -> in(before, file, approve))
                .on(AFTER, "CARRIED_OUT", () -> in(before, file, approve, carryOut))
                .sent(file.command(), file.decision())
                .sent(approve.command(), approve.decision())
                .sent("recorded", approve.command(), ON_PAPER)
                .sent("returned", giveBack.command(), giveBack.decision())
                .sent(new ConfirmSettlementReview(id), CHIEF)
                .sent(new RejectSettlementReview(id, "sai số"), CHIEF)
                .sent(carryOut.command(), carryOut.decision());
    }

    private static DecisionFixture in(Supplier<Cast> before, Sent... history) {
        Cast cast = before.get();
        for (Sent each : history) cast.fixture.given(each.command(), Decisions.on(AFTER, each.decision()));
        return cast.fixture;
    }
}
