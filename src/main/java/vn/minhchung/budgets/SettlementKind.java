package vn.minhchung.budgets;

/** What is settled (domain.md 2.10). Additions only. */
public enum SettlementKind {
    /** Quyết toán năm của một dự toán. */
    YEAR,
    /** Quyết toán nhiệm vụ: một lần, sau thanh lý. */
    TASK
}
