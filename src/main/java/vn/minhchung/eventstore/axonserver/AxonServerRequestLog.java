package vn.minhchung.eventstore.axonserver;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.StoredEvents;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.RequestLog;

/** Looks an idempotency key up in the log itself; its position is the index's. */
final class AxonServerRequestLog implements RequestLog {
    private final ServerLog server;
    private final PositionIndex index;
    private final EventCodec codec;

    AxonServerRequestLog(ServerLog server, PositionIndex index, EventCodec codec) {
        this.server = server;
        this.index = index;
        this.codec = codec;
    }

    /** @throws Refusal OUTCOME_UNKNOWN while it is stored and its position is not known yet */
    @Override
    public Optional<Accepted> find(String stream) {
        List<NewEvent> events = server.stream(stream, 0);
        if (events.isEmpty()) return Optional.empty();
        NewEvent first = events.getFirst();
        OptionalLong position = index.positionOf(stream, first.sequence());
        if (position.isEmpty()) throw Refusal.of(ErrorCode.OUTCOME_UNKNOWN);
        return Optional.of(StoredEvents.accepted(first.at(position.getAsLong(), 0), codec));
    }
}
