package vn.minhchung.rules.write;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;

/** Everybody on one side of a pair: who acts, and every principal of a role the actor may have acted in. */
final class Recorders {
    private static final List<Role> MAY_RECORD = List.of(Role.DIRECTOR, Role.OFFICER, Role.ADMIN);

    private Recorders() {}

    static List<PersonId> of(Decision decision) {
        Set<PersonId> persons = new LinkedHashSet<>();
        persons.add(decision.person());
        decision.signatory().ifPresent(persons::add);
        MAY_RECORD.forEach(role -> persons.addAll(decision.persons(role)));
        return persons.stream().sorted(Comparator.comparing(PersonId::value)).toList();
    }
}
