package vn.minhchung.projects;

/** Where approved money comes from. Only state money runs through the treasury; the two are never added up silently. */
public enum FundSource {
    /** Ngân sách nhà nước. */
    STATE_BUDGET,
    /** Vốn đối ứng: what the host brings itself. */
    COUNTERPART,
    /** Vốn vay tín dụng. */
    LOAN,
    /** Nguồn khác: donors, enterprises that take part. */
    OTHER;

    public boolean state() {
        return this == STATE_BUDGET;
    }
}
