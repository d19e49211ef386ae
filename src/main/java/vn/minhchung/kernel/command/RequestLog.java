package vn.minhchung.kernel.command;

import java.util.Optional;

/** Which idempotency keys were used: read from the streams {@code request:<account>:<mutation>:<key>}. */
public interface RequestLog {
    Optional<Accepted> find(String stream);

    /** @param position of the RequestAccepted event, part 1 of {@code parts} */
    record Accepted(long position, int parts, String inputHash) {
        public long lastPosition() {
            return position + parts - 1;
        }
    }
}
