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
    PAST,
    /** Tạm dừng: the money is held, the host stops all activity. */
    SUSPENDED,
    /** Chấm dứt trước hạn. */
    TERMINATED,
    /** Đã nộp hồ sơ nghiệm thu. */
    DOSSIER_FILED,
    /** Đã đánh giá, nghiệm thu: Xuất sắc, Đạt hoặc Không đạt. */
    ASSESSED,
    /** Đã hoàn thiện sau nghiệm thu, chủ tịch hội đồng xác nhận. */
    CORRECTED,
    /** Đã công nhận kết quả. */
    RECOGNISED,
    /** Đã thanh lý hợp đồng. */
    LIQUIDATED,
    /** Đã quyết toán. */
    SETTLED
}
