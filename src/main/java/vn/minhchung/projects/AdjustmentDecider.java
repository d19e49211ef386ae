package vn.minhchung.projects;

/** Who decides an adjustment (domain notes 1.7). */
public enum AdjustmentDecider {
    /** Cơ quan có thẩm quyền phê duyệt. */
    AUTHORITY,
    /** Cơ quan có thẩm quyền, sau khi hội đồng và đơn vị đặt hàng đồng ý. */
    AUTHORITY_AFTER_COUNCIL,
    /** Tổ chức chủ trì; the authority may object within the window. */
    HOST,
    /** Không được điều chỉnh. */
    NEVER;

    public boolean authority() {
        return this == AUTHORITY || this == AUTHORITY_AFTER_COUNCIL;
    }
}
