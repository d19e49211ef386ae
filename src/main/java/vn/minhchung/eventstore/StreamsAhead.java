package vn.minhchung.eventstore;

import java.util.Collection;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Reads what is about to be asked. */
@FunctionalInterface
public interface StreamsAhead {
    /** For a store that has no shorter way than one stream after the other. */
    StreamsAhead NONE = _ -> Map.of();

    /** Whole streams, as each of them is read alone, in one round trip. Those it leaves out are read alone. */
    Map<String, DomainEventStream> readAhead(Collection<String> streams);
}
