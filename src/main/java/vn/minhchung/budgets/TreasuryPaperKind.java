package vn.minhchung.budgets;

/** How the treasury books a withdrawal. Additions only. */
public enum TreasuryPaperKind {
    /** Tạm ứng: not yet spending. */
    ADVANCE,
    /** Thực chi: spending at once. */
    PAYMENT
}
