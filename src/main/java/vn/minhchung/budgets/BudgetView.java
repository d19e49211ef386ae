package vn.minhchung.budgets;

import java.util.List;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TranchePlan;

/**
 * The money side of a task: what there is to ask figures about.
 *
 * @param lines approved budget lines, in the order of the approval
 * @param tranches of the contract in force; empty before it
 */
public record BudgetView(
        ProjectId project, OrganisationId host, boolean published, List<LineCategory> lines, List<TranchePlan> tranches)
        implements Readable {
    @Override
    public boolean visibleTo(Viewer viewer) {
        return published || party(viewer);
    }

    @Override
    public boolean party(Viewer viewer) {
        return viewer.staff() || viewer.ofHost(host, project);
    }

    public BudgetView open() {
        return new BudgetView(project, host, true, lines, tranches);
    }

    public BudgetView approved(List<LineCategory> inForce) {
        return new BudgetView(project, host, published, inForce, tranches);
    }

    public BudgetView contracted(List<TranchePlan> plan) {
        return new BudgetView(project, host, published, lines, plan);
    }

    public BudgetView hosted(OrganisationId by) {
        return new BudgetView(project, by, published, lines, tranches);
    }
}
