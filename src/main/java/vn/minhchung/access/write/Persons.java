package vn.minhchung.access.write;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.InternalControl;

/**
 * Pairs of acts that need two persons, on one day. Compared are the natural person acting and the principals of every role
 * that may have been used (domain.md 3.1).
 */
record Persons(InternalControl control, LocalDate today) {
    /** Who grants a role neither receives nor confirms it. */
    static final String ROLE_GRANT = "four-eyes.role-grant";
    /** Who records from paper does not confirm the record. */
    static final String RECORD_CONFIRM = "four-eyes.record-confirm";

    /** The person acting first, the others in a fixed order. */
    static List<PersonId> of(Decision decision, Role... roles) {
        Set<String> principals = new TreeSet<>();
        for (Role role : roles) decision.persons(role).forEach(person -> principals.add(person.value()));
        Set<PersonId> persons = new LinkedHashSet<>();
        persons.add(decision.person());
        principals.forEach(person -> persons.add(new PersonId(person)));
        return List.copyOf(persons);
    }

    /**
     * Everybody else behind the record of a paper: its signatory, and the principals of every delegated role of the actor,
     * as it is not said which of them was used.
     */
    static List<PersonId> actedFor(Decision decision) {
        Set<String> principals = new TreeSet<>();
        decision.signatory().ifPresent(signatory -> principals.add(signatory.value()));
        decision.actor()
                .delegations()
                .values()
                .forEach(delegated -> delegated.principals().forEach(person -> principals.add(person.value())));
        return principals.stream().map(PersonId::new).toList();
    }

    void requireApart(String family, String pair, Collection<PersonId> one, Collection<PersonId> other) {
        if (Collections.disjoint(one, other)) return;
        control.broken(family, today, ErrorCode.FOUR_EYES, "pair", pair);
    }
}
