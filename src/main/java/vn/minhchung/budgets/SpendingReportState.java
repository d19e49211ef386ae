package vn.minhchung.budgets;

/** Where a report of spending stands. Additions only. */
public enum SpendingReportState {
    /** Đã gửi, chờ Sở xem xét. */
    FILED,
    /** Bị trả lại để bổ sung. */
    RETURNED,
    /** Sở đã chấp nhận, toàn bộ hoặc một phần. */
    ACCEPTED
}
