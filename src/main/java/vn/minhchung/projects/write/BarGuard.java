package vn.minhchung.projects.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.projects.BarEvent;
import vn.minhchung.projects.BarEvent.BarLifted;
import vn.minhchung.projects.BarEvent.BarPlaced;

/** Guard: the tasks because of whose refund an organisation or a person is kept out of new ones. */
@AggregateRoot(type = "Bar")
class BarGuard {
    static final String RULE = "bar.refund";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final Set<String> owing = new TreeSet<>();

    BarGuard() {}

    static String id(String barred) {
        return "bar:" + barred;
    }

    Set<String> owing() {
        return Set.copyOf(owing);
    }

    void place(String barred, ProjectId task) {
        if (!owing.contains(task.value())) apply(new BarPlaced(barred, task));
    }

    void lift(String barred, ProjectId task) {
        if (owing.contains(task.value())) apply(new BarLifted(barred, task));
    }

    @EventSourcingHandler
    void evolve(BarEvent event) {
        id = id(event.barred());
        switch (event) {
            case BarPlaced e -> owing.add(e.owing().value());
            case BarLifted e -> owing.remove(e.owing().value());
        }
    }
}
