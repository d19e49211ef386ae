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

    /**
     * The readings of a day were counted and hashed, so that none can be taken away unnoticed.
     *
     * @param day the day at the office, over by then
     * @param hash SHA-256 over the hashes of the day's readings, in order, lower-case hex
     */
    @EventType(name = "audit.ReadingsSealed")
    record ReadingsSealed(ReadingSealId seal, LocalDate day, long count, String hash) implements AuditEvent {}

    /**
     * Another key signs the log's checkpoints, from the one that covers this event on.
     *
     * @param oldKey verifier key (C2SP signed-note), {@code newKey} the one that follows
     */
    @EventType(name = "audit.LogKeyRotated")
    record LogKeyRotated(LogKeyId key, String oldKey, String newKey) implements AuditEvent {}

    /**
     * An inspector took evidence about an object out of the system.
     *
     * @param asOf the last position that bears on it
     * @param entries with every leaf entry of the log
     */
    @EventType(name = "audit.BundleExported")
    record BundleExported(BundleId bundle, BundleSubject of, long asOf, boolean entries) implements AuditEvent {}

    /**
     * The log goes on although it does not hold what witnesses signed: from here on it is known to be another one.
     *
     * @param size of the checkpoint that was signed, {@code root} its root in base64
     * @param ownSize sealed events of this log when that was found, {@code ownRoot} their root in base64
     */
    @EventType(name = "audit.LogContinued")
    record LogContinued(
            LogContradictionId contradiction,
            LogContradiction.Kind kind,
            long size,
            String root,
            long ownSize,
            String ownRoot)
            implements AuditEvent {}
}
