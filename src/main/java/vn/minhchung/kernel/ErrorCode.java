package vn.minhchung.kernel;

/** Why something was refused. Additions only; texts in {@code messages_*.properties}. Retryable codes may be sent again unchanged. */
public enum ErrorCode {
    // input
    MALFORMED_ID,
    MALFORMED_CURSOR,
    INVALID_INPUT,
    INVALID_IDENTIFIER,
    AMOUNT_NOT_POSITIVE,
    ASOF_ARGUMENT,
    LIMIT_EXCEEDED,
    AMBIGUOUS_CODE,
    // access
    NOT_SIGNED_IN,
    NOT_ALLOWED,
    NOT_YOUR_HOST,
    FOUR_EYES,
    DECIDER_NOT_COMPETENT,
    DELEGATION_NOT_VALID,
    SIGNATORY_NOT_REGISTERED,
    // the record
    NOT_FOUND,
    ALREADY_EXISTS,
    CHANGED_SINCE_SEEN,
    SEEN_AT_REQUIRED,
    IDEMPOTENCY_KEY_REUSED,
    CONFLICT(true),
    STORE_UNAVAILABLE(true),
    TOO_BUSY(true),
    OUTCOME_UNKNOWN(true),
    UNKNOWN_EVENT,
    CLOCK_NOT_DRIVEN,
    // people and access
    PERSON_ERASED,
    ERASURE_NOT_REQUESTED,
    ROLE_NOT_GRANTED,
    ROLE_ALREADY_GRANTED,
    ROLE_NEEDS_ORGANISATION,
    ROLES_INCOMPATIBLE,
    ACCOUNT_LOCKED,
    NAME_PERIOD_OVERLAPS,
    // rules
    RULE_MISSING,
    RULE_VERSION_IN_FORCE,
    RULE_REFUSED,
    RULE_IS_LAW,
    RULE_VERSIONS_OVERLAP,
    RULE_VERSION_GAP,
    // decisions
    BASIS_REQUIRED,
    REASON_REQUIRED,
    DECISION_INCOMPLETE,
    PROVISIONAL,
    ALREADY_CONFIRMED,
    // tasks
    WRONG_STATE,
    CODE_TAKEN,
    INVESTIGATOR_BUSY,
    PAST_TASK_HAS_NO_MONEY,
    APPROVAL_INCOMPLETE,
    DATES_OUT_OF_ORDER,
    // money
    BUDGET_NOT_BALANCED,
    ALLOCATION_EXCEEDED,
    APPROPRIATION_EXCEEDED,
    APPROPRIATION_YEAR_CLOSED,
    APPROPRIATION_NOT_IN_TABMIS,
    ADVANCE_CAP_EXCEEDED,
    ADVANCE_CLEARING_SHARE,
    ADVANCE_OUTSTANDING_EXCEEDED,
    EXECUTED_MORE_THAN_ASKED,
    CONTRACT_MISSING,
    TRANCHE_EXCEEDED,
    DEPOSIT_ACCOUNT_NOT_CONFIRMED,
    LINES_DO_NOT_SUM,
    ALREADY_REVERSED,
    NOT_REVERSIBLE,
    VOUCHER_NUMBER_USED,
    EVIDENCE_REQUIRED,
    // import
    IMPORT_LINE_UNCLEAR,
    IMPORT_FILE_UNREADABLE;

    private final boolean retryable;

    ErrorCode() {
        this(false);
    }

    ErrorCode(boolean retryable) {
        this.retryable = retryable;
    }

    public boolean retryable() {
        return retryable;
    }
}
