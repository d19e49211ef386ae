package vn.minhchung.projects;

/**
 * The four of the core team who are called to an inspection; which four they are the domain notes (1.6) leave open, so this
 * reading is assumed.
 */
public enum CoreSeat {
    /** Đại diện tổ chức chủ trì. */
    HOST,
    /** Chủ nhiệm nhiệm vụ. */
    INVESTIGATOR,
    /** Thư ký khoa học. */
    SECRETARY,
    /** Kế toán của nhiệm vụ. */
    ACCOUNTANT
}
