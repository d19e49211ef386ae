package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.projects.EstimateItem;

/**
 * The estimate of a task as it stands.
 *
 * @param items in force; empty before the first approval
 * @param asked what waits for a decision: a proposal, or the estimate as a plan of moves would make it; empty for none
 * @param returnReason of what was returned last; null once something newer was asked
 * @param versions from the first on
 */
public record EstimateView(
        ProjectId project,
        OrganisationId host,
        EstimateState state,
        List<EstimateItem> items,
        List<EstimateItem> asked,
        @Nullable String returnReason,
        List<Version> versions)
        implements Readable {

    /**
     * @param moved how much changed its line, of a move
     * @param expertsException why more is spent on experts than the norm allows
     * @param lines every source, line and year, before and after
     */
    public record Version(
            int number,
            EstimateVersionKind kind,
            LocalDate since,
            Vnd total,
            @Nullable Vnd moved,
            @Nullable String expertsException,
            List<LineChange> lines) {}

    /** What is in force, in đồng; zero before the first approval. */
    public Vnd total() {
        return versions.isEmpty() ? Vnd.ZERO : versions.getLast().total();
    }

    public EstimateView asks(EstimateState next, List<EstimateItem> what) {
        return new EstimateView(project, host, next, items, what, null, versions);
    }

    public EstimateView returned(EstimateState next, String reason) {
        return new EstimateView(project, host, next, items, asked, reason, versions);
    }

    public EstimateView holds(Version version, List<EstimateItem> held) {
        List<Version> all = new ArrayList<>(versions);
        all.add(version);
        return new EstimateView(project, host, EstimateState.APPROVED, held, List.of(), null, List.copyOf(all));
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || viewer.ofHost(host, project);
    }

    @Override
    public boolean party(Viewer viewer) {
        return visibleTo(viewer);
    }
}
