package vn.minhchung.audit;

import vn.minhchung.kernel.view.ViewTable;

/** The views of this module. */
public final class AuditViews {
    public static final ViewTable<RefusalSealView> REFUSAL_SEAL =
            ViewTable.of("audit_refusal_seal", RefusalSealView.class);

    private AuditViews() {}
}
