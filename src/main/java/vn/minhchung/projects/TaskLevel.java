package vn.minhchung.projects;

/** Level of a task (cấp nhiệm vụ). */
public enum TaskLevel {
    QUOC_GIA,
    BO,
    TINH,
    /** District; abolished with the two-level government of 01/07/2025, history only. */
    HUYEN,
    CO_SO
}
