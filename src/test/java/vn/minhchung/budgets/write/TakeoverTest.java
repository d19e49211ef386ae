package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Papers.advance;
import static vn.minhchung.budgets.write.Papers.clearing;
import static vn.minhchung.budgets.write.Papers.payment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.OpeningBalance;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperCommand.TakeOverTask;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** A task that ran before the system is taken over in mid-year with its balances. Amounts in million đồng. */
class TakeoverTest {
    private final Cast cast = new Cast();

    /** 900 approved in two instalments of 450; 700 allocated in 2025. */
    @BeforeEach
    void a_running_task() {
        cast.put(Cast.task(TASK, 900, true));
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
    }

    @Test
    void with_the_second_of_its_signatures_every_balance_stands_in_the_ledger() {
        cast.fixture.given(takeOver("o", row(2024, 100, 30, 90, 10), row(2025, 250, 0, 100, 20)), table());
        cast.fixture.given(new SignSecond(paper("o")), CHIEF);
        var events = cast.fixture.when(new SignFirst(paper("o")), DIRECTOR).events();

        assertThat(balances((MoneyEvent) events.getLast()))
                .containsOnly(
                        Map.entry("2024 ADVANCED", m(100)),
                        Map.entry("2024 PAID_DIRECTLY", m(30)),
                        Map.entry("2024 CLEARED", m(90)),
                        Map.entry("2024 RETURNED", m(10)),
                        Map.entry("2024 ALLOCATED", m(120)),
                        Map.entry("2024 HOST_RECEIVED", m(120)),
                        Map.entry("2025 ADVANCED", m(250)),
                        Map.entry("2025 CLEARED", m(100)),
                        Map.entry("2025 RETURNED", m(20)),
                        Map.entry("2025 HOST_RECEIVED", m(230)));
    }

    @Test
    void what_is_outstanding_is_cleared_as_if_it_had_been_advanced_here() {
        booked("o", row(2025, 250, 0, 100, 20));
        cast.fixture.when(clearing("c", "o", 131), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        cast.fixture.given(clearing("c", "o", 130), ACCOUNTANT);
        cast.executed("c");
    }

    @Test
    void limits_count_what_was_paid_before() {
        booked("o", row(2024, 100, 30, 90, 10), row(2025, 250, 0, 100, 20));
        // instalment 1: 450 less 350; the year's part: 700 less 230
        cast.fixture.when(payment("p", 1, 101), ACCOUNTANT).expectRefusal(ErrorCode.TRANCHE_EXCEEDED);
        cast.fixture.given(payment("p", 1, 100), ACCOUNTANT);
        cast.fixture.when(payment("q", 2, 371), ACCOUNTANT).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        // 320 net advanced, 190 cleared: more than half
        cast.fixture.given(advance("b", 2, 300), ACCOUNTANT);
    }

    @Test
    void the_rule_of_the_next_advance_looks_at_the_balances() {
        booked("o", row(2025, 400, 0, 190, 0));
        var refusal =
                cast.fixture.when(advance("b", 2, 100), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_CLEARING_SHARE);
        assertThat(refusal.facts()).containsEntry("limit", "200000000").containsEntry("actual", "190000000");
    }

    @Test
    void nothing_is_booked_before_both_have_signed_and_the_preparer_is_not_first() {
        Decision both = Decisions.taken("both", Role.CHIEF_ACCOUNTANT, Role.DIRECTOR);
        assertThat(cast.fixture
                        .when(
                                takeOver("o", row(2025, 250, 0, 100, 20)),
                                Cast.with(both, table().basis().getFirst()))
                        .events())
                .noneMatch(MoneyEvent.class::isInstance);
        cast.fixture.given(new SignSecond(paper("o")), CHIEF);
        cast.fixture.when(new SignFirst(paper("o")), both).expectRefusal(ErrorCode.FOUR_EYES);
        cast.fixture.given(new CancelTreasuryPaper(paper("o"), "kho bạc chưa xác nhận"), ACCOUNTANT);
        cast.fixture.when(new SignFirst(paper("o")), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        booked("n", row(2025, 250, 0, 100, 20));
    }

    @Test
    void it_needs_the_table_and_adds_up() {
        cast.fixture
                .when(takeOver("o", row(2025, 250, 0, 100, 20)), ACCOUNTANT)
                .expectRefusal(ErrorCode.EVIDENCE_REQUIRED);
        TakeOverTask right = takeOver("o", row(2025, 250, 0, 100, 20));
        cast.fixture
                .when(
                        new TakeOverTask(
                                right.paper(),
                                TASK,
                                APPROPRIATION,
                                "SD",
                                1,
                                TODAY,
                                right.balances(),
                                right.total().plus(m(1))),
                        table())
                .expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        cast.fixture
                .when(takeOver("o", row(2025, 100, 0, 90, 20)), table())
                .expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
        cast.fixture.when(takeOver("o", row(2024, 100, 0, 90, 0)), table()).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture.when(takeOver("o", row(2026, 100, 0, 100, 0)), table()).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture
                .when(takeOver("o", row(2025, 100, 0, 90, 0), row(2025, 1, 0, 0, 0)), table())
                .expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture
                .when(takeOver("o", row(2025, 100, -1, 90, 0)), table())
                .expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void balances_come_before_anything_is_drawn_of_the_instalment() {
        cast.prepared("a", TASK, 10);
        cast.fixture.given(takeOver("o", row(2025, 250, 0, 100, 20)), table());
        cast.fixture.given(new SignSecond(paper("o")), CHIEF);
        cast.fixture.when(new SignFirst(paper("o")), DIRECTOR).expectRefusal(ErrorCode.OPENING_AFTER_PAYMENT);
        cast.fixture.given(new CancelTreasuryPaper(paper("a"), "nhường số dư"), ACCOUNTANT);
        cast.fixture.given(new SignFirst(paper("o")), DIRECTOR);
        cast.fixture.given(takeOver("n", row(2025, 1, 0, 0, 0)), table()).given(new SignSecond(paper("n")), CHIEF);
        cast.fixture.when(new SignFirst(paper("n")), DIRECTOR).expectRefusal(ErrorCode.OPENING_AFTER_PAYMENT);
    }

    @Test
    void they_stay_within_the_instalment_and_the_year_s_part() {
        cast.fixture.given(takeOver("o", row(2025, 451, 0, 0, 0)), table()).given(new SignSecond(paper("o")), CHIEF);
        cast.fixture.when(new SignFirst(paper("o")), DIRECTOR).expectRefusal(ErrorCode.TRANCHE_EXCEEDED);
        cast.put(Cast.task(TASK, 2_000, true));
        cast.fixture.given(takeOver("n", row(2025, 701, 0, 0, 0)), table()).given(new SignSecond(paper("n")), CHIEF);
        cast.fixture.when(new SignFirst(paper("n")), DIRECTOR).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
    }

    @Test
    void no_treasury_and_no_host_act_on_them() {
        booked("o", row(2025, 250, 0, 100, 20));
        cast.fixture.when(new SendToTreasury(paper("o")), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.when(new ConfirmReceipt(paper("o"), TODAY), HOST_HEAD).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture
                .when(new AmendTreasuryPaper(paper("o"), List.of(line(1)), m(1), null, "sửa"), ACCOUNTANT)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void wrong_balances_are_reversed_and_drawn_up_anew() {
        booked("o", row(2024, 100, 30, 90, 10), row(2025, 250, 0, 100, 20));
        cast.fixture.given(clearing("c", "o", 10), ACCOUNTANT);
        cast.fixture.when(reverse(), CHIEF).expectRefusal(ErrorCode.NOT_REVERSIBLE);
        cast.fixture.given(new CancelTreasuryPaper(paper("c"), "lập nhầm"), ACCOUNTANT);
        cast.fixture.given(reverse(), CHIEF);
        cast.fixture.when(clearing("d", "o", 10), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        booked("n", row(2024, 100, 30, 90, 10), row(2025, 250, 0, 110, 20));
    }

    @Test
    void reversed_balances_leave_their_number_to_those_drawn_up_anew() {
        booked("o", row(2025, 250, 0, 100, 20));
        TakeOverTask again = new TakeOverTask(
                paper("n"), TASK, APPROPRIATION, "SD-o", 1, TODAY, List.of(row(2025, 250, 0, 110, 20)), m(230));
        cast.fixture.when(again, table()).expectRefusal(ErrorCode.ALREADY_EXISTS);

        cast.fixture.given(reverse(), CHIEF);

        cast.fixture.given(again, table());
    }

    private void booked(String name, OpeningBalance... rows) {
        cast.fixture
                .given(takeOver(name, rows), table())
                .given(new SignSecond(paper(name)), CHIEF)
                .given(new SignFirst(paper(name)), DIRECTOR);
    }

    /** The accountant, with the table the treasury confirmed. */
    private static Decision table() {
        return voucher(ACCOUNTANT);
    }

    private static TakeOverTask takeOver(String name, OpeningBalance... rows) {
        Vnd total = Vnd.sum(List.of(rows).stream().map(OpeningBalance::paid).toList());
        return new TakeOverTask(paper(name), TASK, APPROPRIATION, "SD-" + name, 1, TODAY, List.of(rows), total);
    }

    private static OpeningBalance row(int year, long advanced, long paid, long cleared, long returned) {
        return new OpeningBalance(
                year,
                LineCategory.REMUNERATION,
                FundSource.STATE_BUDGET,
                "7017",
                m(advanced),
                m(paid),
                m(cleared),
                m(returned));
    }

    private static Reverse reverse() {
        return new Reverse(entry(paper("o"), 1), "sai số dư", "12/BB-SKHCN");
    }

    private static Map<String, Vnd> balances(MoneyEvent event) {
        assertThat(Posted.sum(event)).isEqualTo(Vnd.ZERO);
        Map<String, Vnd> sums = new TreeMap<>();
        event.postings().stream()
                .filter(p -> p.account().figure())
                .forEach(p -> sums.merge(p.year() + " " + p.account(), p.amount(), Vnd::plus));
        return sums;
    }
}
