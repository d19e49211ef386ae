package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DEPOSIT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.OpeningBalance;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecodePayment;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperCommand.TakeOverTask;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** No line is drawn beyond what is approved on it, whichever way the money came to it. Amounts in million đồng. */
class LineLimitsTest {
    private final Cast cast = new Cast();

    /** 800 approved for remuneration and 200 for other costs; 900 allocated. */
    @BeforeEach
    void two_lines() {
        cast.rules.shipped(LineLimits.RULE);
        cast.put(Cast.task(
                TASK,
                true,
                KhoanMode.TUNG_PHAN,
                share(LineCategory.REMUNERATION, 800),
                share(LineCategory.OTHER, 200)));
        cast.assigned(1_000).allocated(TASK, 900).depositAccount();
    }

    @Test
    void balances_taken_over_count_line_by_line() {
        OpeningBalance row = new OpeningBalance(
                2025, LineCategory.OTHER, FundSource.STATE_BUDGET, "7049", m(150), Vnd.ZERO, m(100), m(30));
        cast.fixture
                .given(
                        new TakeOverTask(paper("o"), TASK, APPROPRIATION, "SD", 1, TODAY, List.of(row), m(120)),
                        voucher(ACCOUNTANT))
                .given(new SignSecond(paper("o")), CHIEF)
                .given(new SignFirst(paper("o")), DIRECTOR);
        cast.fixture.when(payment("p", other(81)), ACCOUNTANT).expectRefusal(ErrorCode.LINE_EXCEEDED);
        cast.fixture.given(payment("p", other(80)), ACCOUNTANT);
        cast.fixture.given(new CancelTreasuryPaper(paper("p"), "lập lại"), ACCOUNTANT);
        cast.fixture.given(new Reverse(entry(paper("o"), 1), "kho bạc xác nhận lại", "12/BB"), CHIEF);
        cast.fixture.given(payment("q", other(200)), ACCOUNTANT);
    }

    @Test
    void a_recoding_takes_from_one_line_what_it_gives_to_the_other() {
        advanced("a", 400);
        cast.fixture.when(recode("x", "a", pay(201), other(201)), ACCOUNTANT).expectRefusal(ErrorCode.LINE_EXCEEDED);
        cast.fixture.given(recode("x", "a", pay(150), other(150)), ACCOUNTANT);
        cast.fixture.when(recode("y", "a", pay(51), other(51)), ACCOUNTANT).expectRefusal(ErrorCode.LINE_EXCEEDED);
        cast.executed("x");
        cast.fixture.when(payment("p", other(51)), ACCOUNTANT).expectRefusal(ErrorCode.LINE_EXCEEDED);
        cast.fixture.given(payment("p", other(50)), ACCOUNTANT);
        cast.fixture.given(new CancelTreasuryPaper(paper("p"), "lập lại"), ACCOUNTANT);
        cast.fixture.given(Papers.giveBack("r", "x", other(40)), ACCOUNTANT);
        cast.executed("r");
        cast.fixture.given(payment("q", other(90)), ACCOUNTANT);
        cast.fixture.when(payment("s", other(1)), ACCOUNTANT).expectRefusal(ErrorCode.LINE_EXCEEDED);
    }

    @Test
    void a_recoded_clearing_and_a_reversed_recoding_count_as_well() {
        advanced("a", 400);
        cast.fixture.given(Papers.clearing("c", "a", pay(300)), ACCOUNTANT);
        cast.executed("c");
        cast.fixture.given(recode("x", "c", pay(200), other(200)), ACCOUNTANT);
        cast.executed("x");
        cast.fixture.when(payment("p", other(1)), ACCOUNTANT).expectRefusal(ErrorCode.LINE_EXCEEDED);
        cast.fixture
                .given(new Reverse(entry(paper("x"), 1), "ghi nhầm", "12/BB"), CHIEF)
                // sent again, and to be booked: it keeps its place
                .when(payment("p", other(1)), ACCOUNTANT)
                .expectRefusal(ErrorCode.LINE_EXCEEDED);
    }

    @Test
    void a_withdrawal_that_lapsed_with_its_year_draws_nothing() {
        LocalDate february = LocalDate.of(2026, 2, 11);
        cast.fixture
                .given(payment("p", other(200)), ACCOUNTANT)
                .given(new CloseYear(APPROPRIATION, YearEndExamples.TABLE), Decisions.on(february, CHIEF))
                .given(new ConfirmYearClosing(APPROPRIATION), Decisions.on(february, DIRECTOR));
        NextYear.assigned(cast, 500);
        cast.fixture
                .given(new AllocateToTask(NextYear.APPROPRIATION, TASK, m(500)), DIRECTOR)
                .given(
                        new PrepareWithdrawal(
                                paper("q"),
                                TreasuryPaperKind.PAYMENT,
                                TASK,
                                NextYear.APPROPRIATION,
                                "q",
                                2026,
                                2,
                                List.of(other(200)),
                                m(200),
                                DEPOSIT,
                                null,
                                null),
                        Decisions.on(february, ACCOUNTANT));
    }

    private void advanced(String name, long millions) {
        cast.fixture.given(Papers.withdrawal(name, TreasuryPaperKind.ADVANCE, 1, pay(millions), null), ACCOUNTANT);
        cast.executed(name);
    }

    private static PrepareWithdrawal payment(String name, TreasuryPaperLine line) {
        return Papers.withdrawal(name, TreasuryPaperKind.PAYMENT, 2, line, null);
    }

    private static RecodePayment recode(String name, String of, TreasuryPaperLine wrong, TreasuryPaperLine right) {
        return new RecodePayment(
                paper(name),
                paper(of),
                name,
                List.of(wrong),
                APPROPRIATION,
                List.of(right),
                right.amount(),
                "sai mục chi");
    }

    private static BudgetShare share(LineCategory line, long millions) {
        return new BudgetShare(FundSource.STATE_BUDGET, line, 2025, m(millions));
    }

    private static TreasuryPaperLine pay(long millions) {
        return new TreasuryPaperLine(
                LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, m(millions), "Thù lao");
    }

    private static TreasuryPaperLine other(long millions) {
        return new TreasuryPaperLine(LineCategory.OTHER, "7049", FundSource.STATE_BUDGET, m(millions), "Chi khác");
    }
}
