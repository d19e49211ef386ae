package vn.minhchung.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * An account and every role it ever held.
 *
 * @param credential id of the present password hash; null before the first password
 */
public record AccountView(
        AccountId account,
        PersonId person,
        Sealed login,
        @Nullable String credential,
        boolean locked,
        List<HeldRole> roles)
        implements Readable {
    public AccountView {
        roles = List.copyOf(roles);
    }

    /**
     * One grant of a role.
     *
     * @param endedOn when it was revoked before its time
     */
    public record HeldRole(
            Role role,
            @Nullable OrganisationId organisation,
            LocalDate from,
            @Nullable LocalDate to,
            Standing standing,
            PersonId grantedBy,
            @Nullable PersonId confirmedBy,
            @Nullable LocalDate endedOn) {
        public boolean on(LocalDate day) {
            return standing == Standing.IN_FORCE && !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        /** As {@link #on}, and also for a role that was in force that day and revoked later. */
        public boolean heldOn(LocalDate day) {
            boolean wasInForce = confirmedBy != null || !role.money();
            return on(day)
                    || (standing == Standing.ENDED
                            && wasInForce
                            && endedOn != null
                            && !day.isBefore(from)
                            && !day.isAfter(endedOn));
        }
    }

    /** Whether the role is in force on the day; for a host role, for this organisation. */
    public boolean holds(Role role, @Nullable OrganisationId organisation, LocalDate day) {
        return roles.stream()
                .anyMatch(held ->
                        held.role() == role && Objects.equals(held.organisation(), organisation) && held.on(day));
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || party(viewer);
    }

    /** Its person, administrators and inspectors. */
    @Override
    public boolean party(Viewer viewer) {
        return viewer.actor() != null && (viewer.actor().person().equals(person) || viewer.operates());
    }
}
