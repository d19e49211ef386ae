package vn.minhchung.rules;

/** The fact whose date decides which version of a family holds for a task or an act (domain.md 0.1). */
public enum TriggerKind {
    /** Publication of the call, or the letter inviting direct assignment: pins the procedure. */
    CALL_PUBLISHED,
    /** Approval of the order list that is put out for selection: pins the spending norms. */
    ORDER_LIST_APPROVED,
    /** Approval of the task. */
    APPROVAL,
    /** Signature of the contract. */
    CONTRACT_SIGNED,
    /** Date of the posting: budget-year and treasury rules are never pinned. */
    POSTING_DATE,
    /** Day of the act itself. */
    ACT_DATE
}
