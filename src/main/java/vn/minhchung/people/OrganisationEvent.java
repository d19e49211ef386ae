package vn.minhchung.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.identifier.IdentifierKind;

/** What was recorded about an organisation. */
public sealed interface OrganisationEvent extends DomainEvent {
    OrganisationId organisation();

    /** @param since first day of the name, null when unknown */
    @EventType(name = "people.OrganisationRegistered")
    record OrganisationRegistered(
            OrganisationId organisation,
            String name,
            OrganisationKind kind,
            @Nullable LocalDate since) implements OrganisationEvent {}

    /** A new name from a day on; earlier names stay for the days before. */
    @EventType(name = "people.OrganisationRenamed")
    record OrganisationRenamed(OrganisationId organisation, String name, LocalDate from) implements OrganisationEvent {}

    /** Another way the organisation is written. */
    @EventType(name = "people.OrganisationAliasAdded")
    record OrganisationAliasAdded(
            OrganisationId organisation,
            String alias,
            @Nullable LocalDate from,
            @Nullable LocalDate to) implements OrganisationEvent {}

    /** A checked identifier; it replaces an older one of its kind. */
    @EventType(name = "people.OrganisationIdentifierAdded")
    record OrganisationIdentifierAdded(OrganisationId organisation, IdentifierKind kind, String value)
            implements OrganisationEvent {}
}
