package vn.minhchung.projects;

/** Research roles that are paid by coefficient (chức danh; TT 02/2023/TT-BKHCN). */
public enum LabourRole {
    /** Chủ nhiệm. */
    PRINCIPAL,
    /** Thành viên chính. */
    MAIN_MEMBER,
    /** Thư ký khoa học. */
    SECRETARY,
    /** Thành viên. */
    MEMBER,
    /** Kỹ thuật viên, nhân viên hỗ trợ. */
    TECHNICIAN
}
