package vn.minhchung.budgets;

/** What the finance department answers. */
public enum CarryOverOutcome {
    /** Cho chuyển sang năm sau, toàn bộ hoặc một phần. */
    GRANTED,
    /** Không cho chuyển. */
    REFUSED
}
