package vn.minhchung.people.write;

import org.springframework.stereotype.Component;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.people.NamedPersons;
import vn.minhchung.people.PersonCommand.RegisterPerson;

/** Registers within the command that names the person. */
@Component
class NewlyNamed implements NamedPersons {
    private final Aggregates aggregates;

    NewlyNamed(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void register(PersonId person, Sealed name) {
        RegisterPerson byName = new RegisterPerson(person, name, null, null, null, null);
        if (aggregates.peek(Person.class, person.value(), known -> true) == null) {
            aggregates.create(Person.class, person.value(), unknown -> unknown.decide(byName));
        }
    }
}
