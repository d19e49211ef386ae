package vn.minhchung.kernel;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in the system, as known at the moment of the call.
 *
 * @param roles the roles in force, own and delegated
 * @param hosts the organisations for which host roles are held, by role
 * @param delegations delegated roles: role → the delegation that gives it
 * @param known how the actor was known: method, credential, session, address
 */
public record Actor(
        AccountId account,
        PersonId person,
        Set<Role> roles,
        Map<Role, Set<OrganisationId>> hosts,
        Map<Role, Delegated> delegations,
        Map<String, String> known) {

    /**
     * A role held for somebody else.
     *
     * @param principals every person up the chain for whom the role is exercised
     */
    public record Delegated(String delegation, PersonId delegator, Set<PersonId> principals) {}

    /** The same actor, with more said about how it was known. */
    public Actor knownBy(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(known);
        all.putAll(more);
        return new Actor(account, person, roles, hosts, delegations, Map.copyOf(all));
    }

    /** True when every right of the other, role by role and host by host, is held here too. */
    public boolean holdsAll(Actor other) {
        return roles.containsAll(other.roles)
                && other.hosts.entrySet().stream()
                        .allMatch(
                                of -> hosts.getOrDefault(of.getKey(), Set.of()).containsAll(of.getValue()));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Set<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** True when the role is held for this organisation; roles that are not host roles hold everywhere. */
    public boolean has(Role role, @Nullable OrganisationId organisation) {
        if (!role.ofHost()) return has(role);
        return organisation != null && hosts.getOrDefault(role, Set.of()).contains(organisation);
    }
}
