package vn.minhchung.projects;

/** How the authority decided. */
public enum AdjustmentOutcome {
    /** Chấp thuận. */
    APPROVED(AdjustmentState.APPROVED),
    /** Chấp thuận một phần. */
    IN_PART(AdjustmentState.APPROVED_IN_PART),
    /** Không chấp thuận; always with its reason. */
    REFUSED(AdjustmentState.REFUSED);

    private final AdjustmentState state;

    AdjustmentOutcome(AdjustmentState state) {
        this.state = state;
    }

    public AdjustmentState state() {
        return state;
    }

    public boolean grants() {
        return this != REFUSED;
    }
}
