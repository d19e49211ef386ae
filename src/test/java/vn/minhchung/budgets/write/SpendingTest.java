package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Items.share;
import static vn.minhchung.budgets.write.Spent.file;
import static vn.minhchung.budgets.write.Spent.item;
import static vn.minhchung.budgets.write.Spent.replace;
import static vn.minhchung.budgets.write.Spent.report;
import static vn.minhchung.budgets.write.Spent.voucher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhchung.budgets.EstimateCommand.ApproveEstimate;
import vn.minhchung.budgets.EstimateCommand.MoveBetweenLines;
import vn.minhchung.budgets.EstimateCommand.PlanLineMoves;
import vn.minhchung.budgets.EstimateCommand.ProposeEstimate;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.NotAccepted;
import vn.minhchung.budgets.SpendingAsset;
import vn.minhchung.budgets.SpendingCommand.AcceptSpendingReport;
import vn.minhchung.budgets.SpendingCommand.FileSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReturnSpendingReport;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.budgets.SpendingVoucher;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.DecisionFixture.Then;

class SpendingTest {
    private static final Decision BY_HOST = Decisions.takenFor(HOST, "kế toán viện", Role.HOST_ACCOUNTANT);

    /** State 90 million, the host's own 30: one third. */
    private static final TaskFacts TASK_FACTS = Cast.task(
            TASK,
            true,
            KhoanMode.TUNG_PHAN,
            share(LineCategory.REMUNERATION, 40),
            share(LineCategory.OTHER, 30),
            share(LineCategory.EQUIPMENT, 20),
            new BudgetShare(FundSource.COUNTERPART, LineCategory.MATERIALS, 2025, m(30)));

    private final AllShipped rules = new AllShipped();
    private final DecisionFixture fixture = DecisionFixture.of(aggregates -> {
        EstimateDesk estimates = new EstimateDesk(aggregates, _ -> TASK_FACTS, rules, new Cast.Everybody());
        return List.of(
                estimates, new SpendingDesk(aggregates, _ -> TASK_FACTS, estimates, rules, new Cast.Everybody()));
    });

    private Then filing(SpendingItem... items) {
        return fixture.when(file("a", false, items), BY_HOST);
    }

    // ---- money

    @Test
    void what_is_filed_is_reported_and_what_is_accepted_is_spent() {
        assertThat(booked(filing(item(LineCategory.OTHER, 10, "1"), item(LineCategory.OTHER, 5, "2"))))
                .isEqualTo(Map.of(LedgerAccount.SPENT_REPORTED, m(15)));

        assertThat(booked(fixture.when(
                        new AcceptSpendingReport(
                                report("a"), List.of(new NotAccepted(2, m(2), "Chi không đúng nội dung"))),
                        ACCOUNTANT)))
                .isEqualTo(Map.of(LedgerAccount.SPENT, m(13)));
    }

    @Test
    void a_return_takes_the_reported_amounts_back_and_a_replacement_books_the_new_ones() {
        fixture.given(file("a", false, item(LineCategory.OTHER, 10, "1")), BY_HOST);

        assertThat(booked(fixture.when(new ReturnSpendingReport(report("a"), "thiếu hoá đơn"), ACCOUNTANT)))
                .isEqualTo(Map.of(LedgerAccount.SPENT_REPORTED, m(-10)));
        assertThat(booked(fixture.when(replace("a", item(LineCategory.OTHER, 8, "1")), BY_HOST)))
                .isEqualTo(Map.of(LedgerAccount.SPENT_REPORTED, m(8)));
    }

    @Test
    void replacing_an_accepted_report_takes_the_acceptance_back() {
        fixture.given(file("a", false, item(LineCategory.OTHER, 10, "1")), BY_HOST)
                .given(new AcceptSpendingReport(report("a"), null), ACCOUNTANT);

        assertThat(booked(fixture.when(replace("a", item(LineCategory.OTHER, 8, "1")), BY_HOST)))
                .isEqualTo(Map.of(LedgerAccount.SPENT_REPORTED, m(-2), LedgerAccount.SPENT, m(-10)));
    }

    /** By figure account; every entry sums to zero. */
    private static Map<LedgerAccount, Vnd> booked(Then then) {
        Map<LedgerAccount, Vnd> sums = new LinkedHashMap<>();
        for (DomainEvent event : then.events()) {
            if (!(event instanceof MoneyEvent money)) continue;
            assertThat(Posted.sum(money)).isEqualTo(Vnd.ZERO);
            money.postings().stream()
                    .filter(p -> p.account().figure())
                    .forEach(p -> sums.merge(p.account(), p.amount(), Vnd::plus));
        }
        return sums;
    }

    // ---- vouchers

    @Test
    void a_voucher_is_used_once_in_a_task_and_again_after_a_return() {
        fixture.given(file("a", false, item(LineCategory.OTHER, 10, "HĐ 01")), BY_HOST);

        fixture.when(file("b", false, item(LineCategory.OTHER, 5, "hđ01")), BY_HOST)
                .expectRefusal(ErrorCode.VOUCHER_NUMBER_USED);
        fixture.given(new ReturnSpendingReport(report("a"), "ghi nhầm kỳ"), ACCOUNTANT);
        assertThat(fixture.when(file("b", false, item(LineCategory.OTHER, 5, "hđ01")), BY_HOST)
                        .events())
                .hasSize(2);
    }

    @Test
    void a_voucher_stands_once_in_a_report_and_names_an_organisation_or_a_person() {
        filing(item(LineCategory.OTHER, 1, "1"), item(LineCategory.OTHER, 2, "1"))
                .expectRefusal(ErrorCode.VOUCHER_NUMBER_USED);
        for (SpendingVoucher wrong : List.of(
                new SpendingVoucher("1", Spent.DAY, null, null, Vnd.ZERO),
                new SpendingVoucher("1", Spent.DAY, "Công ty", Decisions.person("chủ nhiệm"), Vnd.ZERO),
                new SpendingVoucher(" ", Spent.DAY, "Công ty", null, Vnd.ZERO),
                new SpendingVoucher("1", Spent.DAY, "Công ty", null, m(2)),
                new SpendingVoucher("1", Spent.DAY, "Công ty", null, m(-1))))
            filing(item(FundSource.STATE_BUDGET, LineCategory.OTHER, 1, wrong)).expectRefusal(ErrorCode.INVALID_INPUT);
        filing(item(
                        FundSource.STATE_BUDGET,
                        LineCategory.OTHER,
                        1,
                        new SpendingVoucher("1", TODAY.plusDays(1), "Công ty", null, Vnd.ZERO)))
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    // ---- details

    @ParameterizedTest
    @CsvSource({"36000000, 3600000, ''", "36000001, 0, LINES_DO_NOT_SUM", "36000000, 36000001, INVALID_INPUT"})
    void labour_is_rate_times_coefficient_times_months_less_tax_withheld(long amount, long tax, String code) {
        Labour labour = new Labour(Decisions.person("chủ nhiệm"), LabourRole.PRINCIPAL, "1.0", 1, 11, m(24));

        Then then = filing(Spent.labour(labour, Vnd.of(amount), Vnd.of(tax)));

        if (code.isEmpty()) assertThat(then.events()).hasSize(2);
        else then.expectRefusal(ErrorCode.valueOf(code));
    }

    @Test
    void labour_without_the_person_and_remuneration_without_labour_are_refused() {
        filing(Spent.labour(new Labour(null, LabourRole.PRINCIPAL, "1.0", 1, null, m(24)), m(24), Vnd.ZERO))
                .expectRefusal(ErrorCode.INVALID_INPUT);
        filing(Spent.labour(null, m(24), Vnd.ZERO)).expectRefusal(ErrorCode.INVALID_INPUT);
        filing(item(LineCategory.REMUNERATION, 24, "1")).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void an_asset_has_a_card_a_price_and_a_place() {
        assertThat(filing(Spent.asset(new SpendingAsset("TS-2025-01", m(20), "Phòng thí nghiệm 2"), 20))
                        .events())
                .hasSize(2);
        fixture.when(
                        file("b", false, Spent.asset(new SpendingAsset("TS-2025-01", m(19), "Phòng thí nghiệm 2"), 20)),
                        BY_HOST)
                .expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        fixture.when(file("b", false, Spent.asset(new SpendingAsset(" ", m(20), "Phòng 2"), 20)), BY_HOST)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void the_total_is_the_sum_of_the_items_and_the_period_lies_in_one_year_of_the_task() {
        SpendingItem one = item(LineCategory.OTHER, 10, "1");
        fixture.when(new FileSpendingReport(report("a"), TASK, Spent.FROM, TODAY, List.of(one), m(11), false), BY_HOST)
                .expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        fixture.when(
                        new FileSpendingReport(
                                report("a"), TASK, Spent.FROM, TODAY.plusDays(1), List.of(one), m(10), false),
                        BY_HOST)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        fixture.when(
                        new FileSpendingReport(
                                report("a"), TASK, Spent.FROM.minusDays(1), TODAY, List.of(one), m(10), false),
                        BY_HOST)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    // ---- limits

    @Test
    void reports_of_a_line_stay_within_what_is_approved_of_it_over_all_reports() {
        fixture.given(file("a", false, item(LineCategory.OTHER, 20, "1")), BY_HOST);

        assertThat(fixture.when(file("b", false, item(LineCategory.OTHER, 11, "2")), BY_HOST)
                        .expectRefusal(ErrorCode.LINE_EXCEEDED)
                        .facts())
                .containsEntry("limit", "30000000")
                .containsEntry("actual", "31000000")
                .containsEntry("remaining", "10000000");
        rules.off("spending.line-limit");
        assertThat(fixture.when(file("b", false, item(LineCategory.OTHER, 11, "2")), BY_HOST)
                        .events())
                .hasSize(2);
    }

    @Test
    void a_line_does_not_move_below_what_was_reported_on_it() {
        fixture.given(
                        new ProposeEstimate(
                                TASK,
                                List.of(
                                        Items.labour(
                                                new Labour(null, LabourRole.PRINCIPAL, "1.0", 2, null, m(20)), m(40)),
                                        Items.piece(LineCategory.OTHER, 30),
                                        Items.quoted(LineCategory.EQUIPMENT, 20, TODAY),
                                        Items.counterpart(LineCategory.MATERIALS, 30))),
                        BY_HOST)
                .given(new ApproveEstimate(TASK, null), DIRECTOR)
                .given(
                        new PlanLineMoves(
                                TASK,
                                List.of(
                                        Items.labour(
                                                new Labour(null, LabourRole.PRINCIPAL, "1.0", 3, null, m(20)), m(60)),
                                        Items.piece(LineCategory.OTHER, 10),
                                        Items.quoted(LineCategory.EQUIPMENT, 20, TODAY),
                                        Items.counterpart(LineCategory.MATERIALS, 30))),
                        BY_HOST)
                .given(file("a", false, item(LineCategory.OTHER, 11, "1")), BY_HOST);

        fixture.when(new MoveBetweenLines(TASK), HOST_HEAD).expectRefusal(ErrorCode.LINE_EXCEEDED);
        fixture.given(replace("a", item(LineCategory.OTHER, 10, "1")), BY_HOST);
        assertThat(fixture.when(new MoveBetweenLines(TASK), HOST_HEAD).events()).hasSize(1);
    }

    // ---- counterpart

    @ParameterizedTest
    @CsvSource({"30, 10, ''", "30, 9, 10000000"})
    void with_the_last_report_the_counterpart_is_spent_in_the_approved_ratio(long state, long other, String limit) {
        fixture.given(
                file(
                        "a",
                        true,
                        item(LineCategory.OTHER, state, "1"),
                        item(FundSource.COUNTERPART, LineCategory.MATERIALS, other, voucher("2"))),
                BY_HOST);

        Then then = fixture.when(new AcceptSpendingReport(report("a"), null), ACCOUNTANT);

        if (limit.isEmpty()) assertThat(then.events()).hasSize(2);
        else
            assertThat(then.expectRefusal(ErrorCode.COUNTERPART_SHORT).facts())
                    .containsEntry("limit", limit)
                    .containsEntry("actual", "9000000");
    }

    @Test
    void before_the_last_report_the_ratio_may_lag() {
        fixture.given(file("a", false, item(LineCategory.OTHER, 30, "1")), BY_HOST);

        assertThat(fixture.when(new AcceptSpendingReport(report("a"), null), ACCOUNTANT)
                        .events())
                .hasSize(2);
    }

    // ---- persons

    @Test
    void another_hosts_people_are_answered_like_about_a_task_that_is_not_there() {
        fixture.when(
                        file("a", false, item(LineCategory.OTHER, 1, "1")),
                        Decisions.takenFor(Cast.DEPARTMENT, "người khác", Role.HOST_HEAD))
                .expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void who_filed_does_not_accept() {
        Decision both = Decisions.takenFor(HOST, "both", Role.HOST_ACCOUNTANT, Role.ACCOUNTANT);
        fixture.given(file("a", false, item(LineCategory.OTHER, 1, "1")), both);

        fixture.when(new AcceptSpendingReport(report("a"), null), both).expectRefusal(ErrorCode.FOUR_EYES);
        assertThat(fixture.when(new AcceptSpendingReport(report("a"), null), CHIEF)
                        .events())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, lý do, INVALID_INPUT",
        "2, 1, lý do, INVALID_INPUT",
        "1, 0, lý do, AMOUNT_NOT_POSITIVE",
        "1, 11, lý do, INVALID_INPUT",
        "1, 1, ' ', REASON_REQUIRED"
    })
    void a_part_that_is_not_accepted_names_an_item_an_amount_within_it_and_a_reason(
            int number, long millions, String reason, ErrorCode code) {
        fixture.given(file("a", false, item(LineCategory.OTHER, 10, "1")), BY_HOST);

        fixture.when(
                        new AcceptSpendingReport(report("a"), List.of(new NotAccepted(number, m(millions), reason))),
                        ACCOUNTANT)
                .expectRefusal(code);
    }
}
