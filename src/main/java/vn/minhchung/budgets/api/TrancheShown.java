package vn.minhchung.budgets.api;

import vn.minhchung.budgets.BudgetView;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.projects.TranchePlan;

/** One instalment: its plan, and the figures of what was drawn for it. */
record TrancheShown(BudgetView budget, int number, TranchePlan plan) implements Readable {
    ProjectId project() {
        return budget.project();
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return budget.visibleTo(viewer);
    }

    @Override
    public boolean party(Viewer viewer) {
        return budget.party(viewer);
    }
}
