package vn.minhchung.operations;

import java.util.List;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.view.ViewOrder;

/** What operators ordered; what came of it is told by the node that carries it out. */
public sealed interface OperationsEvent extends ViewOrder {
    ViewOrderId order();

    @Override
    default String orderId() {
        return order().value();
    }

    /** A stopped view is to try its event again. */
    @EventType(name = "operations.ViewResumeOrdered")
    record ViewResumeOrdered(ViewOrderId order, String view) implements OperationsEvent {
        @Override
        public Work work() {
            return Work.RESUME;
        }

        @Override
        public List<String> views() {
            return List.of(view);
        }

        @Override
        public List<String> mayDiffer() {
            return List.of();
        }
    }

    /**
     * Views are to be made again.
     *
     * @param views which, by name; all when none is named
     * @param mayDiffer those known to be wrong
     */
    @EventType(name = "operations.ViewRebuildOrdered")
    record ViewRebuildOrdered(ViewOrderId order, List<String> views, List<String> mayDiffer)
            implements OperationsEvent {
        @Override
        public Work work() {
            return Work.REBUILD;
        }
    }
}
