package vn.minhchung.budgets;

/** What a recorded change of an appropriation will do once it is confirmed. Additions only. */
public enum ChangeKind {
    /** Bổ sung dự toán. */
    SUPPLEMENT,
    /** Cắt giảm dự toán. */
    CUT,
    /** Tạm giữ dự toán. */
    HOLD,
    /** Bỏ tạm giữ. */
    RELEASE_HOLD,
    /** Nhập dự toán vào TABMIS. */
    ENTER_IN_TABMIS,
    /** Huỷ dự toán không sử dụng hết, không được chuyển sang năm sau. */
    CANCEL
}
