package vn.minhchung.audit.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.audit.AuditCommand.SealReadings;
import vn.minhchung.audit.AuditEvent;
import vn.minhchung.audit.DayBook.Digest;
import vn.minhchung.audit.ReadingSealId;

/**
 * The readings of one day, once the day is over: as {@link RefusalDay}.
 */
@AggregateRoot(type = "ReadingSeal")
class ReadingDay {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    ReadingDay() {}

    void decide(SealReadings command, Digest digest, Instant now) {
        DaysOver.require(command.day(), now);
        apply(new AuditEvent.ReadingsSealed(
                ReadingSealId.of(command.day()), command.day(), digest.count(), digest.hash()));
    }

    @EventSourcingHandler
    void evolve(AuditEvent.ReadingsSealed sealed) {
        id = sealed.seal().value();
    }
}
