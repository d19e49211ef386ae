package vn.minhchung.rules;

/** Where a rule version stands in the record. */
public enum RuleState {
    /** Recorded from paper; without effect until a second person confirms. */
    RECORDED,
    /** In force on the days of its validity. */
    IN_FORCE,
    /** Taken out of use on every date. */
    WITHDRAWN
}
