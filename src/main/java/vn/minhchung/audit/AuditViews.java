package vn.minhchung.audit;

import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.ViewTable;

/** The views of this module. */
public final class AuditViews {
    public static final ViewTable<DaySealView> REFUSAL_SEAL = ViewTable.of("audit_refusal_seal", DaySealView.class);

    public static final ViewTable<DaySealView> READING_SEAL = ViewTable.of("audit_reading_seal", DaySealView.class);

    /** By the id of the contradiction. */
    public static final ViewTable<LogContinuedView> LOG_CONTINUED =
            ViewTable.of("audit_log_continued", LogContinuedView.class);

    /** By the id of the export. */
    public static final ViewTable<BundleView> BUNDLE = ViewTable.of(
            "audit_bundle",
            BundleView.class,
            Column.text("of_id", view -> view.ofId().value()));

    private AuditViews() {}
}
