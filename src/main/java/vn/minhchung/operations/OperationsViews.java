package vn.minhchung.operations;

import vn.minhchung.kernel.view.ViewTable;

/** The views of this module. */
public final class OperationsViews {
    public static final ViewTable<ViewOrderView> VIEW_ORDERS =
            ViewTable.of("operations_view_order", ViewOrderView.class);

    /** By the id of the dead letter. */
    public static final ViewTable<DeadLetterRetryView> RETRIES =
            ViewTable.of("operations_dead_letter_retry", DeadLetterRetryView.class);

    private OperationsViews() {}
}
