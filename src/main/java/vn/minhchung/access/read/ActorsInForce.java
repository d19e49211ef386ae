package vn.minhchung.access.read;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccessViews;
import vn.minhchung.access.AccountView;
import vn.minhchung.access.ActorDirectory;
import vn.minhchung.access.DelegationId;
import vn.minhchung.access.DelegationView;
import vn.minhchung.access.LoginName;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.view.RolesApart;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.PeopleViews;

/**
 * Who may act today. A delegated role counts while every link of its chain holds: confirmed, within its days, not ended,
 * the delegator's account not locked, and at the top a role in force of its own.
 */
@Component
class ActorsInForce implements ActorDirectory {
    /** Longer chains than this are not followed. */
    private static final int LONGEST_CHAIN = 5;

    private final Views views;
    private final PersonalData personalData;
    private final StoryClock clock;
    private final RolesApart rolesApart;

    ActorsInForce(Views views, PersonalData personalData, StoryClock clock, RolesApart rolesApart) {
        this.views = views;
        this.personalData = personalData;
        this.clock = clock;
        this.rolesApart = rolesApart;
    }

    @Override
    public Optional<Actor> byLogin(String login) {
        long position = views.position();
        return account(login, position).flatMap(account -> actor(account, position));
    }

    @Override
    public Optional<Actor> byAccount(AccountId account) {
        long position = views.position();
        return views.find(AccessViews.ACCOUNTS, account.value(), position).flatMap(found -> actor(found, position));
    }

    Optional<AccountView> account(String login, long position) {
        String key = "login:" + LoginName.of(login).key(personalData);
        return views.find(AccessViews.LOGINS, key, position)
                .flatMap(found ->
                        views.find(AccessViews.ACCOUNTS, found.account().value(), position));
    }

    private Optional<Actor> actor(AccountView account, long position) {
        if (account.locked()) return Optional.empty();
        boolean erased = views.find(PeopleViews.PERSONS, account.person().value(), position)
                .map(person -> person.erased())
                .orElse(true);
        if (erased) return Optional.empty();
        LocalDate today = clock.today();
        List<AccountView.HeldRole> own = account.roles().stream()
                .filter(held -> held.on(today))
                .sorted(Comparator.comparingInt(held -> rank(held.role())))
                .toList();
        List<DelegationView> delegated = delegationsTo(account.account(), position).stream()
                .filter(each -> holds(each, today, position, LONGEST_CHAIN))
                .toList();
        boolean several = own.size() + delegated.size() > 1;
        Gathered gathered = new Gathered(several ? rolesApart.on(today) : (_, _) -> false);
        own.forEach(gathered::own);
        delegated.forEach(gathered::delegated);
        return Optional.of(gathered.actor(account));
    }

    /** Of roles that exclude each other the first has effect: those that must not act, then in the order of the grants. */
    private static int rank(Role role) {
        return switch (role) {
            case INSPECTOR -> 0;
            case ADMIN -> 1;
            default -> 2;
        };
    }

    /** Whether the role was held on the day, own or delegated; what was revoked later was held until then. */
    boolean held(AccountView account, Role role, LocalDate day, long position) {
        return account.roles().stream().anyMatch(own -> own.role() == role && own.heldOn(day))
                || delegationsTo(account.account(), position).stream()
                        .anyMatch(given -> given.role() == role && holds(given, day, position, LONGEST_CHAIN));
    }

    private List<DelegationView> delegationsTo(AccountId delegate, long position) {
        List<String> received = views.find(AccessViews.DELEGATIONS_OF, delegate.value(), position)
                .map(found -> found.received().stream().map(DelegationId::value).toList())
                .orElse(List.of());
        Map<String, DelegationView> found = views.findAll(AccessViews.DELEGATIONS, received, position);
        return received.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private boolean holds(DelegationView delegation, LocalDate today, long position, int links) {
        if (links == 0 || !delegation.on(today)) return false;
        AccountView delegator = views.find(
                        AccessViews.ACCOUNTS, delegation.delegator().value(), position)
                .orElse(null);
        if (delegator == null || delegator.locked()) return false;
        if (delegation.under() == null) return delegator.holds(delegation.role(), delegation.organisation(), today);
        return views.find(AccessViews.DELEGATIONS, delegation.under().value(), position)
                .filter(above -> holds(above, today, position, links - 1))
                .isPresent();
    }

    /** Roles of one account, collected from its grants and delegations. */
    private static final class Gathered {
        private final Set<Role> own = EnumSet.noneOf(Role.class);
        private final Map<Role, Set<OrganisationId>> hosts = new EnumMap<>(Role.class);
        private final Map<Role, DelegationView> first = new EnumMap<>(Role.class);
        private final Map<Role, Set<PersonId>> principals = new EnumMap<>(Role.class);

        private final BiPredicate<Role, Role> apart;

        Gathered(BiPredicate<Role, Role> apart) {
            this.apart = apart;
        }

        /** An old grant may stand beside one that excludes it: it then has no effect. */
        private boolean excluded(Role role) {
            return Stream.concat(own.stream(), first.keySet().stream()).anyMatch(held -> apart.test(held, role));
        }

        void own(AccountView.HeldRole held) {
            if (excluded(held.role())) return;
            own.add(held.role());
            host(held.role(), held.organisation());
        }

        void delegated(DelegationView delegation) {
            // what one holds oneself is exercised for oneself; a host role may be held for another host
            if (own.contains(delegation.role()) && !delegation.role().ofHost()) return;
            if (excluded(delegation.role())) return;
            host(delegation.role(), delegation.organisation());
            first.putIfAbsent(delegation.role(), delegation);
            principals
                    .computeIfAbsent(delegation.role(), _ -> new LinkedHashSet<>())
                    .addAll(delegation.principals());
        }

        private void host(Role role, @Nullable OrganisationId organisation) {
            if (organisation != null)
                hosts.computeIfAbsent(role, _ -> new HashSet<>()).add(organisation);
        }

        Actor actor(AccountView account) {
            Set<Role> roles = new HashSet<>(own);
            roles.addAll(first.keySet());
            Map<Role, Actor.Delegated> delegations = new EnumMap<>(Role.class);
            first.forEach((role, delegation) -> delegations.put(
                    role,
                    new Actor.Delegated(
                            delegation.delegation().value(),
                            delegation.principals().getFirst(),
                            Set.copyOf(principals.getOrDefault(role, Set.of())))));
            return new Actor(
                    account.account(),
                    account.person(),
                    Set.copyOf(roles),
                    Map.copyOf(hosts),
                    Map.copyOf(delegations),
                    account.credential() == null ? Map.of() : Map.of("credential", account.credential()));
        }
    }
}
