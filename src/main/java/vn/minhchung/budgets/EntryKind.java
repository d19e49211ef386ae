package vn.minhchung.budgets;

/** What an entry of the ledger did: decides what reversing it means. Additions only. */
public enum EntryKind {
    /** Giao dự toán. */
    ASSIGNMENT,
    /** Bổ sung dự toán. */
    SUPPLEMENT,
    /** Cắt giảm dự toán. */
    CUT,
    /** Tạm giữ dự toán. */
    HOLD,
    /** Thôi tạm giữ. */
    HOLD_RELEASE,
    /** Phân bổ cho nhiệm vụ. */
    ALLOCATION,
    /** Thu hồi phân bổ. */
    ALLOCATION_RELEASE,
    /** Dành số tiền khi lập giấy rút. */
    COMMITMENT,
    /** Kho bạc tạm ứng. */
    ADVANCE,
    /** Kho bạc thực chi. */
    PAYMENT,
    /** Kho bạc thanh toán tạm ứng. */
    CLEARING,
    /** Nộp trả tạm ứng. */
    RETURN,
    /** Số dư đầu kỳ khi tiếp nhận nhiệm vụ. */
    OPENING,
    /** Điều chỉnh số liệu ngân sách. */
    RECODING,
    /** Tổ chức chủ trì xác nhận đã nhận tiền. */
    RECEIPT,
    /** Huỷ giấy rút, thôi dành số tiền. */
    COMMITMENT_RELEASE,
    /** Bút toán đảo. */
    REVERSAL,
    /** Huỷ dự toán cuối năm. */
    CANCELLATION,
    /** Khoá sổ niên độ: quyết toán năm. */
    YEAR_CLOSING,
    /** Điều chỉnh số đã quyết toán của năm đã khoá sổ. */
    CORRECTION
}
