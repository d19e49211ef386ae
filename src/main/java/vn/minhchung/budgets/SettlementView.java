package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A settlement as it stands.
 *
 * @param appropriation null of a task
 * @param project null of a year
 * @param by who filed it: the unit or the host
 * @param year the budget year; null of a task
 * @param certified null of a year; true of a completed task
 * @param yearBalance null of a task
 * @param taskBalance null of a year
 * @param lines as filed
 * @param total of the lines
 * @param findings of the return or the notice; null where there are none
 * @param number of the notice; null before
 * @param settled by the notice; null before
 * @param toPayBack by the notice; null before
 * @param report what was done to carry the notice out
 */
public record SettlementView(
        SettlementKind kind,
        SettlementState state,
        @Nullable AppropriationId appropriation,
        @Nullable ProjectId project,
        OrganisationId by,
        @Nullable Integer year,
        @Nullable Boolean certified,
        @Nullable BalanceTable yearBalance,
        @Nullable TaskBalance taskBalance,
        List<SettlementLine> lines,
        Vnd total,
        String document,
        LocalDate filedOn,
        List<SettlementCut> cuts,
        @Nullable String findings,
        @Nullable String number,
        @Nullable LocalDate noticedOn,
        @Nullable Vnd settled,
        @Nullable Vnd toPayBack,
        @Nullable String report,
        @Nullable String voucherNumber,
        @Nullable LocalDate carriedOutOn)
        implements Readable {

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || (project != null && viewer.ofHost(by, project));
    }

    @Override
    public boolean party(Viewer viewer) {
        return visibleTo(viewer);
    }
}
