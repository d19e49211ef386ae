package vn.minhchung.projects;

import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;

/** What happened to the guard that lets a person lead one running task of a level: {@code pi:<person>:<level>}. */
public sealed interface InvestigatorEvent extends DomainEvent {
    String guard();

    /** The person leads this running task. */
    @EventType(name = "projects.InvestigatorEngaged")
    record InvestigatorEngaged(String guard, PersonId person, TaskLevel level, ProjectId project)
            implements InvestigatorEvent {}

    /** The person no longer leads this task. */
    @EventType(name = "projects.InvestigatorReleased")
    record InvestigatorReleased(String guard, PersonId person, TaskLevel level, ProjectId project)
            implements InvestigatorEvent {}
}
