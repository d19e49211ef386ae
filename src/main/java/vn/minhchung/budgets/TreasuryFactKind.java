package vn.minhchung.budgets;

/** What the treasury did with a withdrawal. Additions only. */
public enum TreasuryFactKind {
    /** Kho bạc đã chi. */
    EXECUTION,
    /** Kho bạc trả lại giấy rút. */
    RETURN
}
