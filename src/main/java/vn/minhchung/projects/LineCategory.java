package vn.minhchung.projects;

/** The lines of an approved task budget (khoản mục chi, TT 03/2023/TT-BTC; domain notes 2.2). */
public enum LineCategory {
    /** Thù lao các chức danh nghiên cứu. */
    REMUNERATION,
    /** Lao động phổ thông. */
    UNSKILLED_LABOUR,
    /** Chuyên gia trong nước. */
    DOMESTIC_EXPERTS,
    /** Chuyên gia ngoài nước. */
    FOREIGN_EXPERTS,
    /** Vật tư, nguyên nhiên vật liệu, mẫu, dữ liệu, quyền sở hữu trí tuệ. */
    MATERIALS,
    /** Sửa chữa, mua sắm, thuê tài sản. */
    EQUIPMENT,
    /** Hội thảo, công tác phí trong nước. */
    SEMINARS_TRAVEL,
    /** Đoàn ra, đoàn vào. */
    MISSIONS_ABROAD,
    /** Dịch vụ thuê ngoài. */
    OUTSOURCED_SERVICES,
    /** Điều tra, khảo sát. */
    SURVEYS,
    /** Văn phòng phẩm, in ấn. */
    STATIONERY,
    /** Họp tự đánh giá. */
    SELF_EVALUATION,
    /** Chi quản lý chung; cannot be adjusted once approved. */
    MANAGEMENT,
    /** Chi khác. */
    OTHER
}
