package vn.minhchung.budgets.read;

import vn.minhchung.budgets.EstimateEvent;
import vn.minhchung.budgets.EstimateEvent.EstimateApproved;
import vn.minhchung.budgets.EstimateEvent.EstimateProposed;
import vn.minhchung.budgets.EstimateEvent.EstimateReturned;
import vn.minhchung.budgets.EstimateEvent.EstimateRevised;
import vn.minhchung.budgets.EstimateEvent.LineMovesPlanned;
import vn.minhchung.budgets.EstimateEvent.LineMovesReturned;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.budgets.WaitingStep;

/** Whom an estimate waits for: the director, or its host. */
final class EstimateSteps {
    private EstimateSteps() {}

    static void project(EstimateEvent event, WaitingList list) {
        String id = event.estimate().value();
        switch (event) {
            case EstimateProposed _ -> list.waits(id, WaitingStep.APPROVE_ESTIMATE, id, event.project());
            case EstimateReturned e ->
                list.waits(id, WaitingStep.CORRECT_ESTIMATE, id, event.project(), e.host(), null);
            case LineMovesPlanned e ->
                list.waits(id, WaitingStep.APPROVE_LINE_MOVES, id, event.project(), e.host(), null);
            case EstimateRevised e -> {
                if (e.items().isEmpty())
                    list.waits(id, WaitingStep.CORRECT_ESTIMATE, id, event.project(), e.host(), null);
                else list.done(id);
            }
            case EstimateApproved _, LineMovesReturned _, MovedBetweenLines _ -> list.done(id);
        }
    }
}
