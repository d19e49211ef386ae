package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Items.piece;
import static vn.minhchung.budgets.write.Items.share;

import java.util.List;
import vn.minhchung.budgets.EstimateCommand;
import vn.minhchung.budgets.EstimateCommand.ApproveEstimate;
import vn.minhchung.budgets.EstimateCommand.MoveBetweenLines;
import vn.minhchung.budgets.EstimateCommand.PlanLineMoves;
import vn.minhchung.budgets.EstimateCommand.ProposeEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnLineMoves;
import vn.minhchung.budgets.EstimateState;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What an estimate does in each of its states. */
final class EstimateMachine {
    private static final List<EstimateItem> ITEMS =
            List.of(piece(LineCategory.OTHER, 10), piece(LineCategory.STATIONERY, 5));
    private static final List<EstimateItem> MOVED =
            List.of(piece(LineCategory.OTHER, 8), piece(LineCategory.STATIONERY, 7));
    private static final Decision INVESTIGATOR = Decisions.takenFor(HOST, "chủ nhiệm", Role.INVESTIGATOR);

    private EstimateMachine() {}

    static StateMachine estimates() {
        return StateMachine.of(
                        "estimate",
                        "Detailed estimate",
                        EstimateState.class,
                        Estimate.class,
                        EstimateId.of(TASK).value())
                .in(StateMachine.NONE, EstimateMachine::task)
                .in("PROPOSED", EstimateMachine::proposed)
                .in("RETURNED", () -> proposed().given(new ReturnEstimate(TASK, "thiếu báo giá"), OFFICER))
                .in("APPROVED", EstimateMachine::approved)
                .in("MOVES_PLANNED", () -> approved().given(new PlanLineMoves(TASK, MOVED), INVESTIGATOR))
                .sent(new ProposeEstimate(TASK, ITEMS), INVESTIGATOR)
                .sent(new ReturnEstimate(TASK, "thiếu báo giá"), OFFICER)
                .sent(new ApproveEstimate(TASK, null), DIRECTOR)
                .sent(new PlanLineMoves(TASK, MOVED), INVESTIGATOR)
                .sent(new ReturnLineMoves(TASK, "chưa cần thiết"), HOST_HEAD)
                .sent(new MoveBetweenLines(TASK), HOST_HEAD)
                .takes(EstimateCommand.class);
    }

    private static DecisionFixture task() {
        return DecisionFixture.of(aggregates -> List.of(new EstimateDesk(
                aggregates,
                _ -> Cast.task(
                        TASK,
                        true,
                        KhoanMode.TUNG_PHAN,
                        share(LineCategory.OTHER, 10),
                        share(LineCategory.STATIONERY, 5)),
                new AllShipped(),
                new Cast.Everybody())));
    }

    private static DecisionFixture proposed() {
        return task().given(new ProposeEstimate(TASK, ITEMS), INVESTIGATOR);
    }

    private static DecisionFixture approved() {
        return proposed().given(new ApproveEstimate(TASK, null), DIRECTOR);
    }
}
