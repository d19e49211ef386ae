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
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.prepare;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Papers.clearing;
import static vn.minhchung.budgets.write.Papers.giveBack;
import static vn.minhchung.budgets.write.Papers.payment;
import static vn.minhchung.budgets.write.Papers.withdrawal;
import static vn.minhchung.budgets.write.Posted.on;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCommitmentReleased;
import vn.minhchung.budgets.AppropriationEvent.AppropriationGivenBack;
import vn.minhchung.budgets.AppropriationEvent.AppropriationSpent;
import vn.minhchung.budgets.GuardEvent.PaperNumberTaken;
import vn.minhchung.budgets.GuardEvent.TaskFundsCleared;
import vn.minhchung.budgets.GuardEvent.TaskFundsReturned;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceBound;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceSettled;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceUnbound;
import vn.minhchung.budgets.TreasuryPaperEvent.SettlementPrepared;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Clearing, return, actual payment and part of a payment (domain.md 2.5, 2.7). Amounts in million đồng. */
class SettlementTest {
    private final Cast cast = new Cast();

    /** 900 approved, 700 appropriated, 400 advanced. */
    @BeforeEach
    void an_executed_advance() {
        cast.put(Cast.task(TASK, 900, true));
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        cast.prepared("a", TASK, 400).executed("a");
    }

    @Test
    void preparing_a_clearing_binds_the_advance_and_books_nothing() {
        List<DomainEvent> events =
                cast.fixture.when(clearing("c", "a", 190), ACCOUNTANT).events();
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).isInstanceOf(AdvanceBound.class);
        assertThat(events.get(1)).isInstanceOf(PaperNumberTaken.class);
        assertThat(events.get(2)).isInstanceOf(SettlementPrepared.class).isNotInstanceOf(MoneyEvent.class);
    }

    @Test
    void an_executed_clearing_makes_spending_of_the_advance_and_leaves_the_appropriation_as_it_is() {
        List<DomainEvent> events = execute("c", clearing("c", "a", 190));
        assertThat(events).hasSize(4);
        assertThat(((AppropriationSpent) events.get(0)).amount()).isEqualTo(m(190));
        assertThat(((TaskFundsCleared) events.get(1)).amount()).isEqualTo(m(190));
        assertThat(((AdvanceSettled) events.get(2)).total()).isEqualTo(m(190));
        TreasuryPaperExecuted executed = (TreasuryPaperExecuted) events.get(3);
        assertThat(on(executed, LedgerAccount.CLEARED)).isEqualTo(m(190));
        assertThat(Posted.sum(executed)).isEqualTo(Vnd.ZERO);
    }

    @Test
    void the_next_advance_needs_half_of_the_earlier_ones_cleared() {
        execute("c", clearing("c", "a", 190));
        var refusal = cast.fixture.when(second("b", 300), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_CLEARING_SHARE);
        assertThat(refusal.facts())
                .containsEntry("limit", "200000000")
                .containsEntry("actual", "190000000")
                .containsEntry("remaining", "10000000");
        execute("d", clearing("d", "a", 10));
        cast.fixture.given(second("b", 300), ACCOUNTANT);
    }

    @Test
    void what_is_returned_is_no_earlier_advance_any_more() {
        execute("c", clearing("c", "a", 150));
        cast.fixture.when(second("b", 300), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_CLEARING_SHARE);
        execute("r", giveBack("r", "a", 100));
        cast.fixture.given(second("b", 300), ACCOUNTANT);
    }

    @Test
    void clearings_and_returns_together_never_exceed_the_advance() {
        cast.fixture.given(clearing("c", "a", 300), ACCOUNTANT);
        var refusal = cast.fixture
                .when(giveBack("r", "a", 101), ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        assertThat(refusal.facts()).containsEntry("remaining", "100000000");
        cast.fixture.given(giveBack("r", "a", 100), ACCOUNTANT);
        cast.fixture.when(clearing("d", "a", 1), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        cast.fixture.given(new CancelTreasuryPaper(paper("c"), "lập trùng"), ACCOUNTANT);
        cast.fixture.given(clearing("d", "a", 300), ACCOUNTANT);
    }

    @Test
    void a_line_that_was_not_advanced_is_not_cleared() {
        var other = new TreasuryPaperLine(line(10).line(), "6650", line(10).source(), m(10), "hội thảo");
        cast.fixture
                .when(
                        new PrepareClearing(paper("c"), paper("a"), "TT-1", List.of(other), m(10), null, null),
                        ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
    }

    @Test
    void the_rows_of_the_list_of_payments_name_their_documents_by_number_and_date() {
        cast.fixture.when(documented(new PartOf("HĐ 17", null)), ACCOUNTANT).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture.when(documented(new PartOf(null, TODAY)), ACCOUNTANT).expectRefusal(ErrorCode.INVALID_INPUT);
        var events = cast.fixture
                .when(documented(new PartOf("HĐ 17", TODAY), new PartOf("HĐ 18", TODAY)), ACCOUNTANT)
                .events();
        assertThat(((SettlementPrepared) events.getLast()).lines())
                .extracting(TreasuryPaperLine::documentNumber)
                .containsExactly("HĐ 17", "HĐ 18");
    }

    private record PartOf(@Nullable String number, @Nullable LocalDate date) {}

    /** Rows of ten million each, all of one line and item. */
    private static PrepareClearing documented(PartOf... documents) {
        List<TreasuryPaperLine> rows = Stream.of(documents)
                .map(d -> new TreasuryPaperLine(
                        line(10).line(), line(10).item(), line(10).source(), m(10), "vật tư", d.number(), d.date()))
                .toList();
        return new PrepareClearing(paper("c"), paper("a"), "TT-c", rows, m(10L * documents.length), null, null);
    }

    @Test
    void only_an_executed_advance_is_settled() {
        cast.fixture.given(payment("p", 1, 20), ACCOUNTANT);
        cast.fixture.when(clearing("c", "p", 10), ACCOUNTANT).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.prepared("b", TASK, 30);
        cast.fixture.when(clearing("c", "b", 10), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_return_gives_the_money_back_to_task_and_appropriation() {
        cast.fixture.when(payment("p", 1, 51), ACCOUNTANT).expectRefusal(ErrorCode.TRANCHE_EXCEEDED);
        List<DomainEvent> events = execute("r", giveBack("r", "a", 60));
        assertThat(((AppropriationGivenBack) events.get(0)).amount()).isEqualTo(m(60));
        assertThat(((TaskFundsReturned) events.get(1)).amount()).isEqualTo(m(60));
        assertThat(on((TreasuryPaperExecuted) events.getLast(), LedgerAccount.RETURNED))
                .isEqualTo(m(60));
        cast.fixture.given(payment("p", 1, 110), ACCOUNTANT);
    }

    @Test
    void a_return_says_why() {
        cast.fixture
                .when(new PrepareReturn(paper("r"), paper("a"), "NT-1", List.of(line(10)), m(10), " "), ACCOUNTANT)
                .expectRefusal(ErrorCode.REASON_REQUIRED);
    }

    @Test
    void a_payment_is_spending_at_once_and_no_advance() {
        List<DomainEvent> events = execute("p", payment("p", 1, 50));
        assertThat(on((TreasuryPaperExecuted) events.getLast(), LedgerAccount.PAID_DIRECTLY))
                .isEqualTo(m(50));
        execute("c", clearing("c", "a", 200));
        // half of 400 is enough: what was paid directly does not count as an earlier advance
        cast.fixture.given(second("b", 250), ACCOUNTANT);
    }

    @Test
    void a_withdrawal_is_an_advance_or_a_payment() {
        cast.fixture
                .when(withdrawal("p", TreasuryPaperKind.CLEARING, 1, 50, null), ACCOUNTANT)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void what_the_treasury_does_not_pay_is_free_again() {
        cast.prepared("b", TASK, 50).sent("b");
        cast.fixture.when(execution("b", 60), voucher(ACCOUNTANT)).expectRefusal(ErrorCode.EXECUTED_MORE_THAN_ASKED);
        cast.fixture.given(execution("b", 20), voucher(ACCOUNTANT));
        List<DomainEvent> events =
                cast.fixture.when(new ConfirmTreasuryFact(paper("b")), OFFICER).events();
        assertThat(events)
                .anySatisfy(e -> assertThat(e)
                        .isInstanceOfSatisfying(
                                AppropriationCommitmentReleased.class,
                                r -> assertThat(r.amount()).isEqualTo(m(30))));
        TreasuryPaperExecuted executed = (TreasuryPaperExecuted) events.getLast();
        assertThat(executed.total()).isEqualTo(m(20));
        assertThat(on(executed, LedgerAccount.ADVANCED)).isEqualTo(m(20));
        assertThat(on(executed, LedgerAccount.COMMITTED)).isEqualTo(m(-50));
        // the instalment of 450 has 30 left again
        cast.prepared("d", TASK, 30);
        cast.fixture.when(clearing("c", "b", 21), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
    }

    @Test
    void the_host_receives_what_was_paid() {
        cast.prepared("b", TASK, 50).sent("b");
        cast.fixture.given(execution("b", 20), voucher(ACCOUNTANT)).given(new ConfirmTreasuryFact(paper("b")), OFFICER);
        var events = cast.fixture
                .when(new ConfirmReceipt(paper("b"), TODAY), HOST_HEAD)
                .events();
        assertThat(on((MoneyEvent) events.getLast(), LedgerAccount.HOST_RECEIVED))
                .isEqualTo(m(20));
    }

    @Test
    void a_clearing_is_received_by_nobody() {
        execute("c", clearing("c", "a", 190));
        cast.fixture.when(new ConfirmReceipt(paper("c"), TODAY), HOST_HEAD).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void the_four_marks_hold_for_a_clearing_too() {
        Decision both = Decisions.taken("both", Role.CHIEF_ACCOUNTANT, Role.DIRECTOR);
        cast.fixture.given(clearing("c", "a", 190), CHIEF).given(new SignSecond(paper("c")), both);
        cast.fixture.when(new SignFirst(paper("c")), both).expectRefusal(ErrorCode.FOUR_EYES);
        cast.fixture.given(new SignFirst(paper("c")), DIRECTOR);
    }

    @Test
    void amending_a_clearing_binds_anew_and_voids_its_signatures() {
        cast.fixture.given(clearing("c", "a", 300), ACCOUNTANT).given(new SignSecond(paper("c")), CHIEF);
        var events = cast.fixture
                .when(
                        new AmendTreasuryPaper(paper("c"), List.of(line(400)), m(400), null, "bổ sung chứng từ"),
                        ACCOUNTANT)
                .events();
        assertThat(events.get(0)).isInstanceOf(AdvanceUnbound.class);
        assertThat(((AdvanceBound) events.get(1)).total()).isEqualTo(m(400));
        cast.fixture.when(new SignFirst(paper("c")), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture
                .when(new AmendTreasuryPaper(paper("c"), List.of(line(401)), m(401), null, "thêm"), ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
    }

    @Test
    void an_amended_withdrawal_keeps_its_account_when_none_is_named() {
        cast.prepared("b", TASK, 30);
        cast.fixture.given(new AmendTreasuryPaper(paper("b"), List.of(line(20)), m(20), null, "bớt"), ACCOUNTANT);
    }

    @Test
    void a_clearing_partly_booked_leaves_the_rest_outstanding() {
        cast.fixture.given(clearing("c", "a", 300), ACCOUNTANT);
        cast.sent("c");
        cast.fixture
                .given(execution("c", 120), voucher(ACCOUNTANT))
                .given(new ConfirmTreasuryFact(paper("c")), OFFICER);
        cast.fixture.when(clearing("d", "a", 281), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        cast.fixture.given(clearing("d", "a", 280), ACCOUNTANT);
    }

    @Test
    void a_reversed_clearing_is_outstanding_again_but_still_bound_for_its_paper() {
        execute("c", clearing("c", "a", 300));
        cast.fixture.given(reverse("c", 1), CHIEF);
        cast.fixture.when(clearing("d", "a", 101), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        cast.fixture.when(second("b", 300), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_CLEARING_SHARE);
        cast.fixture
                .given(execution("c", 300), voucher(ACCOUNTANT))
                .given(new ConfirmTreasuryFact(paper("c")), OFFICER)
                .given(second("b", 300), ACCOUNTANT);
    }

    @Test
    void an_advance_is_reversed_only_after_what_settled_it() {
        execute("c", clearing("c", "a", 300));
        cast.fixture.when(reverse("a", 2), CHIEF).expectRefusal(ErrorCode.NOT_REVERSIBLE);
        cast.fixture.given(reverse("c", 1), CHIEF);
        cast.fixture.when(reverse("a", 2), CHIEF).expectRefusal(ErrorCode.NOT_REVERSIBLE);
    }

    @Test
    void a_return_is_reversed_only_while_the_money_is_still_there() {
        execute("r", giveBack("r", "a", 60));
        cast.fixture.given(payment("p", 1, 110), ACCOUNTANT);
        cast.fixture.when(reverse("r", 1), CHIEF).expectRefusal(ErrorCode.TRANCHE_EXCEEDED);
        cast.fixture.given(new CancelTreasuryPaper(paper("p"), "nhường chỗ"), ACCOUNTANT);
        cast.fixture.given(reverse("r", 1), CHIEF);
    }

    @Test
    void a_partial_payment_reversed_binds_the_whole_paper_again() {
        cast.prepared("b", TASK, 50).sent("b");
        cast.fixture
                .given(execution("b", 20), voucher(ACCOUNTANT))
                .given(new ConfirmTreasuryFact(paper("b")), OFFICER)
                .given(reverse("b", 2), CHIEF);
        cast.fixture.when(prepare("d", TASK, 1), ACCOUNTANT).expectRefusal(ErrorCode.TRANCHE_EXCEEDED);
        cast.fixture.given(execution("b", 50), voucher(ACCOUNTANT)).given(new ConfirmTreasuryFact(paper("b")), OFFICER);
    }

    /** From preparation to execution; answers the events of the confirmation. */
    private List<DomainEvent> execute(String name, TreasuryPaperCommand preparation) {
        cast.fixture.given(preparation, ACCOUNTANT);
        cast.sent(name).fixture.given(new RecordExecution(paper(name), "CT-" + name, TODAY, null), voucher(ACCOUNTANT));
        return cast.fixture.when(new ConfirmTreasuryFact(paper(name)), OFFICER).events();
    }

    private static PrepareWithdrawal second(String name, long millions) {
        return withdrawal(name, null, 2, millions, null);
    }

    private static RecordExecution execution(String name, long millions) {
        return new RecordExecution(paper(name), "KB-" + name, TODAY, List.of(line(millions)));
    }

    private static Reverse reverse(String name, int entry) {
        return new Reverse(entry(paper(name), entry), "ghi nhầm", "12/BB-SKHCN");
    }
}
