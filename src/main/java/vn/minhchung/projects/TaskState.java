package vn.minhchung.projects;

/** Where a task stands in its life (domain notes 1.0). Additions only. */
public enum TaskState {
    /** Đã ghi quyết định phê duyệt, chờ người thứ hai đối chiếu văn bản. */
    APPROVAL_RECORDED,
    /** Đã phê duyệt. */
    APPROVED,
    /** Đã ký hợp đồng, đang thực hiện. */
    CONTRACTED,
    /** Nhiệm vụ cũ theo nguồn công bố: the source does not prove in which state it ended. */
    PAST
}
