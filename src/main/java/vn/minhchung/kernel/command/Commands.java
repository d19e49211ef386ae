package vn.minhchung.kernel.command;

import vn.minhchung.kernel.Decision;

/** The one way in, for everybody: GraphQL, imports, the demo, processes. */
public interface Commands {
    /**
     * Decides and appends; returns when the events are durable.
     *
     * @param inputHash binds the idempotency key to one input
     * @throws vn.minhchung.kernel.Refusal when it may not be done; nothing is written then
     */
    Outcome send(Command command, Decision decision, String inputHash);

    /** As above, where the key alone tells whether it is the same request (imports, the demo). */
    default Outcome send(Command command, Decision decision) {
        return send(command, decision, decision.idempotencyKey());
    }

    /**
     * What was written.
     *
     * @param position of the command's last event
     * @param replayed true when the idempotency key had been used for the same input before
     */
    record Outcome(long position, int events, boolean replayed) {
        public long firstPosition() {
            return position - events + 1;
        }
    }
}
