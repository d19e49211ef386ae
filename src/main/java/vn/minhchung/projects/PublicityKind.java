package vn.minhchung.projects;

/** What is made public about a task (TTLT 27/2015/TTLT-BKHCN-BTC; domain notes 2.10). */
public enum PublicityKind {
    /** Thông tin về nhiệm vụ được phê duyệt. */
    TASK_INFORMATION,
    /** Kết quả, sản phẩm đã nghiệm thu. */
    RESULTS,
    /** Quyết toán, thù lao của người tham gia, kinh phí tiết kiệm. */
    SETTLEMENT
}
