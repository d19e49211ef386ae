package vn.minhchung.eventstore.archive;

import java.util.List;
import vn.minhchung.eventstore.NewEvent;

/** A log on another store that is filled with ours. */
public interface MoveTarget extends LogElsewhere {
    /** Appends the events of one command, all or none. */
    void append(List<NewEvent> events);
}
