package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.DEPOSIT;
import static vn.minhchung.budgets.write.Cast.OTHER_TASK;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;

/** Our own numbers of papers for the treasury: one paper of a kind, a unit and a year for each. Amounts in million đồng. */
class PaperNumberTest {
    private final Cast cast = new Cast()
            .assigned(1_000)
            .allocated(TASK, 400)
            .allocated(OTHER_TASK, 400)
            .depositAccount();

    @Test
    void a_number_is_given_once_to_papers_of_a_kind_whatever_their_task() {
        cast.fixture.given(withdrawal("a", TASK, "01/GR"), ACCOUNTANT);

        var refusal = cast.fixture
                .when(withdrawal("b", OTHER_TASK, " 01/GR "), ACCOUNTANT)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);

        assertThat(refusal.field()).containsExactly("number");
        assertThat(refusal.facts()).containsEntry("id", paper("a").value()).containsEntry("value", "01/GR");
        cast.fixture.given(withdrawal("b", OTHER_TASK, "02/GR"), ACCOUNTANT);
    }

    @Test
    void papers_of_another_kind_have_numbers_of_their_own() {
        cast.fixture.given(withdrawal("a", TASK, "01"), ACCOUNTANT);
        cast.executed("a");
        var clearing = new PrepareClearing(paper("c"), paper("a"), "01", List.of(line(10)), m(10), null, null);
        cast.fixture.given(clearing, ACCOUNTANT);
        cast.fixture.given(
                new PrepareReturn(paper("r"), paper("a"), "01", List.of(line(10)), m(10), "chưa dùng"), ACCOUNTANT);
        cast.fixture
                .when(new PrepareClearing(paper("d"), paper("a"), "01", List.of(line(5)), m(5), null, null), ACCOUNTANT)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void the_number_of_a_cancelled_paper_is_given_again() {
        cast.fixture.given(withdrawal("a", TASK, "01/GR"), ACCOUNTANT);
        cast.fixture.given(new CancelTreasuryPaper(paper("a"), "lập lại"), ACCOUNTANT);
        cast.fixture.given(withdrawal("b", OTHER_TASK, "01/GR"), ACCOUNTANT);
        cast.fixture.when(withdrawal("c", TASK, "01/GR"), ACCOUNTANT).expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    private static PrepareWithdrawal withdrawal(String name, ProjectId task, String number) {
        return new PrepareWithdrawal(
                paper(name),
                TreasuryPaperKind.ADVANCE,
                task,
                APPROPRIATION,
                number,
                2025,
                1,
                List.of(line(100)),
                m(100),
                DEPOSIT,
                null,
                null);
    }
}
