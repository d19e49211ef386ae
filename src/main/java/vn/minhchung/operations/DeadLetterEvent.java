package vn.minhchung.operations;

import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;

/** What operators ordered about dead letters. */
public sealed interface DeadLetterEvent extends DomainEvent {
    /**
     * A process is to try again what it could not do.
     *
     * @param process which, by its frozen name
     * @param item what it could not do, as the process names it
     */
    @EventType(name = "operations.DeadLetterRetryOrdered")
    record DeadLetterRetryOrdered(DeadLetterId letter, String process, String item) implements DeadLetterEvent {}
}
