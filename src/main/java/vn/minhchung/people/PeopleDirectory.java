package vn.minhchung.people;

import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;

/** What other modules ask while they decide; reads the record itself, inside the command's unit of work. */
public interface PeopleDirectory {
    /** Refused with NOT_FOUND for an unknown person and PERSON_ERASED for an erased one. */
    void requirePerson(PersonId person);

    /** Refused with NOT_FOUND for an unknown organisation. */
    void requireOrganisation(OrganisationId organisation);
}
