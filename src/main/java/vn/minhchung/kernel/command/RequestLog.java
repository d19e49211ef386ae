package vn.minhchung.kernel.command;

import java.util.Optional;
import vn.minhchung.kernel.Decision;

/** Which idempotency keys were used: read from the streams {@code request:<account>:<mutation>:<key>}. */
public interface RequestLog {
    /** The stream of an idempotency key: its scope is account and mutation. */
    static String streamOf(Decision decision) {
        return "request:%s:%s:%s"
                .formatted(decision.actor().account().value(), decision.mutation(), decision.idempotencyKey());
    }

    Optional<Accepted> find(String stream);

    /** @param position of the RequestAccepted event, part 1 of {@code parts} */
    record Accepted(long position, int parts, String inputHash) {
        public long lastPosition() {
            return position + parts - 1;
        }
    }
}
