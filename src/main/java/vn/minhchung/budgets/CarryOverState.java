package vn.minhchung.budgets;

/** Where a carry-over stands. Additions only. */
public enum CarryOverState {
    /** Đã kê khai, chờ xác nhận của kho bạc. */
    DECLARED,
    /** Đã ghi xác nhận của kho bạc, chờ người thứ hai đối chiếu. */
    TREASURY_RECORDED,
    /** Kho bạc đã xác nhận, chờ văn bản của cơ quan tài chính. */
    TREASURY_CONFIRMED,
    /** Đã ghi văn bản của cơ quan tài chính, chờ người thứ hai đối chiếu. */
    LETTER_RECORDED,
    /** Đã chuyển sang năm sau. */
    CARRIED_OVER,
    /** Cơ quan tài chính không cho chuyển. */
    REFUSED,
    /** Đơn vị đã rút kê khai. */
    WITHDRAWN
}
