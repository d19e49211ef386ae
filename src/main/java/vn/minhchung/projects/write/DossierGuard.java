package vn.minhchung.projects.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.projects.DossierEvent;
import vn.minhchung.projects.DossierEvent.DossierAwaited;
import vn.minhchung.projects.DossierEvent.DossierNoLongerAwaited;

/** Guard: the tasks whose acceptance dossier an organisation or a person still has to file, with their ends. */
@AggregateRoot(type = "DossiersOwed")
class DossierGuard {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final Map<String, LocalDate> ends = new TreeMap<>();

    DossierGuard() {}

    static String id(String owedBy) {
        return "dossiers:" + owedBy;
    }

    /** By task. */
    Map<String, LocalDate> ends() {
        return Map.copyOf(ends);
    }

    void await(String owedBy, ProjectId project, LocalDate end) {
        if (!end.equals(ends.get(project.value()))) apply(new DossierAwaited(owedBy, project, end));
    }

    /** Nothing happens where none was awaited. */
    void over(String owedBy, ProjectId project) {
        if (ends.containsKey(project.value())) apply(new DossierNoLongerAwaited(owedBy, project));
    }

    @EventSourcingHandler
    void evolve(DossierEvent event) {
        id = id(event.owedBy());
        switch (event) {
            case DossierAwaited e -> ends.put(e.project().value(), e.end());
            case DossierNoLongerAwaited e -> ends.remove(e.project().value());
        }
    }
}
