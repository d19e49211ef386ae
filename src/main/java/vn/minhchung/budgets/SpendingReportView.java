package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A host's report of spending as it stands.
 *
 * @param version from 1; each replacement makes one
 * @param accepted what is accepted as spent; null while nothing is decided
 * @param returnReason while it is returned
 * @param replaceReason of the newest replacement
 */
public record SpendingReportView(
        ProjectId project,
        OrganisationId host,
        SpendingReportState state,
        int version,
        LocalDate from,
        LocalDate to,
        boolean last,
        List<SpendingItem> items,
        Vnd total,
        @Nullable Vnd accepted,
        List<NotAccepted> notAccepted,
        LocalDate filedOn,
        @Nullable PersonId filer,
        @Nullable String returnReason,
        @Nullable String replaceReason)
        implements Readable {

    public SpendingReportView returned(String reason) {
        return new SpendingReportView(
                project,
                host,
                SpendingReportState.RETURNED,
                version,
                from,
                to,
                last,
                items,
                total,
                null,
                List.of(),
                filedOn,
                filer,
                reason,
                replaceReason);
    }

    public SpendingReportView accepted(Vnd amount, List<NotAccepted> leftOut) {
        return new SpendingReportView(
                project,
                host,
                SpendingReportState.ACCEPTED,
                version,
                from,
                to,
                last,
                items,
                total,
                amount,
                leftOut,
                filedOn,
                filer,
                null,
                replaceReason);
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
