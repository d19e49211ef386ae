package vn.minhchung.budgets;

/** Why a task was not completed, of the part of its money it explains (TTLT 27/2015 art. 16–17). Additions only. */
public enum RefundCause {
    /** Khách quan: thiên tai, hoả hoạn, tai nạn và nguyên nhân khác được chấp nhận. */
    OBJECTIVE,
    /** Chủ quan. */
    SUBJECTIVE
}
