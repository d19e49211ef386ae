package vn.minhchung.access.write;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;

/** Everybody on one side of a pair: the natural person acting, and the principals of every role that may have been used. */
final class Persons {
    private Persons() {}

    /** The person acting first, the others in a fixed order. */
    static List<PersonId> of(Decision decision, Role... roles) {
        Set<String> principals = new TreeSet<>();
        for (Role role : roles) decision.persons(role).forEach(person -> principals.add(person.value()));
        Set<PersonId> persons = new LinkedHashSet<>();
        persons.add(decision.person());
        principals.forEach(person -> persons.add(new PersonId(person)));
        return List.copyOf(persons);
    }

    static void requireApart(String pair, Collection<PersonId> one, Collection<PersonId> other) {
        if (!Collections.disjoint(one, other)) throw Refusal.of(ErrorCode.FOUR_EYES, "pair", pair);
    }
}
