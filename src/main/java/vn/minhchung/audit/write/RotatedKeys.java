package vn.minhchung.audit.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.AuditEvent.LogKeyRotated;
import vn.minhchung.audit.LogKeyId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** One key after the other; the next only when the last one signs. */
@AggregateRoot(type = "LogKey")
class RotatedKeys {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable String newest;

    RotatedKeys() {}

    /** @param current the key that signs now, and that is to be replaced; not the newest while that one does not sign yet */
    void decide(LogKeyId key, String current, String next) {
        if (newest != null && !newest.equals(current))
            throw Refusal.of(ErrorCode.WRONG_STATE, "expected", current, "actual", newest)
                    .at("oldKey");
        apply(new LogKeyRotated(key, current, next));
    }

    @EventSourcingHandler
    void evolve(LogKeyRotated event) {
        id = event.key().value();
        newest = event.newKey();
    }
}
