package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.voucher;

import java.util.List;
import java.util.function.Consumer;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundCommand;
import vn.minhchung.budgets.RefundCommand.ConfirmRefund;
import vn.minhchung.budgets.RefundCommand.ConfirmRefundPayment;
import vn.minhchung.budgets.RefundCommand.DecideRefund;
import vn.minhchung.budgets.RefundCommand.RecordRefundPayment;
import vn.minhchung.budgets.RefundCommand.RejectRefund;
import vn.minhchung.budgets.RefundCommand.RejectRefundPayment;
import vn.minhchung.budgets.RefundCommand.ReportNonCompletion;
import vn.minhchung.budgets.RefundCommand.TransferRefund;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.RefundState;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What a refund does in each of its states: of 100 cleared 50 are proven, and so 65 come back. */
final class RefundMachine {
    private static final OrganisationId SUCCESSOR = new OrganisationId(Id.derived("organisation", "kế thừa"));

    private RefundMachine() {}

    static StateMachine refunds() {
        Consumer<Cast> running = cast -> {
            cast.prepared("b", TASK, 100).executed("b");
            cast.fixture.given(Papers.clearing("c", "b", 100), ACCOUNTANT);
            cast.executed("c");
        };
        Consumer<Cast> failed = running.andThen(cast -> cast.put(Cast.ended(Cast.task(TASK, 2_000, true), true, null)));
        Consumer<Cast> reported = given(failed, new ReportNonCompletion(TASK, m(50), "thiên tai"), HOST_HEAD);
        Consumer<Cast> decided = given(failed, decision(), DIRECTOR);
        Consumer<Cast> paid = given(decided, payment(65), voucher(ACCOUNTANT));
        return StateMachine.of(
                        "refund",
                        "Refund",
                        RefundState.class,
                        Refund.class,
                        RefundId.of(TASK).value())
                .in("RUNNING", () -> in(running))
                .in("FAILED", () -> in(failed))
                .in("REPORTED", () -> in(reported))
                .in("DECISION_RECORDED", () -> in(given(reported, decision(), ON_PAPER)))
                .in("DECIDED", () -> in(decided))
                .in("PAYMENT_RECORDED", () -> in(given(decided, payment(5), voucher(ACCOUNTANT))))
                .in("LAST_PAYMENT_RECORDED", () -> in(paid))
                .in("REVISION_RECORDED", () -> in(given(decided, decision(), ON_PAPER)))
                .in("SETTLED", () -> in(given(paid, new ConfirmRefundPayment(TASK, 1), CHIEF)))
                .sent(new ReportNonCompletion(TASK, m(50), "thiên tai"), HOST_HEAD)
                .sent(decision(), DIRECTOR)
                .sent("recorded", decision(), ON_PAPER)
                .sent(new ConfirmRefund(TASK), CHIEF)
                .sent(new RejectRefund(TASK, "sai số"), CHIEF)
                .sent(new RecordRefundPayment(TASK, m(5), "C1-x", TODAY), voucher(ACCOUNTANT))
                .sent(new ConfirmRefundPayment(TASK, 1), CHIEF)
                .sent(new RejectRefundPayment(TASK, 1, "sai số"), CHIEF)
                .sent(new TransferRefund(TASK, SUCCESSOR), DIRECTOR)
                .takes(RefundCommand.class);
    }

    private static final Decision ON_PAPER = Decisions.recorded("OFFICER", Role.OFFICER, Role.COMMITTEE);

    /** 100 cleared, 50 proven: 50 and 30 % of 50 come back. */
    private static DecideRefund decision() {
        return new DecideRefund(
                TASK, List.of(new RefundPart(RefundCause.SUBJECTIVE, m(50), 3_000, "chậm")), Vnd.ZERO, true, false);
    }

    private static RecordRefundPayment payment(long millions) {
        return new RecordRefundPayment(TASK, m(millions), "C1-" + millions, TODAY);
    }

    private static DecisionFixture in(Consumer<Cast> situation) {
        Cast cast = new Cast();
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        situation.accept(cast);
        return cast.fixture;
    }

    private static Consumer<Cast> given(Consumer<Cast> before, Command command, Decision decision) {
        return before.andThen(cast -> cast.fixture.given(command, decision));
    }
}
