package vn.minhchung.projects;

/** Kinds of task (domain notes 1.1). */
public enum TaskKind {
    /** Đề tài khoa học và công nghệ: research. */
    DE_TAI,
    /** Dự án sản xuất thử nghiệm: pilot production. */
    DU_AN_SXTN,
    /** Đề án khoa học: policy study. */
    DE_AN,
    /** Dự án khoa học và công nghệ: composite. */
    DU_AN_KHCN,
    /** A project whose source does not say which kind; past tasks only. */
    DU_AN
}
