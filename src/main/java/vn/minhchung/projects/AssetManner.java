package vn.minhchung.projects;

/** What becomes of products and assets made or bought with state money (NĐ 70/2018/NĐ-CP). */
public enum AssetManner {
    /** Giao tổ chức chủ trì quản lý, sử dụng. */
    USED_BY_HOST,
    /** Giao quyền sở hữu cho tổ chức chủ trì. */
    OWNED_BY_HOST,
    /** Điều chuyển cho đơn vị khác. */
    TRANSFERRED,
    /** Thu hồi. */
    WITHDRAWN,
    /** Bán. */
    SOLD,
    /** Tiêu huỷ. */
    DESTROYED;

    /** Somebody has it afterwards. */
    public boolean kept() {
        return this != SOLD && this != DESTROYED;
    }
}
