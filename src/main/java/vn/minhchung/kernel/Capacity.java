package vn.minhchung.kernel;

/** Legal signing capacity (NĐ 30/2020): in one's own office, or KT., TL., TUQ., Q. */
public enum Capacity {
    /** In one's own office. */
    SELF,
    /** Ký thay: a deputy for the head. */
    KT,
    /** Thừa lệnh: by order of the head. */
    TL,
    /** Thừa uỷ quyền: by written authorisation. */
    TUQ,
    /** Quyền: acting head. */
    Q
}
