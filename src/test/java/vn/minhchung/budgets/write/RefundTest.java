package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundCommand.ConfirmRefund;
import vn.minhchung.budgets.RefundCommand.ConfirmRefundPayment;
import vn.minhchung.budgets.RefundCommand.DecideRefund;
import vn.minhchung.budgets.RefundCommand.RecordRefundPayment;
import vn.minhchung.budgets.RefundCommand.RejectRefund;
import vn.minhchung.budgets.RefundCommand.RejectRefundPayment;
import vn.minhchung.budgets.RefundCommand.ReportNonCompletion;
import vn.minhchung.budgets.RefundCommand.TransferRefund;
import vn.minhchung.budgets.RefundEvent.RefundDecided;
import vn.minhchung.budgets.RefundEvent.RefundDecisionRecorded;
import vn.minhchung.budgets.RefundEvent.RefundReopened;
import vn.minhchung.budgets.RefundEvent.RefundRevisionDue;
import vn.minhchung.budgets.RefundEvent.RefundRevisionNotDue;
import vn.minhchung.budgets.RefundEvent.RefundSettled;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.Grade;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What comes back of a task that was not completed (domain.md 1.11, 1.11.1, 2.12). Amounts in million đồng. */
class RefundTest {
    private static final OrganisationId SUCCESSOR = new OrganisationId(Id.derived("organisation", "kế thừa"));

    private static final RefundId REFUND = RefundId.of(TASK);

    private final Cast cast = new Cast();

    /** 1,600 approved by partial khoán, of which 800 were advanced; then the task was terminated. */
    @BeforeEach
    void a_terminated_task_that_received_800() {
        cast.put(Cast.task(TASK, 1_600, true));
        cast.assigned(1_000).allocated(TASK, 1_000).depositAccount();
        cast.prepared("a", TASK, 800).executed("a");
        cast.put(Cast.ended(Cast.task(TASK, 1_600, true), true, null));
    }

    @Test
    void of_800_received_and_550_proven_and_cleared_250_are_returned_and_165_refunded() {
        cleared(550);
        RefundDecided decided = decided(decide(subjective(550, 3_000), 70));
        assertThat(decided.toReturn()).isEqualTo(m(250));
        assertThat(decided.debt()).isEqualTo(m(165));
        assertThat(on(decided, LedgerAccount.REFUND_ORDERED)).isEqualTo(m(165));
        pay(1, 165);
        assertThat(returned("r", 250)).last().isInstanceOf(RefundSettled.class);
    }

    @Test
    void where_620_were_cleared_before_the_irregularity_180_are_returned_and_235_refunded() {
        cleared(620);
        RefundDecided decided = decided(decide(subjective(550, 3_000), 70));
        assertThat(decided.toReturn()).isEqualTo(m(180));
        assertThat(decided.debt()).isEqualTo(m(235));
        assertThat(returned("r", 180)).noneMatch(RefundSettled.class::isInstance);
        pay(1, 100);
        assertThat(pay(2, 135)).last().isInstanceOf(RefundSettled.class);
    }

    @Test
    void the_share_is_at_least_what_the_rule_says_for_the_cause_and_the_mode() {
        cleared(550);
        var refusal =
                cast.fixture.when(decide(subjective(550, 2_999), 0), DIRECTOR).expectRefusal(ErrorCode.REFUND_TOO_LOW);
        assertThat(refusal.facts()).containsEntry("limit", "165000000");
        assertThat(decided(decide(
                                List.of(
                                        new RefundPart(RefundCause.OBJECTIVE, m(400), 0, "lũ lụt"),
                                        new RefundPart(RefundCause.SUBJECTIVE, m(150), 5_000, "chậm tiến độ")),
                                0))
                        .debt())
                .isEqualTo(m(75));
    }

    @Test
    void parts_stay_within_what_was_received_and_cleared() {
        cleared(550);
        cast.fixture
                .when(decide(subjective(550, 3_000), 251), DIRECTOR)
                .expectRefusal(ErrorCode.REFUND_MORE_THAN_RECEIVED);
        cast.fixture
                .when(decide(subjective(551, 3_000), 0), DIRECTOR)
                .expectRefusal(ErrorCode.REFUND_PROVEN_NOT_CLEARED);
        cast.fixture.when(decide(subjective(550, 10_001), 0), DIRECTOR).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture.when(decide(subjective(0, 3_000), 0), DIRECTOR).expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        cast.fixture.when(decide(subjective(10, 3_000), -1), DIRECTOR).expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void only_a_task_that_was_not_completed_is_refunded() {
        cleared(550);
        for (Grade grade : new Grade[] {null, Grade.PASSED}) {
            cast.put(Cast.ended(Cast.task(TASK, 1_600, true), false, grade));
            cast.fixture.when(decide(subjective(550, 3_000), 0), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        }
        cast.put(Cast.ended(Cast.task(TASK, 1_600, true), false, Grade.FAILED));
        cast.fixture.given(decide(subjective(550, 3_000), 0), DIRECTOR);
    }

    @Test
    void on_paper_it_holds_when_a_second_person_confirms() {
        cleared(550);
        Decision onPaper = Decisions.recorded("OFFICER", Role.OFFICER, Role.COMMITTEE);
        assertThat(cast.fixture.when(decide(subjective(550, 3_000), 0), onPaper).events())
                .singleElement()
                .isInstanceOf(RefundDecisionRecorded.class);
        cast.fixture.when(payment(10, "C1-1"), voucher(ACCOUNTANT)).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.when(new ConfirmRefund(TASK), OFFICER).expectRefusal(ErrorCode.FOUR_EYES);
        cast.fixture.when(decide(subjective(550, 4_000), 0), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.given(new RejectRefund(TASK, "sai số quyết định"), CHIEF);
        cast.fixture.given(decide(subjective(550, 3_000), 0), onPaper);
        assertThat(cast.fixture.when(new ConfirmRefund(TASK), CHIEF).events())
                .hasAtLeastOneElementOfType(RefundDecided.class);
        assertThat(cast.bars.owing).containsKey(HOST.value());
    }

    @Test
    void a_new_decision_revises_the_first_and_posts_the_difference() {
        cleared(550);
        decided(decide(subjective(550, 4_000), 0));
        pay(1, 100);
        RefundDecided revised = decided(decide(subjective(550, 3_000), 0));
        assertThat(revised.debtBefore()).isEqualTo(m(220));
        assertThat(on(revised, LedgerAccount.REFUND_ORDERED)).isEqualTo(m(-55));
        cast.fixture
                .when(decide(List.of(new RefundPart(RefundCause.OBJECTIVE, m(550), 0, "lũ lụt")), 0), DIRECTOR)
                .expectRefusal(ErrorCode.REFUND_BELOW_PAID);
        cast.fixture.when(payment(66, "C1-9"), voucher(ACCOUNTANT)).expectRefusal(ErrorCode.REFUND_EXCEEDED);
    }

    @Test
    void an_instalment_counts_when_a_second_person_has_seen_its_voucher() {
        cleared(550);
        decided(decide(subjective(550, 3_000), 0));
        cast.fixture.when(payment(100, "C1-1"), ACCOUNTANT).expectRefusal(ErrorCode.EVIDENCE_REQUIRED);
        cast.fixture.given(payment(100, "C1-1"), voucher(ACCOUNTANT));
        cast.fixture.when(payment(66, "C1-2"), voucher(ACCOUNTANT)).expectRefusal(ErrorCode.REFUND_EXCEEDED);
        cast.fixture.when(payment(65, "C1-1"), voucher(ACCOUNTANT)).expectRefusal(ErrorCode.VOUCHER_NUMBER_USED);
        cast.fixture.when(new ConfirmRefundPayment(TASK, 1), ACCOUNTANT).expectRefusal(ErrorCode.FOUR_EYES);
        cast.fixture.when(new ConfirmRefundPayment(TASK, 2), CHIEF).expectRefusal(ErrorCode.NOT_FOUND);
        cast.fixture.given(new RejectRefundPayment(TASK, 1, "sai số tiền"), CHIEF);
        cast.fixture.when(new ConfirmRefundPayment(TASK, 1), CHIEF).expectRefusal(ErrorCode.ALREADY_CONFIRMED);
        pay(2, 165);
    }

    @Test
    void whoever_answers_for_it_is_barred_until_all_has_come_back_and_again_when_a_return_was_booked_in_error() {
        cleared(550);
        decided(decide(subjective(550, 3_000), 0));
        assertThat(cast.bars.owing)
                .containsKeys(HOST.value(), Decisions.person("chủ nhiệm").value());
        pay(1, 165);
        assertThat(cast.bars.owing).isNotEmpty();
        returned("r", 250);
        assertThat(cast.bars.owing).isEmpty();
        var events = cast.fixture
                .when(new Reverse(entry(paper("r"), 1), "ghi nhầm", "12/BB"), CHIEF)
                .events();
        assertThat(events).last().isInstanceOf(RefundReopened.class);
        assertThat(cast.bars.owing).isNotEmpty();
    }

    @Test
    void a_successor_owes_what_is_left() {
        cleared(550);
        decided(decide(subjective(550, 3_000), 0));
        cast.fixture.given(new TransferRefund(TASK, SUCCESSOR), DIRECTOR);
        assertThat(cast.bars.owing).containsKey(SUCCESSOR.value()).doesNotContainKey(HOST.value());
        cast.fixture.when(new TransferRefund(TASK, SUCCESSOR), DIRECTOR).expectRefusal(ErrorCode.INVALID_INPUT);
        pay(1, 165);
        returned("r", 250);
        assertThat(cast.bars.owing).isEmpty();
        cast.fixture.when(new TransferRefund(TASK, HOST), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_debt_moves_only_on_the_decision_by_which_its_host_was_merged() {
        cleared(550);
        decided(decide(subjective(550, 3_000), 0));
        Decision onLetter = Cast.with(
                DIRECTOR,
                new LegalBasis(
                        LegalBasis.Kind.LETTER, "12/CV", "Viện", TODAY, null, null, LegalBasis.Seen.SCAN_COMPARED));
        var refusal = cast.fixture
                .when(new TransferRefund(TASK, SUCCESSOR), onLetter)
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        assertThat(refusal.field()).containsExactly("decision", "basis");
        cast.fixture.when(new TransferRefund(TASK, HOST), DIRECTOR).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void a_voucher_is_used_once_whether_by_a_paper_or_by_a_payment_of_a_refund() {
        cleared(550);
        decided(decide(subjective(550, 3_000), 0));
        var used = cast.fixture
                .when(payment(65, "CT-c"), voucher(ACCOUNTANT))
                .expectRefusal(ErrorCode.VOUCHER_NUMBER_USED);
        assertThat(used.facts()).containsEntry("by", paper("c").value());
        assertThat(used.field()).containsExactly("voucherNumber");

        cast.fixture.given(payment(65, "CT-r"), voucher(ACCOUNTANT));
        cast.fixture.given(
                new PrepareReturn(paper("r"), paper("a"), "NT", List.of(line(250)), m(250), "chấm dứt"), ACCOUNTANT);
        var execution = new RecordExecution(paper("r"), "CT-r", TODAY, null);
        cast.sent("r").fixture.when(execution, voucher(ACCOUNTANT)).expectRefusal(ErrorCode.VOUCHER_NUMBER_USED);
        cast.fixture.given(new RejectRefundPayment(TASK, 1, "sai số chứng từ"), CHIEF);
        cast.fixture.given(execution, voucher(ACCOUNTANT));
    }

    @Test
    void a_late_clearing_asks_for_a_new_decision_and_its_reversal_takes_that_back() {
        decided(decide(List.of(), 620));
        cast.fixture.given(
                new PrepareClearing(paper("c"), paper("a"), "TT", List.of(line(620)), m(620), null, null), ACCOUNTANT);

        assertThat(cast.executing("c")).last().isEqualTo(new RefundRevisionDue(REFUND, TASK, HOST, m(0), m(620)));
        assertThat(returned("r", 180)).as("told once").noneMatch(RefundRevisionDue.class::isInstance);
        assertThat(cast.fixture
                        .when(new Reverse(entry(paper("c"), 1), "ghi nhầm", "12/BB"), CHIEF)
                        .events())
                .last()
                .isEqualTo(new RefundRevisionNotDue(REFUND, TASK, HOST, TODAY));
    }

    /** Otherwise what is uncleared would come back twice: as an advance and as a debt. */
    @Test
    void a_clearing_the_decision_counted_and_that_is_reversed_asks_for_a_new_one() {
        cleared(620);
        decided(decide(subjective(550, 3_000), 70));

        assertThat(cast.fixture
                        .when(new Reverse(entry(paper("c"), 1), "ghi nhầm", "12/BB"), CHIEF)
                        .events())
                .last()
                .isEqualTo(new RefundRevisionDue(REFUND, TASK, HOST, m(620), m(0)));
    }

    @Test
    void a_new_decision_after_the_debt_moved_bars_who_owes_it_now() {
        cleared(550);
        decided(decide(subjective(550, 3_000), 0));
        cast.fixture.given(new TransferRefund(TASK, SUCCESSOR), DIRECTOR);

        decided(decide(subjective(550, 4_000), 0));

        assertThat(cast.bars.owing).containsKey(SUCCESSOR.value()).doesNotContainKey(HOST.value());
    }

    @Test
    void what_a_withdrawal_binds_and_the_treasury_has_not_paid_was_not_received() {
        cleared(550);
        cast.put(Cast.task(TASK, 1_600, true));
        cast.fixture.given(Papers.payment("p", 2, 100), ACCOUNTANT);
        cast.fixture.given(Papers.advance("b", 2, 50), ACCOUNTANT);
        cast.put(Cast.ended(Cast.task(TASK, 1_600, true), true, null));

        RefundDecided decided = decided(decide(subjective(550, 3_000), 70));

        assertThat(decided.toReturn()).isEqualTo(m(250));
        assertThat(decided.debt()).isEqualTo(m(165));
        pay(1, 165);
        assertThat(returned("r", 250)).noneMatch(RefundSettled.class::isInstance);
        cast.fixture.given(new CancelTreasuryPaper(paper("b"), "nhiệm vụ đã chấm dứt"), ACCOUNTANT);
        assertThat(cast.fixture
                        .when(new CancelTreasuryPaper(paper("p"), "nhiệm vụ đã chấm dứt"), ACCOUNTANT)
                        .events())
                .last()
                .isInstanceOf(RefundSettled.class);
        assertThat(cast.bars.owing).isEmpty();
    }

    @Test
    void a_clearing_booked_after_the_decision_takes_a_new_one() {
        assertThat(decided(decide(List.of(), 620)).debt()).isEqualTo(Vnd.ZERO);
        cleared(620);
        assertThat(returned("r", 180)).noneMatch(RefundSettled.class::isInstance);
        assertThat(cast.bars.owing).isNotEmpty();

        RefundDecided revised = decided(decide(subjective(550, 3_000), 70));

        assertThat(revised.debt()).isEqualTo(m(235));
        assertThat(pay(1, 235)).last().isInstanceOf(RefundSettled.class);
    }

    @Test
    void a_new_decision_is_not_below_what_was_paid_and_waits_to_be_compared() {
        cleared(550);
        decided(decide(subjective(550, 4_000), 0));
        cast.fixture.given(payment(220, "C1-1"), voucher(ACCOUNTANT));
        cast.fixture.when(decide(subjective(550, 3_000), 0), DIRECTOR).expectRefusal(ErrorCode.REFUND_BELOW_PAID);
        cast.fixture.given(new RejectRefundPayment(TASK, 1, "sai số tiền"), CHIEF);
        decided(decide(subjective(550, 3_000), 0));
        pay(2, 165);
    }

    @Test
    void a_revision_that_is_rejected_after_everything_came_back_ends_it() {
        cleared(550);
        decided(decide(subjective(550, 3_000), 0));
        cast.fixture.given(
                decide(subjective(550, 4_000), 0), Decisions.recorded("OFFICER", Role.OFFICER, Role.COMMITTEE));
        returned("r", 250);
        assertThat(pay(1, 165)).noneMatch(RefundSettled.class::isInstance);
        assertThat(cast.fixture
                        .when(new RejectRefund(TASK, "không có quyết định này"), CHIEF)
                        .events())
                .last()
                .isInstanceOf(RefundSettled.class);
    }

    @Test
    void the_host_reports_first_and_for_itself() {
        cast.fixture.given(new ReportNonCompletion(TASK, m(620), "Thiên tai làm hỏng mô hình"), HOST_HEAD);
        Decision stranger = Decisions.takenFor(SUCCESSOR, "other head", Role.HOST_HEAD);
        cast.fixture
                .when(new ReportNonCompletion(TASK, m(620), "của nơi khác"), stranger)
                .expectRefusal(ErrorCode.NOT_YOUR_HOST);
        cast.fixture.when(new ReportNonCompletion(TASK, m(1), " "), HOST_HEAD).expectRefusal(ErrorCode.REASON_REQUIRED);
    }

    private void cleared(long millions) {
        cast.fixture.given(
                new PrepareClearing(paper("c"), paper("a"), "TT", List.of(line(millions)), m(millions), null, null),
                ACCOUNTANT);
        cast.executed("c");
    }

    private List<DomainEvent> returned(String name, long millions) {
        cast.fixture.given(
                new PrepareReturn(paper(name), paper("a"), "NT", List.of(line(millions)), m(millions), "chấm dứt"),
                ACCOUNTANT);
        return cast.executing(name);
    }

    private RefundDecided decided(DecideRefund command) {
        return cast.fixture.when(command, DIRECTOR).events().stream()
                .filter(RefundDecided.class::isInstance)
                .map(RefundDecided.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<DomainEvent> pay(int number, long millions) {
        cast.fixture.given(payment(millions, "C1-" + number), voucher(ACCOUNTANT));
        return cast.fixture.when(new ConfirmRefundPayment(TASK, number), CHIEF).events();
    }

    private static RecordRefundPayment payment(long millions, String voucher) {
        return new RecordRefundPayment(TASK, m(millions), voucher, TODAY);
    }

    private static DecideRefund decide(List<RefundPart> parts, long unproven) {
        return new DecideRefund(TASK, parts, m(unproven), true, false);
    }

    private static List<RefundPart> subjective(long proven, int shareBp) {
        return List.of(new RefundPart(RefundCause.SUBJECTIVE, m(proven), shareBp, "chậm tiến độ"));
    }

    private static Vnd on(MoneyEvent event, LedgerAccount account) {
        assertThat(Posted.sum(event)).isEqualTo(Vnd.ZERO);
        return Posted.on(event, account);
    }
}
