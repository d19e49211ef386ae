package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.prepare;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.testing.DecisionFixture.Decisions.TODAY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.GuardEvent.TaskFundsHeld;
import vn.minhchung.budgets.GuardEvent.TaskFundsHoldLifted;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.kernel.ErrorCode;

/** While the money of a task is held nothing leaves for it; what the treasury did before is still told. */
class TaskHoldTest {
    private final Cast cast = new Cast();

    @BeforeEach
    void one_appropriation_one_task() {
        cast.assigned(1_000).allocated(TASK, 800).depositAccount();
    }

    @Test
    void no_withdrawal_is_prepared_or_amended_while_the_money_is_held() {
        cast.prepared("a", TASK, 100);
        held();
        cast.fixture.when(prepare("b", TASK, 50), ACCOUNTANT).expectRefusal(ErrorCode.TASK_SUSPENDED);
        cast.fixture
                .when(new AmendTreasuryPaper(paper("a"), List.of(line(90)), m(90), null, "Giảm số tiền"), ACCOUNTANT)
                .expectRefusal(ErrorCode.TASK_SUSPENDED);
        cast.fixture
                .when(new CancelTreasuryPaper(paper("a"), "Nhiệm vụ tạm dừng"), ACCOUNTANT)
                .events();
    }

    @Test
    void a_signed_withdrawal_is_not_sent_while_the_money_is_held_and_is_once_it_goes_on() {
        signed("a");
        held();
        cast.fixture.when(new SendToTreasury(paper("a")), ACCOUNTANT).expectRefusal(ErrorCode.TASK_SUSPENDED);
        cast.fixture.given(TaskFunds.class, TaskFunds.id(TASK), new TaskFundsHoldLifted(TASK));
        cast.fixture.when(new SendToTreasury(paper("a")), ACCOUNTANT).events();
        cast.fixture.when(prepare("b", TASK, 50), ACCOUNTANT).events();
    }

    @Test
    void what_was_sent_before_is_booked_as_the_treasury_booked_it() {
        signed("a");
        cast.fixture.given(new SendToTreasury(paper("a")), ACCOUNTANT);
        held();
        cast.fixture.given(new RecordExecution(paper("a"), "KB-01", TODAY, null), voucher(ACCOUNTANT));
        assertThat(cast.fixture
                        .when(new ConfirmTreasuryFact(paper("a")), OFFICER)
                        .events())
                .anySatisfy(event -> assertThat(event).isInstanceOf(TreasuryPaperExecuted.class));
    }

    private void signed(String name) {
        cast.prepared(name, TASK, 100);
        cast.signed(name);
    }

    private void held() {
        cast.fixture.given(TaskFunds.class, TaskFunds.id(TASK), new TaskFundsHeld(TASK));
    }
}
