package vn.minhchung.budgets;

/** Where a settlement stands. Additions only. */
public enum SettlementState {
    /** Đã nộp báo cáo quyết toán, chờ xét duyệt. */
    FILED,
    /** Bị trả lại, phải nộp lại. */
    RETURNED,
    /** Đã ghi kết quả xét duyệt theo văn bản, chờ người thứ hai đối chiếu. */
    REVIEW_RECORDED,
    /** Đã có thông báo xét duyệt quyết toán. */
    NOTICED,
    /** Đã thực hiện xong thông báo. */
    CARRIED_OUT
}
