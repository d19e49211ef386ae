package vn.minhchung.oversight.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.oversight.OversightEvent.RecordAudited;

/** One time the record was judged. It lives for one event: that it was, how far, and how much was new. */
@AggregateRoot(type = "AuditRound")
class AuditRound {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    AuditRound() {}

    void decide(RecordAudited audited) {
        apply(audited);
    }

    @EventSourcingHandler
    void evolve(RecordAudited event) {
        id = event.round().value();
    }
}
