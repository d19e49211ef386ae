package vn.minhchung.budgets.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.CarryOverEvent.CarryOverRefused;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverPart;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceCarriedOver;
import vn.minhchung.budgets.TreasuryPaperEvent.SettlementPrepared;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;

/** Whom an advance waits for at the end of its year. */
class PaperStepsTest {
    private static final ProjectId TASK = new ProjectId(Id.derived("project", "nhãn"));
    private static final OrganisationId HOST = new OrganisationId(Id.derived("organisation", "viện"));
    private static final TreasuryPaperId ADVANCE = new TreasuryPaperId(Id.derived("paper", "a"));
    private static final AppropriationId APPROPRIATION = new AppropriationId(Id.derived("appropriation", "2026"));
    private static final CarryOverId CARRY_OVER = new CarryOverId(Id.derived("carry-over", "x"));
    private static final AppropriationKey CODE = new AppropriationKey(HOST, "417", "101", "12", "00000", 2026);

    private final Rows rows = new Rows();

    @Test
    void the_receipt_of_an_advance_is_waited_for_after_it_moved_to_the_next_year() {
        AdvanceCarriedOver moved = new AdvanceCarriedOver(ADVANCE, TASK, CARRY_OVER, APPROPRIATION, CODE, Vnd.of(1));
        WaitingList list = new WaitingList(rows, rows.recorded(moved));
        list.waits(ADVANCE.value(), WaitingStep.CONFIRM_RECEIPT, ADVANCE.value(), TASK, HOST, null);
        PaperSteps.project(moved, list);
        assertThat(list.step(ADVANCE.value())).isEqualTo(WaitingStep.CONFIRM_RECEIPT);
        assertThat(rows.done).isEmpty();
    }

    @Test
    void an_advance_that_may_not_move_waits_until_its_return_is_prepared() {
        CarryOverRefused refused = new CarryOverRefused(
                CARRY_OVER,
                CarryOverKind.ADVANCE,
                2025,
                Vnd.of(1),
                List.of(new CarryOverPart(TASK, ADVANCE, Vnd.of(1))),
                "12/STC");
        CarryOverSteps.project(refused, new WaitingList(rows, rows.recorded(refused)));
        SettlementPrepared prepared = new SettlementPrepared(
                new TreasuryPaperId(Id.derived("paper", "r")),
                TASK,
                HOST,
                APPROPRIATION,
                CODE,
                "NT-01",
                TreasuryPaperKind.RETURN,
                1,
                ADVANCE,
                List.of(),
                Vnd.of(1),
                "không được chuyển",
                List.of(),
                null,
                List.of(),
                LocalDate.of(2026, 2, 10));
        WaitingList list = new WaitingList(rows, rows.recorded(prepared));
        assertThat(list.step(CarryOverSteps.returning(ADVANCE))).isEqualTo(WaitingStep.RETURN_ADVANCE);
        PaperSteps.project(prepared, list);
        assertThat(list.step(CarryOverSteps.returning(ADVANCE))).isNull();
        assertThat(rows.done).contains(WaitingStep.RETURN_ADVANCE);
    }
}
