package vn.minhchung.budgets.api;

import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/** A task's part of an appropriation. */
record AllocationShown(AppropriationId appropriation, ProjectId project) implements Readable {
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff();
    }
}
