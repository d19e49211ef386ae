package vn.minhchung.audit;

import java.time.LocalDate;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;

/** What audit itself puts on record. */
public sealed interface AuditEvent extends DomainEvent {
    /**
     * The refused attempts of a day were counted and hashed, so that none can be taken away unnoticed.
     *
     * @param day the day at the office, over by then
     * @param hash SHA-256 over the hashes of the day's attempts, in order, lower-case hex
     */
    @EventType(name = "audit.RefusalsSealed")
    record RefusalsSealed(RefusalSealId seal, LocalDate day, long count, String hash) implements AuditEvent {}
}
