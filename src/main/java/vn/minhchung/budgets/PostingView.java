package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/**
 * One side of an entry as queries show it; it never changes.
 *
 * @param event what recorded it
 * @param host of the task; null for the unit's own amounts, which staff alone see
 */
public record PostingView(
        String entry,
        EventId event,
        LedgerAccount account,
        @Nullable AppropriationId appropriation,
        @Nullable ProjectId project,
        @Nullable OrganisationId host,
        int budgetYear,
        FundSource source,
        @Nullable LineCategory line,
        @Nullable String item,
        @Nullable Integer tranche,
        Vnd amount,
        LocalDate effectiveOn,
        LocalDate postedOn,
        Evidence evidence)
        implements Readable {
    @Override
    public boolean visibleTo(Viewer viewer) {
        return party(viewer);
    }

    @Override
    public boolean party(Viewer viewer) {
        return viewer.staff() || (host != null && project != null && viewer.ofHost(host, project));
    }
}
