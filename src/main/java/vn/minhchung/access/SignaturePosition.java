package vn.minhchung.access;

/** Which of the two registered signatures: FIRST of the account holder, SECOND of the accountant. */
public enum SignaturePosition {
    FIRST,
    SECOND
}
