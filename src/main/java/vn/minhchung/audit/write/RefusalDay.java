package vn.minhchung.audit.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.AuditEvent;
import vn.minhchung.audit.DayBook.Digest;
import vn.minhchung.audit.RefusalSealId;

/**
 * The refused attempts of one day, once the day is over. It lives for one event: sealed, and never again; a second seal
 * would let somebody seal what is left after taking a row away.
 */
@AggregateRoot(type = "RefusalSeal")
class RefusalDay {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    RefusalDay() {}

    void decide(SealRefusals command, Digest digest, Instant now) {
        DaysOver.require(command.day(), now);
        apply(new AuditEvent.RefusalsSealed(
                RefusalSealId.of(command.day()), command.day(), digest.count(), digest.hash()));
    }

    @EventSourcingHandler
    void evolve(AuditEvent.RefusalsSealed sealed) {
        id = sealed.seal().value();
    }
}
