package vn.minhchung.kernel.graphql;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;

/**
 * Who asks. Present rights apply, whatever moment is asked about.
 *
 * @param succeeded tasks that came to the viewer's organisations from another host
 */
public record Viewer(@Nullable Actor actor, Set<ProjectId> succeeded) {
    public Viewer(@Nullable Actor actor) {
        this(actor, Set.of());
    }

    /** Roles that see every task, published or not. */
    private static final Set<Role> STAFF = EnumSet.of(
            Role.OFFICER,
            Role.ACCOUNTANT,
            Role.CHIEF_ACCOUNTANT,
            Role.DIRECTOR,
            Role.DEPUTY_DIRECTOR,
            Role.COMMITTEE,
            Role.FINANCE,
            Role.REGISTRAR,
            Role.INSPECTOR);

    public boolean signedIn() {
        return actor != null;
    }

    public boolean staff() {
        return actor != null && actor.hasAny(STAFF);
    }

    /** Runs the system, or inspects how it is run. */
    public boolean operates() {
        return has(Role.ADMIN) || has(Role.INSPECTOR);
    }

    public boolean has(Role role) {
        return actor != null && actor.has(role);
    }

    /** Organisations whose unpublished objects the viewer sees through a host role. */
    public Set<OrganisationId> hosts() {
        if (actor == null) return Set.of();
        return actor.hosts().values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Of the host of that paper, report or posting of the task, or of whoever succeeded it there. */
    public boolean ofHost(OrganisationId host, ProjectId task) {
        return hosts().contains(host) || succeeded.contains(task);
    }
}
