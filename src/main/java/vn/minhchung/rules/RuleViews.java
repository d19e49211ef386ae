package vn.minhchung.rules;

import java.util.Objects;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.ViewTable;

/** The view tables of the module. */
public final class RuleViews {
    public static final ViewTable<RuleVersionView> VERSIONS = ViewTable.of(
            "rules_version",
            RuleVersionView.class,
            Column.text("family", RuleVersionView::family),
            Column.text("state", view -> view.state().name()),
            new Column<>("valid_from", "date", RuleVersionView::validFrom),
            new Column<>("valid_to", "date", RuleVersionView::validTo));

    public static final ViewTable<RuleFamilyView> FAMILIES =
            ViewTable.of("rules_family", RuleFamilyView.class, Column.text("family", RuleFamilyView::family));

    public static final ViewTable<CalendarView> CALENDARS = ViewTable.of(
            "rules_calendar",
            CalendarView.class,
            new Column<>("decided", "boolean", view -> Objects.nonNull(view.decided())));

    public static final ViewTable<RuleGapView> GAPS =
            ViewTable.of("rules_gap", RuleGapView.class, Column.text("family", RuleGapView::family));

    public static final ViewTable<RuleGapIndexView> GAP_INDEX = ViewTable.of("rules_gap_index", RuleGapIndexView.class);

    private RuleViews() {}
}
