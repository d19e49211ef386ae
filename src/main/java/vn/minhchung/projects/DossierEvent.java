package vn.minhchung.projects;

import java.time.LocalDate;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.ProjectId;

/** What happened to the guard of the acceptance dossiers an organisation or a person still has to file. */
public sealed interface DossierEvent extends DomainEvent {
    /** The id of the host or of its investigator. */
    String owedBy();

    ProjectId project();

    /**
     * A task under contract will need its dossier; again when its end moves.
     *
     * @param end of the task: the dossier is due some days after it
     */
    @EventType(name = "projects.DossierAwaited")
    record DossierAwaited(String owedBy, ProjectId project, LocalDate end) implements DossierEvent {}

    /** It was filed, or none is needed any more, or somebody else owes it. */
    @EventType(name = "projects.DossierNoLongerAwaited")
    record DossierNoLongerAwaited(String owedBy, ProjectId project) implements DossierEvent {}
}
