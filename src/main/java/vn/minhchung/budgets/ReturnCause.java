package vn.minhchung.budgets;

/** Why an advance has to come back at the end of its year (domain.md 2.9). Additions only. */
public enum ReturnCause {
    /** Năm sau không có dự toán cùng mục đích: cơ quan tài chính được thông báo. */
    NO_NEXT_APPROPRIATION,
    /** Cơ quan tài chính không cho chuyển. */
    NOT_GRANTED,
    /** Đơn vị không kê khai chuyển. */
    NOT_DECLARED
}
