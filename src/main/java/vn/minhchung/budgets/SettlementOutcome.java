package vn.minhchung.budgets;

/** What the review of a settlement comes to. Additions only. */
public enum SettlementOutcome {
    /** Duyệt, toàn bộ hoặc trừ các khoản không được quyết toán. */
    APPROVED,
    /** Trả lại để nộp lại. */
    RETURNED
}
