package vn.minhchung.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.identifier.IdentifierKind;

/** What was recorded about a person. */
public sealed interface PersonEvent extends DomainEvent {
    PersonId person();

    /** A person became known. */
    @EventType(name = "people.PersonRegistered")
    record PersonRegistered(
            PersonId person,
            Sealed name,
            @Nullable String titles,
            @Nullable Sealed birthDate,
            @Nullable Sealed contact,
            @Nullable Sealed bankAccount)
            implements PersonEvent {}

    /** What is given replaces what stood before; null keeps it. */
    @EventType(name = "people.PersonCorrected")
    record PersonCorrected(
            PersonId person,
            @Nullable Sealed name,
            @Nullable String titles,
            @Nullable Sealed birthDate,
            @Nullable Sealed contact,
            @Nullable Sealed bankAccount)
            implements PersonEvent {}

    /** A checked identifier was added; it replaces an older one of its kind. */
    @EventType(name = "people.PersonIdentifierAdded")
    record PersonIdentifierAdded(PersonId person, IdentifierKind kind, Sealed value) implements PersonEvent {}

    /** @param number counts a person's employments from 1 */
    @EventType(name = "people.PersonEmployed")
    record PersonEmployed(
            PersonId person,
            int number,
            OrganisationId organisation,
            @Nullable String position,
            LocalDate from,
            @Nullable LocalDate to)
            implements PersonEvent {}

    /** @param to the last day */
    @EventType(name = "people.EmploymentEnded")
    record EmploymentEnded(PersonId person, int number, LocalDate to) implements PersonEvent {}

    /** Somebody asked that the person be erased. */
    @EventType(name = "people.ErasureRequested")
    record ErasureRequested(PersonId person, PersonId requestedBy) implements PersonEvent {}

    /** A second person agreed; the key is destroyed once this is durable. */
    @EventType(name = "people.PersonErased")
    record PersonErased(PersonId person) implements PersonEvent {}
}
