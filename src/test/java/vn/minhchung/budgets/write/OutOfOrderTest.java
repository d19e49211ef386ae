package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DEPARTMENT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Papers.clearing;
import static vn.minhchung.budgets.write.Papers.payment;
import static vn.minhchung.budgets.write.Papers.withdrawal;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.CarryOverCommand.ConfirmCarryOver;
import vn.minhchung.budgets.CarryOverCommand.DeclareCarryOver;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverConfirmation;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverLetter;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverOutcome;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.RecodePayment;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.VolumeCommand.CancelVolume;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeCommand.SignVolumeFirst;
import vn.minhchung.budgets.VolumeCommand.SignVolumeSecond;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Steps of the money path in an order nobody planned: none of them pays or moves a đồng twice. Amounts in million đồng. */
class OutOfOrderTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 11);
    private static final Decision LETTER = Decisions.recorded("ACCOUNTANT", Role.ACCOUNTANT, Role.FINANCE);
    private static final VolumeId VOLUME = new VolumeId(Id.derived("volume", "v"));

    private final Cast cast = new Cast();

    /** 1,000 assigned, 900 of it for a task of 2,000; 400 advanced. */
    @BeforeEach
    void an_advance() {
        cast.assigned(1_000).allocated(TASK, 900).depositAccount();
        cast.prepared("a", TASK, 400).executed("a");
    }

    @Test
    void an_advance_that_two_letters_grant_moves_once() {
        NextYear.assigned(cast, 1_000);
        granted("x", 400);
        granted("y", 400);
        cast.fixture.given(confirm("x"), CHIEF);
        cast.fixture.when(confirm("y"), CHIEF).expectRefusal(ErrorCode.CARRY_OVER_EXCEEDED);
    }

    @Test
    void no_more_of_an_advance_moves_than_the_letter_grants() {
        NextYear.assigned(cast, 1_000);
        cast.fixture.given(clearing("c", "a", 150), ACCOUNTANT);
        granted("x", 250);
        cast.fixture.given(new CancelTreasuryPaper(paper("c"), "thiếu chứng từ"), ACCOUNTANT);
        assertThat(cast.fixture
                        .when(confirm("x"), CHIEF)
                        .expectRefusal(ErrorCode.CARRY_OVER_EXCEEDED)
                        .facts())
                .containsEntry("limit", "250000000")
                .containsEntry("actual", "400000000");
    }

    @Test
    void a_recoding_is_not_reversed_after_the_advance_it_left_was_carried_over() {
        NextYear.assigned(cast, 1_000);
        cast.fixture.given(
                new RecodePayment(
                        paper("x"),
                        paper("a"),
                        "PDC",
                        List.of(line(150)),
                        APPROPRIATION,
                        List.of(item("6650", 150)),
                        m(150),
                        "sai tiểu mục"),
                ACCOUNTANT);
        cast.executed("x");
        granted("y", 250);
        cast.fixture.given(confirm("y"), CHIEF);
        cast.fixture
                .when(new Reverse(entry(paper("x"), 1), "ghi nhầm", "12/BB"), CHIEF)
                .expectRefusal(ErrorCode.NOT_REVERSIBLE);
    }

    @Test
    void work_named_by_a_withdrawal_that_lapsed_with_its_year_may_be_paid_in_the_next() {
        cast.fixture.given(clearing("c", "a", 400), ACCOUNTANT);
        cast.executed("c");
        cast.fixture
                .given(
                        new DrawUpVolume(
                                VOLUME,
                                TASK,
                                DEPARTMENT,
                                "08a",
                                1,
                                TODAY,
                                TODAY,
                                List.of(new VolumeRow("Điều tra", m(100), m(100))),
                                m(100),
                                null),
                        OFFICER)
                .given(new SignVolumeSecond(VOLUME), CHIEF)
                .given(new SignVolumeFirst(VOLUME), DIRECTOR)
                .given(withdrawal("p", TreasuryPaperKind.PAYMENT, 1, 100, VOLUME), ACCOUNTANT)
                .given(new CloseYear(APPROPRIATION, YearEndExamples.TABLE), Decisions.on(FEBRUARY, CHIEF))
                .given(new ConfirmYearClosing(APPROPRIATION), Decisions.on(FEBRUARY, DIRECTOR));
        assertThat(cast.fixture
                        .when(new CancelVolume(VOLUME, "sai đợt"), OFFICER)
                        .events())
                .isNotEmpty();
    }

    @Test
    void a_failed_task_draws_nothing_more() {
        cast.fixture.given(payment("p", 1, 100), ACCOUNTANT);
        cast.signed("p");
        cast.put(Cast.ended(Cast.task(TASK, 2_000, true), false, Grade.FAILED));
        cast.fixture.when(payment("q", 1, 10), ACCOUNTANT).expectRefusal(ErrorCode.TASK_FAILED);
        cast.fixture.when(new SendToTreasury(paper("p")), ACCOUNTANT).expectRefusal(ErrorCode.TASK_FAILED);
    }

    private void granted(String name, long millions) {
        cast.fixture
                .given(
                        new DeclareCarryOver(
                                id(name),
                                CarryOverKind.ADVANCE,
                                APPROPRIATION,
                                m(millions),
                                null,
                                List.of(paper("a")),
                                "chưa thanh toán"),
                        ACCOUNTANT)
                .given(new RecordCarryOverConfirmation(id(name), m(millions), TODAY), ACCOUNTANT)
                .given(confirm(name), CHIEF)
                .given(new RecordCarryOverLetter(id(name), CarryOverOutcome.GRANTED, m(millions), null), LETTER);
    }

    private static ConfirmCarryOver confirm(String name) {
        return new ConfirmCarryOver(id(name));
    }

    private static CarryOverId id(String name) {
        return new CarryOverId(Id.derived("carry-over", name));
    }

    private static TreasuryPaperLine item(String item, long millions) {
        return new TreasuryPaperLine(LineCategory.REMUNERATION, item, FundSource.STATE_BUDGET, m(millions), "Thù lao");
    }
}
