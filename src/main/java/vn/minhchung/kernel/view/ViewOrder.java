package vn.minhchung.kernel.view;

import java.util.List;
import vn.minhchung.kernel.DomainEvent;

/**
 * An operator's order about views, on record. Whichever node follows carries it out when it comes to the event, so that an
 * order is neither lost with a node nor carried out by two.
 */
public interface ViewOrder extends DomainEvent {
    /** What is to be done. */
    enum Work {
        /** A view that an event stopped tries that event again. */
        RESUME,
        /** Views are made again from the first event beside the live ones, compared, and take their place. */
        REBUILD
    }

    /** The id of the order. */
    String orderId();

    Work work();

    /** By the names of their projectors, distinct; a rebuild without any is one of all. */
    List<String> views();

    /** Of these the ones that may come out other than they stand, as they are known to be wrong. */
    List<String> mayDiffer();
}
