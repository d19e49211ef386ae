package vn.minhchung.audit.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Base64;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.audit.AuditEvent.LogContinued;
import vn.minhchung.audit.LogContradiction;

/** One contradiction and the one decision about it. */
@AggregateRoot(type = "LogContradiction")
class ContradictedLog {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    ContradictedLog() {}

    void decide(LogContradiction found) {
        apply(new LogContinued(
                found.id(),
                found.kind(),
                found.size(),
                base64(found.root()),
                found.ownSize(),
                base64(found.ownRoot())));
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    @EventSourcingHandler
    void evolve(LogContinued event) {
        id = event.contradiction().value();
    }
}
