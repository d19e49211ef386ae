package vn.minhchung.projects;

/** Where an adjustment stands. Additions only. */
public enum AdjustmentState {
    /** Đã đề nghị, chờ cơ quan có thẩm quyền. */
    REQUESTED,
    /** Chờ tổ chức chủ trì bổ sung. */
    SUPPLEMENT_ASKED,
    /** Đã ghi quyết định trên giấy, chờ người thứ hai đối chiếu. */
    DECISION_RECORDED,
    /** Được chấp thuận. */
    APPROVED,
    /** Được chấp thuận một phần. */
    APPROVED_IN_PART,
    /** Không được chấp thuận. */
    REFUSED,
    /** Đã rút. */
    WITHDRAWN,
    /** Tổ chức chủ trì đã quyết định và thông báo; còn trong thời hạn phản đối. */
    NOTIFIED,
    /** Cơ quan có thẩm quyền phản đối. */
    OBJECTED,
    /** Quyết định của tổ chức chủ trì đã có hiệu lực. */
    IN_EFFECT
}
