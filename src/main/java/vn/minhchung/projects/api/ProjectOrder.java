package vn.minhchung.projects.api;

/**
 * The enum {@code ProjectOrder}: SQL over the same columns the filter uses. Every order ends in the identity order, so that
 * pages never overlap.
 */
enum ProjectOrder {
    RECORDED("i.first_position, i.id"),
    RECORDED_DESC("i.first_position desc, i.id"),
    CHANGED_DESC("v.from_position desc, i.first_position, i.id"),
    CODE("v.code_key collate \"C\" nulls last, i.first_position, i.id"),
    TITLE("v.title_key collate \"C\" nulls last, i.first_position, i.id"),
    START("v.start_day nulls last, i.first_position, i.id"),
    START_DESC("v.start_day desc nulls last, i.first_position, i.id");

    private final String sql;

    ProjectOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
