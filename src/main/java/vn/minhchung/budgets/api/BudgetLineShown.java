package vn.minhchung.budgets.api;

import vn.minhchung.budgets.BudgetView;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.projects.LineCategory;

/** One line of a task's budget; who reads it is decided by the budget. */
record BudgetLineShown(BudgetView budget, LineCategory line) implements Readable {
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
