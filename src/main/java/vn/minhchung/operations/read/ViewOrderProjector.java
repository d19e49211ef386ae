package vn.minhchung.operations.read;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.operations.OperationsEvent;
import vn.minhchung.operations.OperationsViews;
import vn.minhchung.operations.ViewOrderView;

/** One row per order. */
@Component
final class ViewOrderProjector implements Projector {
    @Override
    public String name() {
        return "operations.ViewOrder";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(OperationsViews.VIEW_ORDERS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof OperationsEvent event)) return;
        views.put(
                OperationsViews.VIEW_ORDERS,
                event.orderId(),
                new ViewOrderView(event.order(), event.work(), event.views(), event.mayDiffer()));
    }
}
