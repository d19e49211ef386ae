package vn.minhchung.projects;

import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.ProjectId;

/** Somebody is kept out of new tasks, or no longer. */
public sealed interface BarEvent extends DomainEvent {
    /** An organisation's or a person's id. */
    String barred();

    /** The task whose refund is owed. */
    ProjectId owing();

    @EventType(name = "projects.BarPlaced")
    record BarPlaced(String barred, ProjectId owing) implements BarEvent {}

    @EventType(name = "projects.BarLifted")
    record BarLifted(String barred, ProjectId owing) implements BarEvent {}
}
