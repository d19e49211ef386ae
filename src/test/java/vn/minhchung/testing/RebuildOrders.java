package vn.minhchung.testing;

import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;

/** The administrator has all views made again. */
final class RebuildOrders implements Errands {
    @Override
    public List<Request> of(Turn turn) {
        String order = turn.id("view-order", 0);
        return List.of(Request.by(
                Cast.ADMIN,
                Mutation.of(
                        "rebuildViews",
                        order,
                        Map.of("order", order, "decision", Map.of("reason", "Kiểm tra định kỳ")))));
    }
}
