package vn.minhchung.access.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccessViews;
import vn.minhchung.access.AccountView;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Deciders;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.PeopleViews;
import vn.minhchung.people.PersonView;

/** Signatories, by the persons and accounts on record. */
@Component
class KnownDeciders implements Deciders {
    /** Accounts of one person; more are not made. */
    private static final int MOST_ACCOUNTS = 20;

    private final Views views;
    private final ActorsInForce actors;

    KnownDeciders(Views views, ActorsInForce actors) {
        this.views = views;
        this.actors = actors;
    }

    @Override
    public void require(Decider decider, LocalDate today) {
        long position = views.position();
        requirePerson(decider.person(), position);
        List<AccountView> accounts = accounts(decider.person(), position);
        if (accounts.isEmpty()) return;
        LocalDate signed = Optional.ofNullable(decider.signedOn()).orElse(today);
        boolean held = accounts.stream()
                .anyMatch(account ->
                        holds(account, decider, signed, position) || holds(account, decider, today, position));
        if (!held) {
            throw at(
                    Refusal.of(
                            ErrorCode.DECIDER_NOT_COMPETENT,
                            "role",
                            decider.role(),
                            "problem",
                            "not held",
                            "on",
                            signed),
                    "role");
        }
    }

    private void requirePerson(PersonId person, long position) {
        PersonView known =
                views.find(PeopleViews.PERSONS, person.value(), position).orElse(null);
        if (known == null) throw at(Refusal.of(ErrorCode.NOT_FOUND, "id", person.value()), "person");
        if (known.erased()) throw at(Refusal.of(ErrorCode.PERSON_ERASED, "person", person.value()), "person");
    }

    private List<AccountView> accounts(PersonId person, long position) {
        Filter own = Filter.none().and("v.person = :person", "person", person.value());
        return views.page(AccessViews.ACCOUNTS, own, position, 0, MOST_ACCOUNTS).items().stream()
                .map(Page.Item::view)
                .toList();
    }

    /** A deputy signs for the director in the director's place (KT.). */
    private boolean holds(AccountView account, Decider decider, LocalDate day, long position) {
        if (actors.held(account, decider.role(), day, position)) return true;
        return decider.role() == Role.DIRECTOR
                && decider.capacity() == Capacity.KT
                && actors.held(account, Role.DEPUTY_DIRECTOR, day, position);
    }

    private static Refusal at(Refusal refusal, String field) {
        return refusal.at("decision", "decidedBy", field);
    }
}
