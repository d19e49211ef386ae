package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.COMMITTEE;
import static vn.minhchung.budgets.write.Cast.DEPARTMENT;
import static vn.minhchung.budgets.write.Cast.DEPOSIT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.FINANCE;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Papers.clearing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.AppropriationEvent.RecodedIn;
import vn.minhchung.budgets.AppropriationEvent.RecodedOut;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecodePayment;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.testing.DecisionFixture;

/** Re-coding (domain.md 2.7, C2-10): what was booked under a wrong string moves to the right one. Amounts in million đồng. */
class RecodingTest {
    private static final AppropriationId RIGHT = new AppropriationId(Id.derived("appropriation", "2025 khoản 102"));

    private final Cast cast = new Cast();

    /** 900 approved; 700 allocated from khoản 101, of which 400 advanced; 500 assigned to khoản 102. */
    @BeforeEach
    void an_executed_advance_and_another_appropriation() {
        cast.put(Cast.task(TASK, 900, true));
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        cast.prepared("a", TASK, 400).executed("a");
        cast.fixture.given(
                new AssignAppropriation(RIGHT, DEPARTMENT, "417", "102", "12", "00000", 2025, Vnd.ZERO, m(500)),
                COMMITTEE);
        cast.fixture.given(new EnterInTabmis(RIGHT, TODAY), FINANCE);
    }

    @Test
    void a_wrong_item_moves_within_its_appropriation() {
        MoneyEvent booked = execute("x", recode("x", "a", line(150), APPROPRIATION, item("6650", 150)));

        assertThat(balances(booked))
                .containsOnly(
                        Map.entry("ADVANCED 7017 " + APPROPRIATION, m(-150)),
                        Map.entry("ADVANCED 6650 " + APPROPRIATION, m(150)));
    }

    @Test
    void the_right_lines_are_an_advance_of_their_own() {
        execute("x", recode("x", "a", line(150), APPROPRIATION, item("6650", 150)));
        cast.fixture
                .when(clearing("c", "a", line(251)), ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        cast.fixture.given(clearing("c", "a", line(250)), ACCOUNTANT);
        cast.fixture
                .when(clearing("d", "x", item("6650", 151)), ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        execute("d", clearing("d", "x", item("6650", 150)));
        cast.fixture
                .when(recode("y", "x", item("6650", 1), APPROPRIATION, line(1)), ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
    }

    @Test
    void between_appropriations_the_task_s_part_goes_with_the_money() {
        MoneyEvent booked = execute("x", recode("x", "a", line(150), RIGHT, line(150)));

        assertThat(balances(booked))
                .containsOnly(
                        Map.entry("ADVANCED 7017 " + APPROPRIATION, m(-150)),
                        Map.entry("ALLOCATED " + APPROPRIATION, m(-150)),
                        Map.entry("ADVANCED 7017 " + RIGHT, m(150)),
                        Map.entry("COMMITTED 7017 " + RIGHT, m(-150)),
                        Map.entry("ALLOCATED " + RIGHT, m(150)));
        // 700 allocated, 250 of it drawn here now, 150 gone
        cast.fixture.when(withdrawal("p", APPROPRIATION, 301), ACCOUNTANT).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        cast.fixture.when(withdrawal("p", RIGHT, 1), ACCOUNTANT).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        cast.fixture.given(new AllocateToTask(RIGHT, TASK, m(200)), DIRECTOR);
        cast.fixture
                .when(new AllocateToTask(RIGHT, TASK, m(151)), DIRECTOR)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
    }

    @Test
    void a_return_of_what_was_recoded_gives_back_to_the_right_appropriation() {
        execute("x", recode("x", "a", line(150), RIGHT, line(150)));
        MoneyEvent booked = execute("r", Papers.giveBack("r", "x", 40));
        assertThat(balances(booked)).containsOnly(Map.entry("RETURNED 7017 " + RIGHT, m(40)));
        cast.fixture.given(withdrawal("p", RIGHT, 40), ACCOUNTANT);
    }

    @Test
    void a_cleared_advance_moves_as_advance_and_clearing_together() {
        execute("c", clearing("c", "a", line(200)));
        MoneyEvent booked = execute("x", recode("x", "c", line(80), RIGHT, line(80)));
        assertThat(balances(booked))
                .containsEntry("ADVANCED 7017 " + APPROPRIATION, m(-80))
                .containsEntry("CLEARED 7017 " + APPROPRIATION, m(-80))
                .containsEntry("ADVANCED 7017 " + RIGHT, m(80))
                .containsEntry("CLEARED 7017 " + RIGHT, m(80));
    }

    @Test
    void a_payment_moves_as_a_payment() {
        execute("p", withdrawal("p", APPROPRIATION, 50));
        MoneyEvent booked = execute("x", recode("x", "p", line(50), APPROPRIATION, item("7012", 50)));
        assertThat(balances(booked))
                .containsOnly(
                        Map.entry("PAID_DIRECTLY 7017 " + APPROPRIATION, m(-50)),
                        Map.entry("PAID_DIRECTLY 7012 " + APPROPRIATION, m(50)));
        cast.fixture.when(reverse("p", 2), CHIEF).expectRefusal(ErrorCode.NOT_REVERSIBLE);
    }

    @Test
    void it_is_bound_on_both_sides_from_the_day_it_is_prepared() {
        cast.fixture.given(recode("x", "a", line(300), RIGHT, line(300)), ACCOUNTANT);
        cast.fixture
                .when(clearing("c", "a", line(101)), ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        cast.fixture
                .when(new AllocateToTask(RIGHT, TASK, m(201)), DIRECTOR)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        cast.fixture.given(new CancelTreasuryPaper(paper("x"), "mã cũ đúng"), ACCOUNTANT);
        cast.fixture.given(clearing("c", "a", line(400)), ACCOUNTANT);
        cast.fixture.given(new AllocateToTask(RIGHT, TASK, m(200)), DIRECTOR);
    }

    @Test
    void the_right_appropriation_must_have_the_money() {
        cast.fixture.given(new AllocateToTask(RIGHT, Cast.OTHER_TASK, m(150)), DIRECTOR);
        var refusal = cast.fixture
                .when(recode("x", "a", line(351), RIGHT, line(351)), ACCOUNTANT)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        assertThat(refusal.facts()).containsEntry("remaining", "350000000");
        cast.fixture.given(recode("x", "a", line(350), RIGHT, line(350)), ACCOUNTANT);
    }

    @Test
    void both_sides_are_the_same_amount_and_not_the_same_string() {
        cast.fixture
                .when(recode("x", "a", List.of(line(150)), RIGHT, List.of(line(140))), ACCOUNTANT)
                .expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        cast.fixture
                .when(recode("x", "a", line(150), APPROPRIATION, line(150)), ACCOUNTANT)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture
                .when(recode("x", "a", item("6650", 10), APPROPRIATION, line(10)), ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
    }

    @Test
    void what_came_back_has_no_string_to_correct() {
        execute("r", Papers.giveBack("r", "a", 40));
        cast.fixture
                .when(recode("x", "r", line(10), APPROPRIATION, item("6650", 10)), ACCOUNTANT)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void it_is_booked_whole_or_cancelled() {
        cast.fixture.given(recode("x", "a", line(150), APPROPRIATION, item("6650", 150)), ACCOUNTANT);
        cast.fixture
                .when(new AmendTreasuryPaper(paper("x"), List.of(item("6650", 100)), m(100), null, "bớt"), ACCOUNTANT)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        cast.sent("x")
                .fixture
                .when(new RecordExecution(paper("x"), "CT-x", TODAY, List.of(item("6650", 100))), voucher(ACCOUNTANT))
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void reversed_it_stands_as_before_and_waits_for_the_treasury_again() {
        execute("x", recode("x", "a", line(150), RIGHT, line(150)));
        var events = cast.fixture.when(reverse("x", 2), CHIEF).events();
        assertThat(balances((MoneyEvent) events.getLast()))
                .containsEntry("ADVANCED 7017 " + APPROPRIATION, m(150))
                .containsEntry("ALLOCATED " + RIGHT, m(-150))
                .containsEntry("COMMITTED 7017 " + RIGHT, m(150));
        cast.fixture
                .when(clearing("c", "a", line(251)), ACCOUNTANT)
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        assertThat(confirm("x").events())
                .hasAtLeastOneElementOfType(RecodedOut.class)
                .hasAtLeastOneElementOfType(RecodedIn.class);
    }

    @Test
    void it_is_not_reversed_once_its_right_lines_were_settled_or_the_wrong_money_was_used_again() {
        execute("x", recode("x", "a", line(150), RIGHT, line(150)));
        cast.fixture.given(clearing("c", "x", line(10)), ACCOUNTANT);
        cast.fixture.when(reverse("x", 2), CHIEF).expectRefusal(ErrorCode.NOT_REVERSIBLE);
        cast.fixture.given(new CancelTreasuryPaper(paper("c"), "lập nhầm"), ACCOUNTANT);
        cast.fixture.given(new AllocateToTask(APPROPRIATION, Cast.OTHER_TASK, m(450)), DIRECTOR);
        cast.fixture.when(reverse("x", 2), CHIEF).expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
    }

    private MoneyEvent execute(String name, TreasuryPaperCommand preparation) {
        cast.fixture.given(preparation, ACCOUNTANT);
        cast.sent(name);
        return (MoneyEvent) confirm(name).events().getLast();
    }

    private DecisionFixture.Then confirm(String name) {
        cast.fixture.given(new RecordExecution(paper(name), "CT-" + name, TODAY, null), voucher(ACCOUNTANT));
        return cast.fixture.when(new ConfirmTreasuryFact(paper(name)), OFFICER);
    }

    private static RecodePayment recode(
            String name, String of, TreasuryPaperLine wrong, AppropriationId to, TreasuryPaperLine right) {
        return recode(name, of, List.of(wrong), to, List.of(right));
    }

    private static RecodePayment recode(
            String name, String of, List<TreasuryPaperLine> wrong, AppropriationId to, List<TreasuryPaperLine> right) {
        return new RecodePayment(
                paper(name), paper(of), "DC-" + name, wrong, to, right, Lines.sum(wrong), "hạch toán nhầm mã");
    }

    private static PrepareWithdrawal withdrawal(String name, AppropriationId from, long millions) {
        return new PrepareWithdrawal(
                paper(name),
                TreasuryPaperKind.PAYMENT,
                TASK,
                from,
                name,
                2025,
                millions > 100 ? 2 : 1,
                List.of(line(millions)),
                m(millions),
                DEPOSIT,
                null,
                null);
    }

    private static TreasuryPaperLine item(String item, long millions) {
        TreasuryPaperLine like = line(millions);
        return new TreasuryPaperLine(like.line(), item, like.source(), like.amount(), like.content());
    }

    private static Reverse reverse(String name, int entry) {
        return new Reverse(entry(paper(name), entry), "ghi nhầm", "12/BB-SKHCN");
    }

    /** What the entry does to each figure account, by item and appropriation; its postings sum to zero. */
    private static Map<String, Vnd> balances(MoneyEvent event) {
        assertThat(Posted.sum(event)).isEqualTo(Vnd.ZERO);
        Map<String, Vnd> sums = new TreeMap<>();
        event.postings().stream()
                .filter(p -> p.account().figure())
                .forEach(p -> sums.merge(
                        p.account() + (p.item() == null ? "" : " " + p.item()) + " " + p.appropriation(),
                        p.amount(),
                        Vnd::plus));
        return sums;
    }
}
