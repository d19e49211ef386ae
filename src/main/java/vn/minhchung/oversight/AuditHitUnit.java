package vn.minhchung.oversight;

/** What source, target and difference of a hit are counted in. Additions only. */
public enum AuditHitUnit {
    /** Đồng. */
    VND,
    /** Ngày: source and target are dates. */
    DAYS,
    /** Giờ. */
    HOURS,
    /** Tháng. */
    MONTHS,
    /** Số lần, số thứ tự. */
    COUNT,
    /** Phần vạn. */
    BASIS_POINTS,
    /** Không đo được: source and target are words. */
    WORDS
}
