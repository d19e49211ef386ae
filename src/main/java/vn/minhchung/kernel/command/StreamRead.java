package vn.minhchung.kernel.command;

import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;

/**
 * A decision rested on this stream and wrote to others. Written only where the store checks nothing but the streams an
 * append writes to (Axon Server, decision record 20): of two commands, of which one rests on what the other changes, one is
 * then left out. It changes nothing; aggregates and views pass over it.
 *
 * @param request stream of the request whose command read
 */
@EventType(name = StreamRead.NAME)
public record StreamRead(String request) implements DomainEvent {
    /** Its stored name. */
    public static final String NAME = "platform.StreamRead";
}
