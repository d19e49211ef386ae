package vn.minhchung.budgets;

/** What is carried over to the next year (domain.md 2.9). Additions only. */
public enum CarryOverKind {
    /** Số dư dự toán: becomes usable in the next year. */
    APPROPRIATION,
    /** Số dư tạm ứng: becomes an advance of the next year's appropriation of the same purpose. */
    ADVANCE
}
