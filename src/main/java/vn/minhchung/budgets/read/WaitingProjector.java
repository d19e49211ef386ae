package vn.minhchung.budgets.read;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.CarryOverEvent;
import vn.minhchung.budgets.DepositAccountEvent;
import vn.minhchung.budgets.EstimateEvent;
import vn.minhchung.budgets.RefundEvent;
import vn.minhchung.budgets.SavingsEvent;
import vn.minhchung.budgets.SettlementEvent;
import vn.minhchung.budgets.SpendingEvent;
import vn.minhchung.budgets.TreasuryPaperEvent;
import vn.minhchung.budgets.VolumeEvent;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.projects.AdjustmentEvent;
import vn.minhchung.projects.ProjectEvent;

/** Whom everything waits for: by step for the inbox, and by task. Each kind of event has its own reader. */
@Component
class WaitingProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Waiting";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(
                BudgetsViews.WAITING,
                BudgetsViews.TASK_WAITING,
                BudgetsViews.WAITING_PAPERS,
                BudgetsViews.WAITING_TASKS,
                BudgetsViews.STEPS_DONE);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        WaitingList list = new WaitingList(views, recorded);
        if (recorded.event() instanceof TreasuryPaperEvent event) PaperSteps.project(event, list);
        else if (recorded.event() instanceof AppropriationEvent event) AppropriationSteps.project(event, list);
        else if (recorded.event() instanceof CarryOverEvent event) CarryOverSteps.project(event, list);
        else if (recorded.event() instanceof DepositAccountEvent event) DepositAccountSteps.project(event, list);
        else if (recorded.event() instanceof AdjustmentEvent event) AdjustmentSteps.project(event, list);
        else if (recorded.event() instanceof EstimateEvent event) EstimateSteps.project(event, list);
        else if (recorded.event() instanceof SpendingEvent event) SpendingSteps.project(event, list);
        else if (recorded.event() instanceof SavingsEvent event) SavingsSteps.project(event, list);
        else if (recorded.event() instanceof RefundEvent event) RefundSteps.project(event, list);
        else if (recorded.event() instanceof SettlementEvent event) SettlementSteps.project(event, list);
        else if (recorded.event() instanceof VolumeEvent event) VolumeSteps.project(event, list);
        else if (recorded.event() instanceof ProjectEvent event) TaskSteps.project(event, list);
    }
}
