package vn.minhchung.projects;

/** For what alone a principal investigator is replaced (TT 04/2015/TT-BKHCN; domain notes 1.7). */
public enum ReplacementCause {
    /** Đi học tập, công tác dài hạn trên 6 tháng. */
    AWAY_OVER_SIX_MONTHS,
    /** Ốm đau không có khả năng điều hành. */
    ILLNESS,
    /** Tử vong, mất tích trên 6 tháng. */
    DEATH_OR_MISSING,
    /** Có yêu cầu của chính chủ nhiệm. */
    OWN_REQUEST,
    /** Không hoàn thành tiến độ, nội dung; vi phạm nguyên tắc quản lý tài chính. */
    FAILURE_OR_VIOLATION
}
