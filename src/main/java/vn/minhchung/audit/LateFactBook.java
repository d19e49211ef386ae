package vn.minhchung.audit;

import java.util.List;
import vn.minhchung.kernel.graphql.Viewer;

/** Facts recorded late that a viewer may see, in recorded order. */
public interface LateFactBook {
    /** At most {@code max} after one position and up to another. */
    List<LateFact> list(LateFactQuery query, Viewer viewer, long after, long through, int max);

    long count(LateFactQuery query, Viewer viewer, long through);
}
