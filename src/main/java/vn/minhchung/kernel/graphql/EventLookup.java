package vn.minhchung.kernel.graphql;

import java.util.List;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** The recorded events of a command, for the payload of its mutation. */
public interface EventLookup {
    /** Events {@code first} to {@code last}, in order, that the viewer may see; bookkeeping events are left out. */
    List<Shown<?>> between(long first, long last, Moment moment, Viewer viewer);
}
