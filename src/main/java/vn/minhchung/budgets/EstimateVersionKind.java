package vn.minhchung.budgets;

/** How a version of an estimate came about. Additions only. */
public enum EstimateVersionKind {
    /** Sở duyệt dự toán. */
    APPROVED,
    /** Tổ chức chủ trì điều chỉnh giữa các khoản mục khoán. */
    MOVED,
    /** Theo quyết định điều chỉnh nhiệm vụ. */
    REVISED
}
