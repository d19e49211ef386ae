package vn.minhchung.projects;

/** What the head of the approving authority may allow against the rule. */
public enum ExceptionKind {
    /** Gia hạn lần thứ hai. */
    SECOND_EXTENSION,
    /** Nhận đề nghị gia hạn nộp muộn. */
    LATE_EXTENSION_REQUEST
}
