package vn.minhchung.budgets;

/** Where a withdrawal stands (domain.md 3.1). Additions only. */
public enum TreasuryPaperState {
    /** Đã lập, chờ chữ ký thứ hai. */
    PREPARED,
    /** Đã có chữ ký thứ hai, chờ chữ ký thứ nhất. */
    SECOND_SIGNED,
    /** Đã đủ hai chữ ký, chờ gửi kho bạc. */
    FIRST_SIGNED,
    /** Đã gửi kho bạc. */
    SENT,
    /** Đã ghi kết quả của kho bạc, chờ người thứ hai đối chiếu. */
    TREASURY_FACT_RECORDED,
    /** Kho bạc đã chi. */
    EXECUTED,
    /** Tổ chức chủ trì đã nhận. */
    RECEIVED,
    /** Kho bạc trả lại. */
    RETURNED,
    /** Đã huỷ trước khi gửi. */
    CANCELLED,
    /** Hết hiệu lực: niên độ đã khoá sổ khi kho bạc chưa hạch toán. */
    LAPSED
}
