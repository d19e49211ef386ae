package vn.minhchung.people.write;

import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.people.PeopleDirectory;

/** The directory, read off the aggregates. */
@Component
class RecordedPeople implements PeopleDirectory {
    private final Aggregates aggregates;

    RecordedPeople(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void requirePerson(PersonId person) {
        if (aggregates.ask(Person.class, person.value(), Person::erased)) {
            throw Refusal.of(ErrorCode.PERSON_ERASED, "person", person.value());
        }
    }

    @Override
    public void requireOrganisation(OrganisationId organisation) {
        aggregates.ask(Organisation.class, organisation.value(), _ -> true);
    }
}
