package vn.minhchung.projects;

/** How the results of a task were assessed at acceptance (TT 11/2014/TT-BKHCN; domain notes 1.9). */
public enum Grade {
    /** Xuất sắc. */
    EXCELLENT,
    /** Đạt. */
    PASSED,
    /** Không đạt. */
    FAILED;

    /** Đạt or better: the last payment, the certificate and the recognition rest on it. */
    public boolean passed() {
        return this != FAILED;
    }
}
