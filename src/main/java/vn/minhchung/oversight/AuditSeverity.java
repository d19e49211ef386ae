package vn.minhchung.oversight;

/** How much hangs on a hit: a parameter of the audit rule's version. Additions only. */
public enum AuditSeverity {
    /** Cao. */
    HIGH,
    /** Trung bình. */
    MEDIUM,
    /** Thấp. */
    LOW
}
