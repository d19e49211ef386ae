package vn.minhchung.audit.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.audit.AuditEvent.BundleExported;

/** One export. It lives for one event: that evidence was taken out, of what and by whom. */
@AggregateRoot(type = "Bundle")
class ExportedBundle {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    ExportedBundle() {}

    void decide(BundleExported exported) {
        apply(exported);
    }

    @EventSourcingHandler
    void evolve(BundleExported event) {
        id = event.bundle().value();
    }
}
