package vn.minhchung.kernel.graphql;

import java.util.Collection;
import java.util.Map;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** How {@code node(id)} finds objects of one kind that do not stand in a {@link NodeSource}'s table. A Spring bean. */
public interface NodeFinder {
    String kind();

    String typeName();

    /** Whether there is such an object, whoever asks; only for deciding how a refusal may sound. */
    default boolean exists(String id, Moment moment) {
        return false;
    }

    /** The objects the viewer may see; others are left out. */
    Map<String, Shown<?>> load(Collection<String> ids, Moment moment, Viewer viewer);
}
