package vn.minhchung.access;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;

/** What was recorded about a delegation. */
public sealed interface DelegationEvent extends DomainEvent {
    DelegationId delegation();

    /**
     * A role is exercised by somebody else from {@code start} to {@code end}.
     *
     * @param principals every person for whom it is exercised, up the whole chain; the delegator first
     * @param recordedBy who typed it, where it is provisional
     * @param recordedFor everybody for whom {@code recordedBy} may have acted
     */
    @EventType(name = "access.RoleDelegated")
    record RoleDelegated(
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
            @Nullable PersonId recordedBy,
            boolean provisional,
            List<PersonId> recordedFor)
            implements DelegationEvent {
        public RoleDelegated {
            // older events do not have it
            recordedFor = recordedFor == null ? List.of() : List.copyOf(recordedFor);
        }
    }

    /** A recorded delegation was compared with its document. */
    @EventType(name = "access.DelegationConfirmed")
    record DelegationConfirmed(DelegationId delegation, PersonId confirmedBy) implements DelegationEvent {}

    /** The delegation ended before its last day. */
    @EventType(name = "access.DelegationEnded")
    record DelegationEnded(DelegationId delegation, LocalDate on) implements DelegationEvent {}
}
