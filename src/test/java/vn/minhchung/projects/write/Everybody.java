package vn.minhchung.projects.write;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.people.PeopleDirectory;

/** Knows everybody but one person and one organisation. */
record Everybody(@Nullable PersonId noPerson, @Nullable OrganisationId noOrganisation) implements PeopleDirectory {
    @Override
    public void requirePerson(PersonId person) {
        if (person.equals(noPerson)) throw Refusal.of(ErrorCode.NOT_FOUND, "id", person);
    }

    @Override
    public void requireOrganisation(OrganisationId organisation) {
        if (organisation.equals(noOrganisation)) throw Refusal.of(ErrorCode.NOT_FOUND, "id", organisation);
    }
}
