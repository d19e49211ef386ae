package vn.minhchung.budgets;

/** Where a table of completed work stands. Additions only. */
public enum VolumeState {
    /** Đã lập, chờ chữ ký thứ hai. */
    DRAWN_UP,
    /** Đã có chữ ký thứ hai, chờ chữ ký thứ nhất. */
    SECOND_SIGNED,
    /** Đã đủ hai chữ ký: papers may rest on it. */
    CONFIRMED,
    /** Đã huỷ. */
    CANCELLED
}
