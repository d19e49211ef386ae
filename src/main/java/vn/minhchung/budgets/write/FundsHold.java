package vn.minhchung.budgets.write;

import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.TaskHold;

/** Holds the money of a task at the guard that every withdrawal passes. */
@Component
class FundsHold implements TaskHold {
    private final Aggregates aggregates;

    FundsHold(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void hold(ProjectId project) {
        aggregates.guard(TaskFunds.class, TaskFunds.id(project), funds -> funds.hold(project));
    }

    @Override
    public void lift(ProjectId project) {
        aggregates.guard(TaskFunds.class, TaskFunds.id(project), funds -> funds.liftHold(project));
    }
}
