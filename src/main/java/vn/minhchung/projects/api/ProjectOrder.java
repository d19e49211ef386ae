package vn.minhchung.projects.api;

/**
 * The enum {@code ProjectOrder}: SQL over the same columns the filter uses. Every order ends in the identity order, so that
 * pages never overlap.
 */
enum ProjectOrder {
    RECORDED("i.ordinal"),
    RECORDED_DESC("i.ordinal desc"),
    CHANGED_DESC("v.from_position desc, i.ordinal"),
    CODE("v.code_key collate \"C\" nulls last, i.ordinal"),
    TITLE("v.title_key collate \"C\" nulls last, i.ordinal"),
    START("v.start_day nulls last, i.ordinal"),
    START_DESC("v.start_day desc nulls last, i.ordinal");

    private final String sql;

    ProjectOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
