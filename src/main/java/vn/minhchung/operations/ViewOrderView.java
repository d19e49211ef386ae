package vn.minhchung.operations;

import java.util.List;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.ViewOrder;

/** An order as it was given. */
public record ViewOrderView(ViewOrderId order, ViewOrder.Work work, List<String> views, List<String> mayDiffer)
        implements Readable {
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.operates();
    }
}
