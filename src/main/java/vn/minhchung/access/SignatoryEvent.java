package vn.minhchung.access;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;

/** What was recorded in a unit's list of treasury signatories. */
public sealed interface SignatoryEvent extends DomainEvent {
    OrganisationId unit();

    /**
     * @param number counts the entries of the list from 1
     * @param registeredFor everybody for whom {@code registeredBy} may have acted
     */
    @EventType(name = "access.SignatoryRegistered")
    record SignatoryRegistered(
            OrganisationId unit,
            int number,
            PersonId person,
            SignaturePosition position,
            SignatoryRank rank,
            LocalDate from,
            @Nullable LocalDate to,
            PersonId registeredBy,
            boolean provisional,
            List<PersonId> registeredFor)
            implements SignatoryEvent {
        public SignatoryRegistered {
            // older events do not have it
            registeredFor = registeredFor == null ? List.of() : List.copyOf(registeredFor);
        }
    }

    /** A recorded registration was compared with its document. */
    @EventType(name = "access.SignatoryConfirmed")
    record SignatoryConfirmed(OrganisationId unit, int number, PersonId confirmedBy) implements SignatoryEvent {}

    /** @param to last day */
    @EventType(name = "access.SignatoryRemoved")
    record SignatoryRemoved(OrganisationId unit, int number, LocalDate to) implements SignatoryEvent {}
}
