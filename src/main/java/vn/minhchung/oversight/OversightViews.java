package vn.minhchung.oversight;

import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.ViewTable;

/** The views of this module. */
public final class OversightViews {
    public static final ViewTable<AuditHitView> HITS = ViewTable.of(
            "oversight_hit",
            AuditHitView.class,
            Column.text("family", view -> view.ruleVersion().family()),
            Column.text("part", view -> view.part().name()),
            Column.text("severity", view -> view.severity().name()),
            Column.text("subject", AuditHitView::subjectId),
            Column.text("state", view -> view.state().name()));

    public static final ViewTable<AuditRoundView> ROUNDS = ViewTable.of("oversight_round", AuditRoundView.class);

    private OversightViews() {}
}
