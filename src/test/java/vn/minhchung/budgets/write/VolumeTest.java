package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DEPARTMENT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.OTHER_TASK;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Papers.withdrawal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.VolumeCommand.CancelVolume;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeCommand.SignVolumeFirst;
import vn.minhchung.budgets.VolumeCommand.SignVolumeSecond;
import vn.minhchung.budgets.VolumeEvent.VolumeDrawnUp;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.Grade;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Tables of completed work (Mẫu 08a; domain.md 2.5, 2.7, 3.1), and the papers that rest on them. Amounts in million đồng. */
class VolumeTest {
    private final Cast cast = new Cast();

    /** 900 approved and contracted, 700 allocated, 400 advanced. */
    @BeforeEach
    void an_executed_advance() {
        cast.put(Cast.task(TASK, 900, true));
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        cast.prepared("a", TASK, 400).executed("a");
        cast.rules.enforced("payment.volume");
    }

    @Test
    void a_clearing_a_payment_and_a_further_advance_need_a_table_and_the_first_advance_none() {
        cast.fixture.when(clearing("c", 100, null), ACCOUNTANT).expectRefusal(ErrorCode.VOLUME_MISSING);
        cast.fixture
                .when(withdrawal("p", TreasuryPaperKind.PAYMENT, 1, 50, null), ACCOUNTANT)
                .expectRefusal(ErrorCode.VOLUME_MISSING);
        confirmed("v", 200);
        execute("c", clearing("c", 200, volume("v")));
        cast.fixture
                .when(withdrawal("b", TreasuryPaperKind.ADVANCE, 2, 200, null), ACCOUNTANT)
                .expectRefusal(ErrorCode.VOLUME_MISSING);
        cast.fixture.given(withdrawal("b", TreasuryPaperKind.ADVANCE, 2, 200, volume("v")), ACCOUNTANT);
    }

    @Test
    void the_same_work_is_never_paid_for_twice() {
        confirmed("v", 200);
        cast.fixture.given(clearing("c", 150, volume("v")), ACCOUNTANT);
        var refusal = cast.fixture
                .when(withdrawal("p", TreasuryPaperKind.PAYMENT, 1, 50, volume("v")), ACCOUNTANT)
                .events();
        assertThat(refusal).isNotEmpty();
        var exceeded =
                cast.fixture.when(clearing("d", 1, volume("v")), ACCOUNTANT).expectRefusal(ErrorCode.VOLUME_EXCEEDED);
        assertThat(exceeded.facts()).containsEntry("limit", "200000000").containsEntry("remaining", "0");
    }

    @Test
    void work_is_free_again_when_a_paper_is_cancelled_amended_or_booked_in_part() {
        confirmed("v", 200);
        cast.fixture.given(clearing("c", 200, volume("v")), ACCOUNTANT);
        cast.fixture.given(
                new AmendTreasuryPaper(paper("c"), List.of(line(120)), m(120), null, "bớt chứng từ"), ACCOUNTANT);
        cast.fixture.given(clearing("d", 80, volume("v")), ACCOUNTANT);
        cast.fixture.given(new CancelTreasuryPaper(paper("d"), "lập trùng"), ACCOUNTANT);
        cast.sent("c")
                .fixture
                .given(new RecordExecution(paper("c"), "KB-c", TODAY, List.of(line(70))), voucher(ACCOUNTANT))
                .given(new ConfirmTreasuryFact(paper("c")), OFFICER);
        cast.fixture.when(clearing("e", 131, volume("v")), ACCOUNTANT).expectRefusal(ErrorCode.VOLUME_EXCEEDED);
        cast.fixture.given(clearing("e", 130, volume("v")), ACCOUNTANT);
        cast.fixture
                .when(new Reverse(entry(paper("c"), 1), "ghi nhầm", "12/BB"), CHIEF)
                .expectRefusal(ErrorCode.VOLUME_EXCEEDED);
    }

    @Test
    void only_a_confirmed_table_of_the_same_task_counts() {
        cast.fixture.given(drawUp("v", TASK, 200), OFFICER);
        cast.fixture.when(clearing("c", 100, volume("v")), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.given(new SignVolumeSecond(volume("v")), CHIEF);
        cast.fixture.when(clearing("c", 100, volume("v")), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.given(new SignVolumeFirst(volume("v")), DIRECTOR);
        cast.fixture.given(drawUp("o", OTHER_TASK, 200), OFFICER);
        cast.fixture.given(new SignVolumeSecond(volume("o")), CHIEF).given(new SignVolumeFirst(volume("o")), DIRECTOR);
        cast.fixture.when(clearing("c", 100, volume("o")), ACCOUNTANT).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture.given(clearing("c", 100, volume("v")), ACCOUNTANT);
    }

    @Test
    void a_payment_or_a_clearing_rests_on_work_of_its_own_instalment() {
        confirmed("v", 200);
        var refusal = cast.fixture
                .when(withdrawal("p", TreasuryPaperKind.PAYMENT, 2, 50, volume("v")), ACCOUNTANT)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        assertThat(refusal.field()).containsExactly("volume");
        assertThat(refusal.facts())
                .containsEntry("problem", "instalment")
                .containsEntry("value", "1")
                .containsEntry("expected", "2");
        execute("c", clearing("c", 200, volume("v")));
        cast.fixture.given(withdrawal("b", TreasuryPaperKind.ADVANCE, 2, 200, volume("v")), ACCOUNTANT);
    }

    @Test
    void whoever_drew_it_up_signs_neither_the_table_nor_a_paper_that_rests_on_it() {
        Decision all = Decisions.taken("both", Role.OFFICER, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR);
        cast.fixture.given(drawUp("v", TASK, 200), all);
        cast.fixture.when(new SignVolumeSecond(volume("v")), all).expectRefusal(ErrorCode.FOUR_EYES);
        cast.fixture.given(new SignVolumeSecond(volume("v")), CHIEF);
        cast.fixture.when(new SignVolumeFirst(volume("v")), all).expectRefusal(ErrorCode.FOUR_EYES);
        cast.fixture.given(new SignVolumeFirst(volume("v")), DIRECTOR);
        cast.fixture.given(clearing("c", 100, volume("v")), ACCOUNTANT);
        cast.fixture.when(new SignSecond(paper("c")), all).expectRefusal(ErrorCode.FOUR_EYES);
        cast.fixture.given(new SignSecond(paper("c")), CHIEF);
    }

    @Test
    void all_tables_together_stay_within_the_contract() {
        confirmed("v", 600);
        var events = cast.fixture.when(drawUp("w", TASK, 300), OFFICER).events();
        assertThat(((VolumeDrawnUp) events.getLast()).completedBefore()).isEqualTo(m(600));
        cast.fixture.when(drawUp("x", TASK, 301), OFFICER).expectRefusal(ErrorCode.VOLUME_EXCEEDED);
        cast.fixture.given(drawUp("y", TASK, 1), OFFICER);
        cast.fixture.given(new SignVolumeSecond(volume("w")), CHIEF).given(new SignVolumeFirst(volume("w")), DIRECTOR);
        cast.fixture.given(new SignVolumeSecond(volume("y")), CHIEF);
        cast.fixture.when(new SignVolumeFirst(volume("y")), DIRECTOR).expectRefusal(ErrorCode.VOLUME_EXCEEDED);
    }

    @Test
    void a_wrong_table_is_cancelled_while_nothing_rests_on_it() {
        confirmed("v", 900);
        cast.fixture.given(clearing("c", 100, volume("v")), ACCOUNTANT);
        cast.fixture.when(new CancelVolume(volume("v"), "sai đợt"), OFFICER).expectRefusal(ErrorCode.VOLUME_IN_USE);
        cast.fixture.given(new CancelTreasuryPaper(paper("c"), "lập lại"), ACCOUNTANT);
        cast.fixture.when(new CancelVolume(volume("v"), " "), OFFICER).expectRefusal(ErrorCode.REASON_REQUIRED);
        cast.fixture.given(new CancelVolume(volume("v"), "sai đợt"), OFFICER);
        cast.fixture.when(new SignVolumeFirst(volume("v")), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        confirmed("w", 900);
    }

    @Test
    void a_table_adds_up_and_says_only_what_is_done() {
        cast.fixture
                .when(table("v", TASK, 200, List.of(row(120), row(70))), OFFICER)
                .expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        cast.fixture
                .when(table("v", TASK, 200, List.of(row(200), row(0))), OFFICER)
                .expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        DrawUpVolume late = drawUp("v", TASK, 200);
        cast.fixture
                .when(
                        new DrawUpVolume(
                                late.volume(),
                                late.project(),
                                late.unit(),
                                late.number(),
                                1,
                                TODAY,
                                TODAY.plusDays(1),
                                late.rows(),
                                late.total(),
                                null),
                        OFFICER)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        cast.put(Cast.task(OTHER_TASK, 900, false));
        cast.fixture.when(drawUp("v", OTHER_TASK, 200), OFFICER).expectRefusal(ErrorCode.CONTRACT_MISSING);
    }

    @Test
    void the_last_instalment_waits_for_acceptance() {
        cast.rules.off("payment.volume").enforced("payment.last");
        execute("c", clearing("c", 200, null));
        PrepareWithdrawal last = withdrawal("b", TreasuryPaperKind.PAYMENT, 2, 100, null);
        cast.fixture.when(last, ACCOUNTANT).expectRefusal(ErrorCode.LAST_PAYMENT_BEFORE_ACCEPTANCE);
        cast.fixture.given(withdrawal("d", TreasuryPaperKind.PAYMENT, 1, 50, null), ACCOUNTANT);
        cast.put(Cast.ended(Cast.task(TASK, 900, true), false, Grade.PASSED));
        cast.fixture.given(last, ACCOUNTANT);
    }

    private void confirmed(String name, long millions) {
        cast.fixture
                .given(drawUp(name, TASK, millions), OFFICER)
                .given(new SignVolumeSecond(volume(name)), CHIEF)
                .given(new SignVolumeFirst(volume(name)), DIRECTOR);
    }

    private void execute(String name, PrepareClearing preparation) {
        cast.fixture.given(preparation, ACCOUNTANT);
        cast.executed(name);
    }

    private static DrawUpVolume drawUp(String name, ProjectId task, long millions) {
        return table(name, task, millions, List.of(row(millions)));
    }

    private static DrawUpVolume table(String name, ProjectId task, long millions, List<VolumeRow> rows) {
        return new DrawUpVolume(
                volume(name),
                task,
                DEPARTMENT,
                name,
                1,
                TODAY.minusDays(10),
                TODAY.minusDays(15),
                rows,
                m(millions),
                null);
    }

    private static VolumeRow row(long millions) {
        return new VolumeRow("Điều tra, phân tích mẫu", m(millions), m(millions));
    }

    private static VolumeId volume(String name) {
        return new VolumeId(Id.derived("volume", name));
    }

    private static PrepareClearing clearing(String name, long millions, @Nullable VolumeId volume) {
        return Papers.clearing(name, "a", line(millions), volume);
    }
}
