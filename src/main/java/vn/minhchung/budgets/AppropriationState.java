package vn.minhchung.budgets;

/** Where a year appropriation stands. Additions only. */
public enum AppropriationState {
    /** Đã ghi quyết định giao, chờ người thứ hai đối chiếu văn bản. */
    RECORDED,
    /** Đã giao. */
    ASSIGNED,
    /** Đã nhập TABMIS, được rút. */
    IN_TABMIS,
    /** Bút toán giao đã bị đảo: không còn hiệu lực. */
    REVERSED,
    /** Đã khoá sổ niên độ: không ghi thêm bút toán nào. */
    CLOSED
}
