package vn.minhchung.projects;

import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;

/** What happened to the guard that keeps a code unique per issuer: {@code code:<issuer>:<code>}. */
public sealed interface TaskCodeEvent extends DomainEvent {
    String guard();

    /** The code belongs to this task for ever, also after a new one was issued. */
    @EventType(name = "projects.TaskCodeTaken")
    record TaskCodeTaken(String guard, OrganisationId issuer, String code, ProjectId project)
            implements TaskCodeEvent {}
}
