package vn.minhchung.kernel.graphql;

import java.util.Collection;
import java.util.Map;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** How {@code node(id)} finds objects of one kind that do not stand in a {@link NodeSource}'s table. A Spring bean. */
public interface NodeFinder {
    String kind();

    String typeName();

    /** Where an object stands for somebody who names its id. */
    enum Sight {
        SEEN,
        /** There is one, and this viewer may not know. */
        HIDDEN,
        /** No view shows one; also what is not kept in a view. */
        UNKNOWN
    }

    /** Only for deciding how a refusal may sound. */
    default Sight sight(String id, Moment moment, Viewer viewer) {
        return Sight.UNKNOWN;
    }

    /** The objects the viewer may see; others are left out. */
    Map<String, Shown<?>> load(Collection<String> ids, Moment moment, Viewer viewer);
}
