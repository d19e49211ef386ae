package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A host's deposit account at the treasury.
 *
 * @param validTo last day; null while open
 */
public record DepositAccountView(
        OrganisationId host,
        String number,
        String treasury,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean confirmed)
        implements Readable {
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || viewer.hosts().contains(host);
    }

    @Override
    public boolean party(Viewer viewer) {
        return visibleTo(viewer);
    }
}
