package vn.minhchung.access;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A delegation. Whether it holds on a day also depends on the roles and delegations it rests on.
 *
 * @param principals everybody for whom the role is exercised, the delegator first
 */
public record DelegationView(
        DelegationId delegation,
        AccountId delegator,
        AccountId delegate,
        PersonId delegatePerson,
        Role role,
        @Nullable OrganisationId organisation,
        LocalDate start,
        LocalDate end,
        boolean mayPassOn,
        @Nullable DelegationId under,
        List<PersonId> principals,
        Standing standing,
        @Nullable PersonId confirmedBy,
        @Nullable LocalDate endedOn)
        implements Readable {
    public DelegationView {
        principals = List.copyOf(principals);
    }

    /** By its own dates and standing alone. */
    public boolean on(LocalDate day) {
        return standing == Standing.IN_FORCE && !day.isBefore(start) && !day.isAfter(end);
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || party(viewer);
    }

    /** Delegator, delegate, administrators and inspectors. */
    @Override
    public boolean party(Viewer viewer) {
        return viewer.actor() != null
                && (viewer.actor().account().equals(delegator)
                        || viewer.actor().account().equals(delegate)
                        || viewer.has(Role.ADMIN)
                        || viewer.has(Role.INSPECTOR));
    }
}
