package vn.minhchung.people;

import static vn.minhchung.kernel.Role.ADMIN;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.identifier.IdentifierKind;

/** What can be asked about a person. Personal texts arrive sealed. */
public sealed interface PersonCommand extends Command {
    PersonId person();

    @Override
    default String subject() {
        return person().value();
    }

    /**
     * A person becomes known.
     *
     * @param name family name first, without titles
     * @param titles as printed, e.g. {@code PGS.TS.}
     * @param birthDate ISO date
     * @param contact telephone or address, as the person gave it
     * @param bankAccount account number and bank
     */
    @MayBeSentBy(
            mutation = "registerPerson",
            creates = true,
            roles = {OFFICER, REGISTRAR, ADMIN})
    record RegisterPerson(
            PersonId person,
            Sealed name,
            @Nullable String titles,
            @Nullable Sealed birthDate,
            @Nullable Sealed contact,
            @Nullable Sealed bankAccount)
            implements PersonCommand {}

    /** Replaces what is given and keeps the rest; what stood before stays in the record. Needs a reason. */
    @MayBeSentBy(
            mutation = "correctPerson",
            roles = {OFFICER, REGISTRAR})
    record CorrectPerson(
            PersonId person,
            @Nullable Sealed name,
            @Nullable String titles,
            @Nullable Sealed birthDate,
            @Nullable Sealed contact,
            @Nullable Sealed bankAccount)
            implements PersonCommand {}

    /** @param kind CITIZEN_ID, ORCID or TAX_CODE */
    @MayBeSentBy(
            mutation = "addPersonIdentifier",
            roles = {OFFICER, REGISTRAR})
    record AddPersonIdentifier(PersonId person, IdentifierKind kind, Sealed value) implements PersonCommand {}

    /** @param to last day, null while it lasts */
    @MayBeSentBy(
            mutation = "addEmployment",
            roles = {OFFICER, REGISTRAR})
    record AddEmployment(
            PersonId person,
            OrganisationId organisation,
            @Nullable String position,
            LocalDate from,
            @Nullable LocalDate to)
            implements PersonCommand {}

    /**
     * @param number of the employment, as {@code Person.employments} shows it
     * @param to last day
     */
    @MayBeSentBy(
            mutation = "endEmployment",
            roles = {OFFICER, REGISTRAR})
    record EndEmployment(PersonId person, int number, LocalDate to) implements PersonCommand {}

    /** Asks that a person's data be erased, on a document and for a reason. Nothing is erased yet. */
    @MayBeSentBy(
            mutation = "requestErasure",
            roles = {OFFICER, REGISTRAR, ADMIN})
    record RequestErasure(PersonId person) implements PersonCommand {}

    /** A second person agrees: the key is destroyed, every text of the person reads {@code [đã xoá]} from then on. */
    @MayBeSentBy(
            mutation = "erasePerson",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record ErasePerson(PersonId person) implements PersonCommand {}
}
