package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Posted.on;
import static vn.minhchung.budgets.write.Settling.advanced;
import static vn.minhchung.budgets.write.Settling.approve;
import static vn.minhchung.budgets.write.Settling.cut;
import static vn.minhchung.budgets.write.Settling.file;
import static vn.minhchung.budgets.write.Settling.liquidated;
import static vn.minhchung.budgets.write.Settling.spent;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.GuardEvent.TaskFundsSettled;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundCommand.DecideRefund;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.SettlementCommand.CarryOutSettlementNotice;
import vn.minhchung.budgets.SettlementCommand.ConfirmSettlementReview;
import vn.minhchung.budgets.SettlementCommand.ReviewTaskSettlement;
import vn.minhchung.budgets.SettlementEvent.SettlementNoticed;
import vn.minhchung.budgets.SettlementEvent.SettlementReturned;
import vn.minhchung.budgets.SettlementEvent.TaskSettlementFiled;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** A task is settled once, after its contract is liquidated (domain.md 2.10). Amounts in million đồng. */
class TaskSettlementTest {
    private static final SettlementId SETTLEMENT = SettlementId.of(TASK);
    private static final Decision ON_PAPER = Decisions.recorded("OFFICER", Role.OFFICER, Role.FINANCE);

    @Test
    void the_figures_of_the_task_are_struck_when_it_is_filed() {
        Cast cast = liquidated(spent(), false);

        TaskSettlementFiled filed = (TaskSettlementFiled)
                cast.fixture.when(file(790), HOST_HEAD).events().getFirst();

        assertThat(filed.certified()).isTrue();
        assertThat(filed.total()).isEqualTo(m(790));
        assertThat(filed.balance().approved()).isEqualTo(m(1_600));
        assertThat(filed.balance().paid()).isEqualTo(m(800));
        assertThat(filed.balance().actual()).isEqualTo(m(800));
        assertThat(filed.balance().refundOrdered()).isEqualTo(Vnd.ZERO);
    }

    @Test
    void no_more_is_settled_than_the_treasury_booked_as_spending() {
        Cast cast = liquidated(spent(), false);
        var refusal = cast.fixture.when(file(801), HOST_HEAD).expectRefusal(ErrorCode.SETTLEMENT_EXCEEDED);
        assertThat(refusal.facts()).containsEntry("limit", "800000000").containsEntry("actual", "801000000");
    }

    @Test
    void it_is_filed_by_the_host_of_a_liquidated_task_with_nothing_left_open() {
        Cast running = spent();
        running.fixture.when(file(800), HOST_HEAD).expectRefusal(ErrorCode.WRONG_STATE);

        Cast outstanding = liquidated(advanced(), false);
        assertThat(outstanding
                        .fixture
                        .when(file(550), HOST_HEAD)
                        .expectRefusal(ErrorCode.SETTLEMENT_NOT_READY)
                        .facts())
                .containsEntry("problem", "advance")
                .containsEntry("actual", "250000000");

        Cast underWay = new Cast();
        underWay.assigned(1_000).allocated(TASK, 1_000).depositAccount();
        underWay.prepared("a", TASK, 500).executed("a");
        Settling.cleared(underWay, "c", 500).fixture.given(Papers.payment("b", 1, 10), ACCOUNTANT);
        assertThat(liquidated(underWay, false)
                        .fixture
                        .when(file(500), HOST_HEAD)
                        .expectRefusal(ErrorCode.SETTLEMENT_NOT_READY)
                        .facts())
                .containsEntry("problem", "paper")
                .containsEntry("actual", "10000000");
        Cast other = liquidated(spent(), false);
        other.fixture
                .when(file(800), Decisions.takenFor(Cast.DEPARTMENT, "stranger", Role.HOST_HEAD))
                .expectRefusal(ErrorCode.NOT_YOUR_HOST);
    }

    @Test
    void the_notice_settles_the_task_for_good() {
        Cast cast = liquidated(spent(), false);
        cast.fixture.given(file(800), HOST_HEAD);

        List<DomainEvent> events = cast.fixture.when(approve(), DIRECTOR).events();

        assertThat(on(events, LedgerAccount.SETTLED)).isEqualTo(m(800));
        assertThat(events).hasAtLeastOneElementOfType(TaskFundsSettled.class);
        assertThat(cast.settled).containsExactly(TASK);
        cast.fixture.when(file(800), HOST_HEAD).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.when(approve(), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void no_money_moves_for_a_settled_task_and_none_of_its_entries_is_taken_back() {
        Cast cast = liquidated(spent(), false);
        cast.fixture.given(file(800), HOST_HEAD).given(approve(), DIRECTOR);

        cast.fixture.when(Cast.prepare("z", TASK, 10), ACCOUNTANT).expectRefusal(ErrorCode.TASK_SETTLED);
        cast.fixture
                .when(new Reverse(entry(paper("rest"), 1), "sai", "12/BB"), CHIEF)
                .expectRefusal(ErrorCode.TASK_SETTLED);
    }

    @Test
    void what_is_not_settled_of_a_completed_task_is_paid_back_within_the_days_of_the_notice() {
        Cast cast = liquidated(spent(), false);
        cast.fixture.given(file(800), HOST_HEAD);

        List<DomainEvent> events = cast.fixture.when(approve(cut(30)), DIRECTOR).events();

        SettlementNoticed notice = notice(events);
        assertThat(notice.settled()).isEqualTo(m(770));
        assertThat(notice.toPayBack()).isEqualTo(m(30));
        assertThat(on(events, LedgerAccount.SETTLED)).isEqualTo(m(770));
        assertThat(on(events, LedgerAccount.REFUND_ORDERED)).isEqualTo(m(30));
        cast.fixture
                .when(new CarryOutSettlementNotice(SETTLEMENT, "Đã nộp", null, null), ACCOUNTANT)
                .expectRefusal(ErrorCode.SETTLEMENT_NOT_CARRIED_OUT);
        CarryOutSettlementNotice paid = new CarryOutSettlementNotice(SETTLEMENT, "Đã nộp", "C1-9", TODAY);
        cast.fixture.when(paid, ACCOUNTANT).expectRefusal(ErrorCode.EVIDENCE_REQUIRED);
        cast.fixture
                .when(new CarryOutSettlementNotice(SETTLEMENT, "Đã nộp", "CT-a", TODAY), voucher(ACCOUNTANT))
                .expectRefusal(ErrorCode.VOUCHER_NUMBER_USED);
        assertThat(on(cast.fixture.when(paid, voucher(ACCOUNTANT)).events(), LedgerAccount.REFUNDED))
                .isEqualTo(m(30));
        cast.fixture.when(paid, voucher(ACCOUNTANT)).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_notice_that_asks_for_nothing_is_not_carried_out() {
        Cast cast = liquidated(spent(), false);
        cast.fixture.given(file(800), HOST_HEAD).given(approve(), DIRECTOR);
        cast.fixture
                .when(new CarryOutSettlementNotice(SETTLEMENT, "Không có", null, null), ACCOUNTANT)
                .expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_cut_is_of_a_line_that_was_filed_and_of_no_more_than_that() {
        Cast cast = liquidated(spent(), false);
        cast.fixture.given(file(800), HOST_HEAD);
        cast.fixture.when(approve(cut(500), cut(301)), DIRECTOR).expectRefusal(ErrorCode.SETTLEMENT_EXCEEDED);
        cast.fixture.when(approve(cut(0)), DIRECTOR).expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
    }

    /** Of 800 received 250 are returned; of 550 proven 165 come back: domain.md 1.11.1. */
    @Test
    void a_failed_task_is_settled_without_certificate_once_its_refund_is_decided() {
        Cast cast = advanced();
        cast.fixture.given(Papers.giveBack("r", "a", 250), ACCOUNTANT);
        Settling.booked(cast, "r");
        liquidated(cast, true);
        assertThat(cast.fixture
                        .when(file(550), HOST_HEAD)
                        .expectRefusal(ErrorCode.SETTLEMENT_NOT_READY)
                        .facts())
                .containsEntry("problem", "refund");
        cast.fixture.given(
                new DecideRefund(
                        TASK,
                        List.of(new RefundPart(RefundCause.SUBJECTIVE, m(550), 3_000, "chậm tiến độ")),
                        Vnd.ZERO,
                        true,
                        false),
                DIRECTOR);

        TaskSettlementFiled filed = (TaskSettlementFiled)
                cast.fixture.when(file(550), HOST_HEAD).events().getFirst();
        assertThat(filed.certified()).isFalse();
        assertThat(filed.balance().paid()).isEqualTo(m(550));
        assertThat(filed.balance().refundOrdered()).isEqualTo(m(165));

        SettlementNoticed notice =
                notice(cast.fixture.when(approve(cut(165)), DIRECTOR).events());
        assertThat(notice.settled()).isEqualTo(m(385));
        assertThat(notice.toPayBack())
                .as("what is not settled is what the refund orders")
                .isEqualTo(Vnd.ZERO);
    }

    @Test
    void what_was_filed_must_still_be_so_when_it_is_reviewed() {
        Cast cast = liquidated(spent(), false);
        cast.fixture.given(file(800), HOST_HEAD);
        cast.fixture.given(new Reverse(entry(paper("rest"), 1), "sai", "12/BB"), CHIEF);
        cast.fixture.when(approve(), DIRECTOR).expectRefusal(ErrorCode.SETTLEMENT_NOT_READY);
    }

    @Test
    void on_paper_it_holds_when_a_second_person_confirms_and_what_is_missing_sends_it_back() {
        Cast cast = liquidated(spent(), false);
        cast.fixture.given(file(800), HOST_HEAD).given(approve(cut(30)), ON_PAPER);
        cast.fixture.when(new ConfirmSettlementReview(SETTLEMENT), OFFICER).expectRefusal(ErrorCode.FOUR_EYES);
        assertThat(notice(cast.fixture
                                .when(new ConfirmSettlementReview(SETTLEMENT), CHIEF)
                                .events())
                        .settled())
                .isEqualTo(m(770));

        Cast back = liquidated(spent(), false);
        back.fixture.given(file(800), HOST_HEAD);
        ReviewTaskSettlement returned =
                new ReviewTaskSettlement(TASK, SettlementOutcome.RETURNED, List.of(), "Thiếu bảng kê chứng từ");
        back.fixture
                .when(new ReviewTaskSettlement(TASK, SettlementOutcome.RETURNED, List.of(), " "), DIRECTOR)
                .expectRefusal(ErrorCode.REASON_REQUIRED);
        assertThat(back.fixture.when(returned, DIRECTOR).events())
                .containsExactly(new SettlementReturned(SETTLEMENT, TASK, "Thiếu bảng kê chứng từ"));
        back.fixture.given(file(790), HOST_HEAD);
    }

    private static SettlementNoticed notice(List<DomainEvent> events) {
        return events.stream()
                .filter(SettlementNoticed.class::isInstance)
                .map(SettlementNoticed.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
