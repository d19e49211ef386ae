package vn.minhchung.budgets;

/** Where a savings report stands. Additions only. */
public enum SavingsReportState {
    /** Đã kê khai, chờ Sở xem xét. */
    DECLARED,
    /** Không được chấp nhận. */
    RETURNED,
    /** Đã được chấp nhận và phân chia. */
    ACCEPTED
}
