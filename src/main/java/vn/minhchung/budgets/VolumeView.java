package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.TreasuryPaperView.Signature;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A table of completed work as it stands.
 *
 * @param completedBefore by earlier confirmed tables, when this one was drawn up
 * @param uses papers that rest on it
 */
public record VolumeView(
        ProjectId project,
        OrganisationId host,
        OrganisationId unit,
        String number,
        int tranche,
        LocalDate requestedOn,
        LocalDate throughOn,
        List<VolumeRow> rows,
        Vnd contractValue,
        Vnd completedBefore,
        Vnd total,
        VolumeState state,
        LocalDate drawnOn,
        List<PersonId> drawers,
        @Nullable Signature secondSignature,
        @Nullable Signature firstSignature,
        List<Use> uses,
        @Nullable String cancelReason)
        implements Readable {

    /** @param amount of the completed work; zero for an advance */
    public record Use(TreasuryPaperId paper, Vnd amount) {}

    /** Completed up to the day, this table included. */
    public Vnd cumulative() {
        return completedBefore.plus(total);
    }

    /** Of this table, what no paper pays for yet. */
    public Vnd left() {
        return total.minus(Vnd.sum(uses.stream().map(Use::amount).toList()));
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
