package vn.minhchung.projects;

/** The decisions in the life of a task that may be taken on paper: recorded, they wait for a second person. */
public enum TaskDecision {
    /** Tạm dừng thực hiện. */
    SUSPENSION,
    /** Cho tiếp tục thực hiện. */
    RESUMPTION,
    /** Chấm dứt hợp đồng. */
    TERMINATION,
    /** Kết quả đánh giá, nghiệm thu. */
    GRADE,
    /** Công nhận kết quả. */
    RECOGNITION,
    /** Xử lý, bàn giao sản phẩm, tài sản và quyền đối với kết quả. */
    ASSETS,
    /** Thanh lý hợp đồng. */
    LIQUIDATION
}
