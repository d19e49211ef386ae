package vn.minhchung.access.write;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.access.Credentials;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.command.InternalControl;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.InMemoryPersonalData;

/** The desks of this module over a store in memory; everybody exists unless named as erased. */
final class AccessFixture {
    /** As long as the director has switched nothing. */
    private static final InternalControl REFUSING = (family, _, code, _) -> {
        throw Refusal.of(code, "family", family);
    };

    /** One pair stands for all: an inspector is no officer, director or the like. */
    private static void together(Collection<Role> held, Role added, LocalDate on) {
        if (held.contains(Role.INSPECTOR)) throw Refusal.of(ErrorCode.ROLES_INCOMPATIBLE, "role", added);
    }

    final InMemoryPersonalData vault = new InMemoryPersonalData();
    final Map<String, String> passwords = new HashMap<>();
    final DecisionFixture decisions;

    AccessFixture(PersonId... erased) {
        this(REFUSING, erased);
    }

    AccessFixture(InternalControl control, PersonId... erased) {
        PeopleDirectory people = new PeopleDirectory() {
            @Override
            public void requirePerson(PersonId person) {
                if (List.of(erased).contains(person)) throw Refusal.of(ErrorCode.PERSON_ERASED, "person", person);
            }

            @Override
            public void requireOrganisation(OrganisationId organisation) {
                // every organisation exists
            }
        };
        Credentials credentials = new Credentials() {
            @Override
            public void put(String credential, Secret password) {
                passwords.put(credential, password.value());
            }

            @Override
            public boolean matches(String credential, String password) {
                return password.equals(passwords.get(credential));
            }

            @Override
            public void forget(String credential) {
                passwords.remove(credential);
            }
        };
        decisions = DecisionFixture.of(aggregates -> List.of(
                new AccountDesk(aggregates, vault, people, credentials, control, AccessFixture::together),
                new DelegationDesk(aggregates, control, AccessFixture::together),
                new SignatoryDesk(aggregates, people, control)));
    }
}
