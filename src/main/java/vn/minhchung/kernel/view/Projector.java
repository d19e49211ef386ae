package vn.minhchung.kernel.view;

import java.util.List;
import vn.minhchung.kernel.Recorded;

/**
 * Turns events into view rows; a pure function of the events. A Spring bean in a module's {@code read} package. Events of
 * other families are ignored by an {@code instanceof} on the sealed family, within a family the switch is exhaustive.
 */
public interface Projector {
    /** {@code <module>.<View>}: frozen, the follower keeps the view's position under it. */
    String name();

    List<ViewTable<?>> tables();

    default List<RowTable> rows() {
        return List.of();
    }

    void project(Recorded recorded, ViewWriter views);
}
