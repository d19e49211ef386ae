package vn.minhchung.oversight;

/** What became of a hit. Additions only. */
public enum AuditHitState {
    /** Chưa giải trình. */
    OPEN,
    /** Đã giải trình. */
    EXPLAINED,
    /** Chấp nhận là báo động nhầm. */
    FALSE_ALARM,
    /** Đã đưa vào kết luận. */
    FINDING
}
