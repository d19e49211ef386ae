package vn.minhchung.budgets;

/** Where the estimate of a task stands. Additions only. */
public enum EstimateState {
    /** Đã trình, chờ duyệt. */
    PROPOSED,
    /** Bị trả lại để sửa. */
    RETURNED,
    /** Đã duyệt, đang có hiệu lực. */
    APPROVED,
    /** Có hiệu lực; tổ chức chủ trì đang xem xét phương án điều chỉnh giữa các khoản mục. */
    MOVES_PLANNED
}
