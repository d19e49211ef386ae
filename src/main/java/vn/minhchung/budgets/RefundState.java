package vn.minhchung.budgets;

/** Where a refund stands. Additions only. */
public enum RefundState {
    /** Tổ chức chủ trì đã báo cáo việc không hoàn thành. */
    REPORTED,
    /** Đã ghi quyết định theo văn bản, chờ người thứ hai đối chiếu. */
    DECISION_RECORDED,
    /** Đã có quyết định hoàn trả. */
    DECIDED,
    /** Đã hoàn trả đủ; không còn gì phải thu. */
    SETTLED
}
