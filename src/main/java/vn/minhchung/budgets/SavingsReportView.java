package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A host's report of what it saved, as it stands.
 *
 * @param parts where the saving goes; empty until it is accepted
 */
public record SavingsReportView(
        ProjectId project,
        OrganisationId host,
        SavingsReportState state,
        List<SavingLine> lines,
        Vnd total,
        LocalDate declaredOn,
        List<SavingPart> parts,
        @Nullable String returnReason)
        implements Readable {

    public SavingsReportView returned(String reason) {
        return new SavingsReportView(
                project, host, SavingsReportState.RETURNED, lines, total, declaredOn, parts, reason);
    }

    public SavingsReportView accepted(List<SavingPart> split) {
        return new SavingsReportView(project, host, SavingsReportState.ACCEPTED, lines, total, declaredOn, split, null);
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
